package kz.zhospar.seal;

/** The files that a data folder keeps for the seals. */
public final class SealFiles {

    /** The secret key that seals are signed with. */
    public static final String KEY = "seal-key.pem";

    /** The newest seal, to be kept elsewhere. */
    public static final String HEAD = "seal-head.json";

    private SealFiles() {}
}
