package kz.zhospar.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.zhospar.SettableClock;
import kz.zhospar.identity.SignIn;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.AuthenticationException;

/** Two nodes on one database, with clocks of their own. */
@ZhosparTest
class PresenceModuleTest {

    @Autowired
    private ApplicationContext context;

    private final String place = "goal/" + UUID.randomUUID();
    private final SettableClock clock = new SettableClock();
    private Signals hereSignals;
    private Signals thereSignals;
    private Presence here;
    private Presence there;

    @BeforeEach
    void startTwoNodes() {
        hereSignals = Nodes.signals(context);
        thereSignals = Nodes.signals(context);
        here = Nodes.presence(hereSignals, clock);
        there = Nodes.presence(thereSignals, clock);
        hereSignals.start();
        thereSignals.start();
        here.start();
        there.start();
    }

    @AfterEach
    void stopThem() {
        here.stop();
        there.stop();
        hereSignals.stop();
        thereSignals.stop();
    }

    @Test
    void showsWhoIsThereOnEveryNodeUntilTheyLeave() {
        var head = enter(here, "ugm-head");
        assertThat(names(here)).containsExactly("ugm-head");
        await().until(() -> names(there).equals(List.of("ugm-head")));

        head.close();
        assertThat(names(here)).isEmpty();
        await().until(() -> names(there).isEmpty());
    }

    @Test
    void countsAPersonOnceAndNeverOneself() {
        enter(here, "ugm-head");
        enter(here, "ugm-head");
        enter(there, "ugm-head");
        enter(here, "ugm-official");
        enter(there, "akim-office");
        await().until(() -> names(here).equals(List.of("akim-office", "ugm-head")));
        await().until(() -> names(there).equals(List.of("akim-office", "ugm-head")));
    }

    @Test
    void tellsWhatIsBeingEdited() {
        var one = enter(here, "ugm-head");
        var other = enter(there, "ugm-head");
        one.edit("a");
        other.edit("b");
        await().until(() -> cells(there).equals(Set.of("a", "b")));
        one.edit(null);
        await().until(() -> cells(there).equals(Set.of("b")));
    }

    @Test
    void tellsANodeThatStartsLaterWhoIsThere() {
        enter(here, "ugm-head");
        there.stop();
        there = Nodes.presence(thereSignals, clock);
        there.start();
        await().until(() -> names(there).equals(List.of("ugm-head")));
    }

    @Test
    void tellsMoreThanOneMessageHolds() {
        IntStream.range(0, 200)
                .forEach(number ->
                        SignIn.as(SignIn.person("person-%d-official".formatted(number)), () -> here.enter(place)));
        await().until(() -> names(there).size() == 200);
    }

    @Test
    void forgetsATabThatGivesNoSignOfLifeAndTakesItBackWhenItDoes() {
        var stay = enter(here, "ugm-head");
        await().until(() -> names(there).size() == 1);
        clock.advance(Duration.ofMinutes(2));
        stay.stillHere();
        clock.advance(Duration.ofMinutes(2));
        tick();
        assertThat(names(here)).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        tick();
        assertThat(names(here)).isEmpty();
        await().until(() -> names(there).isEmpty());

        stay.stillHere();
        await().until(() -> names(there).size() == 1);
        stay.close();
        stay.stillHere();
        assertThat(names(here)).isEmpty();
    }

    @Test
    void forgetsTheOnesOfANodeThatIsGone() {
        enter(here, "ugm-head");
        await().until(() -> names(there).size() == 1);
        here.stop();
        clock.advance(Duration.ofSeconds(100));
        there.tick();
        assertThat(names(there)).isEmpty();
    }

    @Test
    void tellsListenersOfAPlaceOnly() throws Exception {
        var heard = new AtomicInteger();
        var elsewhere = new AtomicInteger();
        try (var _ = there.on(place, heard::incrementAndGet);
                var _ = there.on("goal/elsewhere", elsewhere::incrementAndGet)) {
            enter(here, "ugm-head");
            await().until(() -> heard.get() > 0);
            assertThat(elsewhere).hasValue(0);
        }
    }

    @Test
    void isLeftUnharmedByMessagesOfAnyKind() {
        List.of(
                        "nonsense",
                        "null",
                        "[]",
                        "{\"from\":null}",
                        "{\"from\":\"x\",\"here\":[null,{}],\"gone\":[null,\"y\"],\"ask\":null}",
                        "{\"from\":\"x\",\"here\":\"y\"}",
                        "{\"from\":\"x\",\"here\":[{\"id\":\"1\",\"place\":\"%s\",\"account\":\"a\",\"name\":\"%s\"}]}"
                                .formatted(place, "n".repeat(300)))
                .forEach(message -> hereSignals.send("presence", message));
        enter(here, "ugm-head");
        await().until(() -> names(there).equals(List.of("ugm-head")));
    }

    @Test
    void isForThoseWhoAreSignedIn() {
        assertThatThrownBy(() -> here.enter(place)).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> here.others(place)).isInstanceOf(AuthenticationException.class);
    }

    private Presence.Stay enter(Presence node, String account) {
        return SignIn.as(SignIn.person(account), () -> node.enter(place));
    }

    private List<Presence.Visitor> others(Presence node) {
        return SignIn.as(SignIn.person("ugm-official"), () -> node.others(place));
    }

    private List<String> names(Presence node) {
        return others(node).stream().map(Presence.Visitor::name).toList();
    }

    private Set<String> cells(Presence node) {
        return others(node).getFirst().cells();
    }

    private void tick() {
        here.tick();
        there.tick();
    }
}
