package kz.zhospar.notification.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.persistence.EntityManager;
import java.util.function.ToDoubleFunction;
import kz.zhospar.common.Sampled;
import org.springframework.stereotype.Component;

/** What waits to be done after commits, and which letters wait or were given up. */
@Component
class OutboxMeters implements MeterBinder {

    private record Figures(long outstanding, long due, long givenUp) {}

    private final Letters letters;
    private final EntityManager entities;
    private final Sampled<Figures> figures = new Sampled<>(this::read);

    OutboxMeters(Letters letters, EntityManager entities) {
        this.letters = letters;
        this.entities = entities;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "zhospar.outbox.waiting", "What has still to be done after commits", Figures::outstanding);
        gauge(registry, "zhospar.letters.waiting", "Letters that have still to be sent", Figures::due);
        gauge(registry, "zhospar.letters.given.up", "Letters that nobody tries to send any more", Figures::givenUp);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, figures, all -> all.get(figure))
                .description(description)
                .register(registry);
    }

    private Figures read() {
        var outstanding = (Number)
                entities.createNativeQuery("select count(*) from event_publication where completion_date is null")
                        .getSingleResult();
        return new Figures(
                outstanding.longValue(),
                letters.countByState(Letter.State.DUE),
                letters.countByState(Letter.State.GIVEN_UP));
    }
}
