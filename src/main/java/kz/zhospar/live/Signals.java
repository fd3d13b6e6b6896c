package kz.zhospar.live;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Short messages between all nodes of the application. They may be lost while the database is away, never doubled. */
@Component
public class Signals {

    Signals() {}

    /**
     * Sends a message to every listener of the topic on every node, this one included: after the commit of the running
     * transaction and never after its rollback; at once where no transaction runs.
     *
     * @param topic a word such as {@code request} or {@code plan}
     * @param message ids, no content; at most some hundred characters
     */
    public void send(String topic, String message) {}

    /** Listens until the handle is closed. The listener runs on a thread of its own and must not block for long. */
    public AutoCloseable on(String topic, Consumer<String> listener) {
        return () -> {};
    }
}
