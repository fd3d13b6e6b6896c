package kz.zhospar.live.internal;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners by topic. Each hears its messages one after the other on a thread of its own, so a slow one keeps nobody
 * waiting and one that fails goes on listening.
 */
public final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Map<String, Set<Listener>> topics = new ConcurrentHashMap<>();
    private volatile boolean silent;

    /** Listens until the handle is closed. */
    public AutoCloseable on(String topic, Consumer<String> reaction) {
        var listener = new Listener(topic, reaction);
        topics.compute(topic, (_, others) -> {
            var listeners = others == null ? ConcurrentHashMap.<Listener>newKeySet() : others;
            listeners.add(listener);
            return listeners;
        });
        return listener;
    }

    public void tell(String topic, String message) {
        topics.getOrDefault(topic, Set.of()).forEach(listener -> listener.hear(message));
    }

    /** Tells the listeners of every topic. */
    public void tellAll(String message) {
        topics.values().forEach(listeners -> listeners.forEach(listener -> listener.hear(message)));
    }

    /** While silent nobody hears anything: what listeners would work with is being taken down. */
    public void silence(boolean silent) {
        this.silent = silent;
    }

    private final class Listener implements AutoCloseable {

        /** Who is that far behind has to read everything anew anyway. */
        private static final int FARTHEST_BEHIND = 1000;

        private final String topic;
        private final Consumer<String> reaction;
        private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicInteger open = new AtomicInteger();
        private volatile boolean closed;

        Listener(String topic, Consumer<String> reaction) {
            this.topic = topic;
            this.reaction = reaction;
        }

        void hear(String message) {
            if (open.get() >= FARTHEST_BEHIND) {
                waiting.clear();
                waiting.add("");
                return;
            }
            waiting.add(message);
            if (open.getAndIncrement() == 0) {
                Thread.ofVirtual().name("signal-" + topic).start(this::work);
            }
        }

        private void work() {
            do {
                var message = waiting.poll();
                if (message != null && !closed && !silent) {
                    react(message);
                }
            } while (open.decrementAndGet() > 0);
        }

        private void react(String message) {
            try {
                reaction.accept(message);
            } catch (Throwable e) { // also an error: the count of open messages has to go on
                LOG.error("A listener to {} failed on \"{}\"; it goes on listening", topic, message, e);
            }
        }

        @Override
        public void close() {
            closed = true;
            topics.computeIfPresent(topic, (_, listeners) -> {
                listeners.remove(this);
                return listeners.isEmpty() ? null : listeners;
            });
        }
    }
}
