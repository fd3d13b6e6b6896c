package kz.zhospar.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.util.stream.Stream;
import kz.zhospar.audit.Question;
import kz.zhospar.identity.SignIn;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class QuestionViewTest {

    @Autowired
    private ApplicationContext context;

    private void open(String account, String name, Runnable look) {
        Browser.open(context, account, "audit/queries" + name, look);
    }

    @Test
    void listsTheQuestions() {
        open("auditor", "", () -> {
            assertThat(text()).contains("Вопросы проверки", "Облегчённые цели", "Факты после закрытия периода");
            assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                    .contains("audit/queries/targets-eased", "audit/queries/facts-late");
        });
    }

    @ParameterizedTest
    @EnumSource
    void answersEachQuestionOrSaysThatThereIsNothing(Question question) {
        open(
                "economy",
                "/" + question.address(),
                () -> assertThat(text())
                        .containsAnyOf("Таких случаев нет", "Это все найденные случаи", "Показать ещё"));
    }

    @Test
    void saysWhoApprovedWhatWithoutOpeningIt() {
        var number = new Drafts(context).applied("uoz", "Без открытия");

        open("auditor", "/hasty-approvals", () -> {
            assertThat(part("z-answers"))
                    .contains("Согласовано без открытия запроса", "uoz-head", "Запрос № " + number, "Без открытия");
            assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                    .contains("changes/" + number)
                    .anyMatch(address -> address.startsWith("audit?revision="));
        });
    }

    @Test
    void showsOldAndNewOfAnEasedTarget() {
        var drafts = new Drafts(context);
        var field = drafts.freshField("uk");
        Stream.of("50", "40").forEach(value -> {
            var number = drafts.draft("uk", "Снижение", field, value);
            SignIn.as(SignIn.person("uk-official"), () -> drafts.drafts().submit(number));
            drafts.approveAll(number);
        });

        open(
                "akim-office",
                "/targets-eased",
                () -> assertThat(part("z-answer")).contains("50", "40", "Автор запроса: uk-official"));
    }

    @Test
    void doesNotKnowOtherNames() {
        open("auditor", "/nonsense", () -> assertThat(text()).contains("не найден"));
    }

    @Test
    void isNotForDepartments() {
        for (var account : new String[] {"uoz-official", "uoz-head", "curator-1", "admin"}) {
            open(account, "/targets-eased", () -> assertThat(text()).contains("Раздел недоступен"));
        }
    }
}
