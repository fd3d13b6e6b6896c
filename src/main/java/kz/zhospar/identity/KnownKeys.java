package kz.zhospar.identity;

/** The keys by which an identity server's account can be tied to the plan; told by the module that owns the plan. */
public interface KnownKeys {
    boolean isBody(String key);

    boolean isCurator(String key);
}
