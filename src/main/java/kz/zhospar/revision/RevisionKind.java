package kz.zhospar.revision;

/** What a revision was made for. Only a load and an applied request change the plan; a reading or an access changes nothing. */
public enum RevisionKind {
    LOAD,
    DRAFT,
    DECISION,
    APPLY,
    DISCUSSION,
    ADMINISTRATION,
    READING,
    ACCESS
}
