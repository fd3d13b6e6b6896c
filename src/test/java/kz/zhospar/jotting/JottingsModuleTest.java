package kz.zhospar.jotting;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.zhospar.jotting.internal.JottingCleaner;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ZhosparTest(properties = "zhospar.test=conversation")
class JottingsModuleTest {

    private static final String KEY = "reason/12/RETURN";

    @Autowired
    private Jottings jottings;

    @Autowired
    private JottingCleaner cleaner;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"uf-official", "uf-head", "economy", "curator-1", "akim-office", "auditor", "admin"})
    void keepsWhatAnybodySignedInHasTyped(String account) {
        as(person(account), () -> {
            jottings.keep(KEY, "Начато");
            jottings.keep(KEY, "Начато и продолжено");
        });

        assertThat(find(account, KEY)).contains("Начато и продолжено");
        assertThat(find(account, "reason/12/REJECT")).isEmpty();
        as(person(account), () -> jottings.drop(KEY));
        assertThat(find(account, KEY)).isEmpty();
    }

    @Test
    void showsNobodyWhatAnotherHasTyped() {
        as(person("uk-official"), () -> jottings.keep("comment/1/request", "Только для себя"));

        assertThat(find("uk-head", "comment/1/request")).isEmpty();
        assertThat(keys("uk-head", "")).isEmpty();
        as(person("uk-head"), () -> jottings.drop("comment/1/request"));
        assertThat(find("uk-official", "comment/1/request")).contains("Только для себя");
    }

    @Test
    void namesWhatIsKeptUnderKeysThatBeginAlike() {
        as(person("us-official"), () -> {
            jottings.keep("comment/1/request", "а");
            jottings.keep("comment/1/SERIES", "б");
            jottings.keep("comment/12/request", "в");
            jottings.keep("comment_1/x", "г");
        });

        assertThat(keys("us-official", "comment/1/")).containsExactly("comment/1/SERIES", "comment/1/request");
        assertThat(keys("us-official", "comment_")).containsExactly("comment_1/x");
    }

    @Test
    void dropsWhatHasBecomeBlank() {
        as(person("uz-official"), () -> {
            jottings.keep(KEY, "Лишнее");
            jottings.keep(KEY, " \n ");
        });

        assertThat(find("uz-official", KEY)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongAndStaysWithWhatItHad() {
        var longest = "я".repeat(20_000);
        as(person("up-official"), () -> jottings.keep(KEY, longest));

        assertThatThrownBy(() -> as(person("up-official"), () -> jottings.keep(KEY, longest + "!")))
                .isInstanceOfSatisfying(
                        JottingTooLong.class,
                        refusal -> assertThat(refusal.longest()).isEqualTo(20_000));
        assertThatThrownBy(() -> as(person("up-official"), () -> jottings.keep("k".repeat(201), "текст")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(find("up-official", KEY)).contains(longest);
    }

    @Test
    void keepsHostileTextButForWhatTurnsOrBreaksIt() {
        var hostile = "<script>alert(1)</script> \u202Eобратно '; drop table jotting; -- 😀";
        as(person("ut-official"), () -> jottings.keep(KEY, hostile + "\0\uD83D"));

        assertThat(find("ut-official", KEY)).contains(hostile.replace("\u202E", "") + "?");
    }

    @Test
    void takesTheSameKeyFromTwoSessionsAtOnce() throws Exception {
        var barrier = new CyclicBarrier(4);
        try (var sessions = Executors.newFixedThreadPool(4)) {
            var saved = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(session -> sessions.submit(() -> as(person("ui-official"), () -> {
                        barrier.await();
                        jottings.keep(KEY, "Сеанс " + session);
                        return true;
                    })))
                    .toList();
            for (var each : saved) {
                each.get();
            }
        }

        assertThat(find("ui-official", KEY))
                .hasValueSatisfying(text -> assertThat(text).startsWith("Сеанс "));
    }

    @Test
    void forgetsAfterNinetyDays() {
        as(person("ur-official"), () -> {
            jottings.keep("old", "Давнее");
            jottings.keep("young", "Недавнее");
        });
        age("old", 91);
        age("young", 89);

        cleaner.clean();

        assertThat(find("ur-official", "old")).isEmpty();
        assertThat(find("ur-official", "young")).contains("Недавнее");
    }

    private void age(String key, int days) {
        jdbc.sql("update jotting set saved_at = now() - make_interval(days => :days) where jotting_key = :key")
                .param("days", days)
                .param("key", key)
                .update();
    }

    private Optional<String> find(String account, String key) {
        return as(person(account), () -> jottings.find(key));
    }

    private Set<String> keys(String account, String prefix) {
        return as(person(account), () -> jottings.keys(prefix));
    }
}
