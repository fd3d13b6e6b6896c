package kz.zhospar.identity;

/** The keys of {@link Role} as constants, for annotations. */
public final class Roles {
    public static final String OFFICIAL = "official";
    public static final String HEAD = "head";
    public static final String ECONOMY = "economy";
    public static final String CURATOR = "curator";
    public static final String AKIM_OFFICE = "akim-office";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    private Roles() {}
}
