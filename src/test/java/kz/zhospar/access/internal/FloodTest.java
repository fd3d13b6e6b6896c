package kz.zhospar.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:10Z");
    private static final Instant NEXT_MINUTE = NOW.plusSeconds(60);

    private final Flood<String> flood = new Flood<>();

    @Test
    void keepsTheFirstOfASourceAndCountsTheOthers() {
        assertThat(IntStream.range(0, 25).filter(_ -> flood.lets("a", "anybody", NOW)))
                .hasSize(Flood.EACH);
        assertThat(flood.lets("b", "anybody", NOW)).isTrue();
        assertThat(flood.ended(NOW)).isEmpty();
        assertThat(flood.ended(NEXT_MINUTE)).isEqualTo(Map.of("a", 25 - Flood.EACH));
        assertThat(flood.ended(NEXT_MINUTE)).isEmpty();
    }

    @Test
    void beginsAnewWithEachMinute() {
        IntStream.range(0, 25).forEach(_ -> flood.lets("a", "anybody", NOW));
        assertThat(flood.lets("a", "anybody", NEXT_MINUTE)).isTrue();
    }

    @Test
    void hasAnEndHoweverManySourcesThereAre() {
        var kept = IntStream.range(0, 100_000).filter(i -> flood.lets("source " + i, "anybody", NOW));
        assertThat(kept.count()).isEqualTo(Flood.SOURCES + Flood.EACH);
        assertThat(flood.ended(NEXT_MINUTE)).isEqualTo(Map.of("anybody", 100_000 - Flood.SOURCES - Flood.EACH));
    }

    @Test
    void tellsWhatItHasCountedWhenItCloses() {
        IntStream.range(0, Flood.EACH + 1).forEach(_ -> flood.lets("a", "anybody", NOW));
        flood.close();
        assertThat(flood.ended(NOW)).isEqualTo(Map.of("a", 1));
    }
}
