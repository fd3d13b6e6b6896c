package kz.zhospar.live.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.live.Signals;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ZhosparTest
class FollowTest {

    private static final String TOPIC = "follow-test";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Signals signals;

    @Autowired
    private CurrentPerson person;

    @Autowired
    private RequestService requests;

    private final Div part = new Div();

    @Test
    void reactsAsThePersonOfTheScreenAndInItsLanguage() {
        var seen = new ArrayList<String>();
        onScreen(() -> {
            Follow.topic(part, signals, TOPIC, messages -> {
                // A service lets through only who is signed in.
                requests.locks();
                seen.add(person.require().account() + " " + Texts.language() + " " + messages);
            });
            UI.getCurrent().add(part);
            signals.send(TOPIC, "7");
            until(() -> !seen.isEmpty());
            assertThat(seen).containsExactly("ugm-official RU [7]");
        });
    }

    @Test
    void reactsOnceToABurst() {
        var reactions = new ArrayList<Set<String>>();
        onScreen(() -> {
            UI.getCurrent().add(part);
            Follow.topic(part, signals, TOPIC, reactions::add);
            for (var number = 0; number < 50; number++) {
                signals.tellHere(TOPIC, String.valueOf(number % 5));
            }
            until(() -> !reactions.isEmpty());
            assertThat(reactions.getFirst()).contains("0");
            assertThat(reactions).hasSizeLessThan(4);
        });
    }

    @Test
    void followsOnlyWhileThePartIsOnTheScreen() {
        var reactions = new AtomicInteger();
        onScreen(() -> {
            Follow.topic(part, signals, TOPIC, _ -> reactions.incrementAndGet());
            signals.tellHere(TOPIC, "before");
            UI.getCurrent().add(part);
            signals.tellHere(TOPIC, "during");
            until(() -> reactions.get() == 1);
            UI.getCurrent().remove(part);
            signals.tellHere(TOPIC, "after");
            UI.getCurrent().add(part);
            signals.tellHere(TOPIC, "again");
            until(() -> reactions.get() == 2);
        });
    }

    @Test
    void goesOnAfterAReactionThatFailed() {
        var reactions = new ArrayList<Set<String>>();
        onScreen(() -> {
            Follow.topic(part, signals, TOPIC, messages -> {
                reactions.add(messages);
                throw new IllegalStateException("as tests do");
            });
            UI.getCurrent().add(part);
            signals.tellHere(TOPIC, "one");
            until(() -> reactions.size() == 1);
            signals.tellHere(TOPIC, "two");
            until(() -> reactions.size() == 2);
            assertThat(reactions).isEqualTo(List.of(Set.of("one"), Set.of("two")));
        });
    }

    @Test
    void namesPeopleByTheirInitials() {
        assertThat(WhoIsHere.initials("Специалист, Управление образования")).isEqualTo("СУ");
        assertThat(WhoIsHere.initials("Әлия")).isEqualTo("Ә");
        assertThat(WhoIsHere.initials(" — ")).isEmpty();
    }

    private void onScreen(Runnable look) {
        Browser.open(context, "ugm-official", "plan", look);
    }

    private static void until(Callable<Boolean> condition) {
        await().pollInSameThread().until(() -> {
            MockVaadin.runUIQueue();
            return condition.call();
        });
    }
}
