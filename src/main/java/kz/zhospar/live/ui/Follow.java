package kz.zhospar.live.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.zhospar.live.Signals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;

/**
 * Lets a part of a screen follow messages from when it is attached until it is detached.
 *
 * <p>The reaction runs in the access of the part's UI: as the person signed in there, in that person's language, and
 * what it changes is pushed. Messages that come in a burst cause one reaction. A reaction that fails disturbs nobody;
 * the next message has it try again.
 */
public final class Follow {

    /** Where messages come from; the handle ends them. */
    @FunctionalInterface
    public interface Source {
        AutoCloseable on(Consumer<String> listener);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Follow.class);

    /** People do not notice such a while, and most bursts are over in it. */
    private static final Duration GATHERED = Duration.ofMillis(200);

    private static final Executor LATER = CompletableFuture.delayedExecutor(
            GATHERED.toMillis(),
            TimeUnit.MILLISECONDS,
            work -> Thread.ofVirtual().name("follow").start(work));

    private final Source source;
    private final Consumer<Set<String>> reaction;
    private final Set<String> gathered = new LinkedHashSet<>();
    private @Nullable AutoCloseable listening;

    private Follow(Source source, Consumer<Set<String>> reaction) {
        this.source = source;
        this.reaction = reaction;
    }

    /** Follows a topic; the reaction gets the messages, among which {@link Signals#MISSED} may be. */
    public static void topic(Component part, Signals signals, String topic, Consumer<Set<String>> reaction) {
        source(part, listener -> signals.on(topic, listener), reaction);
    }

    public static void source(Component part, Source source, Consumer<Set<String>> reaction) {
        var follow = new Follow(source, reaction);
        part.addAttachListener(attached -> follow.begin(attached.getUI()));
        part.addDetachListener(_ -> follow.end());
        if (part.isAttached()) {
            part.getUI().ifPresent(follow::begin);
        }
    }

    private void begin(UI ui) {
        end();
        listening = source.on(message -> hear(ui, message));
    }

    private void end() {
        try {
            if (listening != null) {
                listening.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A listener could not be taken off", e);
        }
        listening = null;
    }

    private void hear(UI ui, String message) {
        synchronized (gathered) {
            var first = gathered.isEmpty();
            gathered.add(message);
            if (first) {
                LATER.execute(() -> pass(ui));
            }
        }
    }

    private void pass(UI ui) {
        try {
            ui.access(this::react);
        } catch (UIDetachedException e) {
            LOG.debug("Nobody is there any more", e);
            take();
        }
    }

    private void react() {
        var messages = take();
        if (listening == null) {
            return;
        }
        try {
            reaction.accept(messages);
        } catch (AuthenticationException e) {
            LOG.debug("Whoever looked at this screen has signed out", e);
        } catch (RuntimeException e) {
            LOG.warn("A screen did not take in what has changed: {}", messages, e);
        }
    }

    private Set<String> take() {
        synchronized (gathered) {
            var messages = Set.copyOf(gathered);
            gathered.clear();
            return messages;
        }
    }
}
