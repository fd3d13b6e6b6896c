package kz.zhospar.change.ui;

import java.util.Optional;

/** Where what the signed-in person types is kept until it is sent, over reloads and new sessions. */
interface Keeping {

    Optional<String> find(String key);

    /** Keeps a text in place of an earlier one; throws when it cannot. */
    void keep(String key, String text);

    void drop(String key);
}
