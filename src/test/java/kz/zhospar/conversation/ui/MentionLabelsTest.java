package kz.zhospar.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.zhospar.conversation.Mentionable;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;
import org.junit.jupiter.api.Test;

class MentionLabelsTest {

    private static final PlanTree PLAN = new PlanSnapshot(1, Instant.EPOCH, Map.of()).tree();

    private final MentionLabels labels = new MentionLabels(
            List.of(
                    new Mentionable("a-1", "Иван", "head", "uoz"),
                    new Mentionable("a-2", "Иван Иванов", "official", "uoz"),
                    new Mentionable("b-1", "Ахметова А. (1+1)", "official", "uoz"),
                    new Mentionable("c-1", "Ли", "official", "uoz"),
                    new Mentionable("c-2", "Ли", "head", "uoz"),
                    new Mentionable("d-1", "Ким", "head", "ut"),
                    new Mentionable("d-2", "Ким", "head", "ut")),
            PLAN);

    @Test
    void tellsNamesakesApart() {
        assertThat(labels.labels())
                .hasSize(7)
                .contains("Иван", "Иван Иванов")
                .doesNotContain("Ли", "Ким")
                .anyMatch(label -> label.startsWith("Ким") && label.endsWith("d-2"));
    }

    @Test
    void takesTheLongestName() {
        assertThat(labels.toMentions("@Иван, @Иван Иванов и @Иванова")).isEqualTo("@[a-1], @[a-2] и @Иванова");
    }

    @Test
    void takesNamesLiterally() {
        assertThat(labels.toMentions("@Ахметова А. (1+1)$1\\")).isEqualTo("@[b-1]$1\\");
        assertThat(labels.toMentions("почта@Иван и просто Иван")).isEqualTo("почта@Иван и просто Иван");
    }

    @Test
    void leavesATextWithoutPeopleAlone() {
        assertThat(new MentionLabels(List.of(), PLAN).toMentions("@Иван")).isEqualTo("@Иван");
    }
}
