package kz.zhospar.change.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.Step;
import kz.zhospar.common.Sampled;
import org.springframework.stereotype.Component;

/** How many requests there are, and how many wait at which step. */
@Component
class RequestMeters implements MeterBinder {

    private record Figures(Map<RequestState, Long> byState, Map<Step, Long> waiting) {}

    private final ChangeRequests requests;
    private final Sampled<Figures> figures = new Sampled<>(this::read);

    RequestMeters(ChangeRequests requests) {
        this.requests = requests;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var state : RequestState.values()) {
            Gauge.builder("zhospar.requests", figures, all -> all.get(now -> count(now.byState, state)))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Change requests; the approved ones have been applied")
                    .register(registry);
        }
        for (var step : Step.values()) {
            Gauge.builder("zhospar.requests.waiting", figures, all -> all.get(now -> count(now.waiting, step)))
                    .tag("step", step.name().toLowerCase(Locale.ROOT))
                    .description("Change requests that wait for a decision")
                    .register(registry);
        }
    }

    private static <K> double count(Map<K, Long> counts, K key) {
        return counts.getOrDefault(key, 0L);
    }

    private Figures read() {
        var byState = new EnumMap<RequestState, Long>(RequestState.class);
        for (var state : RequestState.values()) {
            byState.put(state, requests.countByState(state));
        }
        var waiting = new EnumMap<Step, Long>(Step.class);
        requests.findByStateOrderByNumber(RequestState.IN_REVIEW)
                .forEach(request -> waiting.merge(Objects.requireNonNull(request.currentStep()), 1L, Long::sum));
        return new Figures(byState, waiting);
    }
}
