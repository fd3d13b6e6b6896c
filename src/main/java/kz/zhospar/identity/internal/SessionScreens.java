package kz.zhospar.identity.internal;

import jakarta.servlet.http.HttpSession;

/** The pages that are open in a session, told of what happens to it without anybody pressing anything. */
public interface SessionScreens {
    /** The session's person has other rights than before. */
    void rightsChanged(HttpSession session);

    /** The session is about to end. */
    void ending(HttpSession session);
}
