package kz.zhospar.conversation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.buttons;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import kz.zhospar.conversation.ConversationService;
import kz.zhospar.conversation.Place;
import kz.zhospar.identity.People;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class RequestDiscussionViewTest {

    private static final String BODY = "uoz";
    private static final String AUTHOR = "uoz-official";
    private static final String HEAD = "uoz-head";
    private static final String ON_REQUEST = "Комментарий ко всему запросу";
    private static final String ON_CHANGE = "Комментарий к изменению";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ConversationService conversations;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void takesACommentAndAReplyAndAResolvedMark() {
        var number = drafts.submitted(BODY, "На обсуждении");

        open(HEAD, number, () -> {
            assertThat(part("z-discussion")).contains("Комментариев ко всему запросу пока нет");
            _setValue(area(ON_REQUEST), "Почему так много?");
            _click(button("Отправить комментарий"));
            assertThat(part("z-comment")).contains("Почему так много?", HEAD);
            assertThat(part("z-empty")).isEmpty();
            assertThat(area(ON_REQUEST).getValue()).isEmpty();
        });
        open(AUTHOR, number, () -> {
            _click(button("Ответить"));
            _setValue(area("Ответ"), "Выросла потребность");
            _click(button("Отправить ответ"));
            assertThat(part("z-comments")).contains("Почему так много?", "Выросла потребность");
            _click(button("Отметить решённым"));
            assertThat(part("z-thread-head")).contains("Решено", AUTHOR);
            assertThat(part("z-comments")).isEmpty();
            _click(button("Показать комментарии (2)"));
            assertThat(part("z-comments")).contains("Выросла потребность");
            _click(button("Открыть снова"));
            assertThat(part("z-thread-head")).isEmpty();
        });
    }

    @Test
    void opensTheDiscussionOfOneChangeUnderIt() {
        var number = drafts.submitted(BODY, "По одному изменению");

        open(HEAD, number, () -> {
            assertThat(part("z-place-talk-panel")).isEmpty();
            _click(button("Обсудить"));
            _setValue(area(ON_CHANGE), "Не сходится с отчётом");
            _click(_find(com.vaadin.flow.component.button.Button.class, spec -> spec.withText("Отправить комментарий"))
                    .getFirst());
            assertThat(buttons()).contains("Обсуждение (1)").doesNotContain("Обсудить");
            assertThat(part("z-discussion")).contains("Обсуждений под отдельными изменениями: 1, из них не решено: 1");
        });
        open("auditor", number, () -> {
            assertThat(part("z-place-talk-resolved")).isEmpty();
            _click(button("Обсуждение (1)"));
            assertThat(part("z-place-talk-panel")).contains("Не сходится с отчётом");
            assertThat(buttons()).contains("Обсуждение (1)").doesNotContain("Обсудить", "Отправить комментарий");
            assertThat(_find(TextArea.class)).isEmpty();
        });
        var thread = as(person(AUTHOR), () -> conversations.of(number))
                .threads()
                .getFirst()
                .id();
        as(person(AUTHOR), () -> conversations.resolve(thread));
        open(HEAD, number, () -> assertThat(part("z-place-talk-resolved")).isEqualTo("Решено"));
    }

    @Test
    void findsAnUnsentCommentInTheNextSession() {
        var number = drafts.submitted(BODY, "Прерванный");

        open(HEAD, number, () -> {
            _setValue(area(ON_REQUEST), "Начало общего");
            _click(button("Обсудить"));
            _setValue(area(ON_CHANGE), "Начало частного");
        });

        open(HEAD, number, () -> {
            assertThat(area(ON_REQUEST).getValue()).isEqualTo("Начало общего");
            assertThat(area(ON_CHANGE).getValue()).isEqualTo("Начало частного");
        });
        open(AUTHOR, number, () -> assertThat(area(ON_REQUEST).getValue()).isEmpty());
    }

    @Test
    void keepsTheTextOfARefusedComment() {
        var number = drafts.submitted(BODY, "С отказом");

        open(HEAD, number, () -> {
            _click(button("Отправить комментарий"));
            assertThat(part("z-composer")).contains("Напишите текст комментария");
            _setValue(area(ON_REQUEST), "я".repeat(10_001));
            _click(button("Отправить комментарий"));
            assertThat(part("z-composer")).contains("не может быть больше 10\u00a0000 знаков");
            assertThat(area(ON_REQUEST).getValue()).hasSize(10_001);
            _setValue(area(ON_REQUEST), "@[ut-official] смотрите");
            _click(button("Отправить комментарий"));
            assertThat(part("z-composer")).contains("не имеет доступа к этому запросу");
            assertThat(part("z-comment")).isEmpty();
        });
    }

    @Test
    void mentionsSomebodyFoundInAList() {
        var number = drafts.submitted(BODY, "С упоминанием");
        var economy =
                context.getBean(People.class).byAccount("economy").orElseThrow().name();

        open(HEAD, number, () -> {
            _setValue(area(ON_REQUEST), "Прошу проверить:");
            _click(button("Упомянуть"));
            @SuppressWarnings("unchecked")
            ComboBox<String> people = _get(ComboBox.class, spec -> spec.withLabel("Кого упомянуть"));
            people.setValue(economy);
            assertThat(area(ON_REQUEST).getValue()).isEqualTo("Прошу проверить: @" + economy + " ");
            assertThat(_find(ComboBox.class)).isEmpty();
            _click(button("Отправить комментарий"));
            assertThat(part("z-mention")).isEqualTo("@" + economy);
        });

        assertThat(as(person(AUTHOR), () -> conversations.of(number))
                        .threads()
                        .getFirst()
                        .comments()
                        .getFirst()
                        .mentions())
                .containsOnlyKeys("economy");
    }

    @Test
    void opensTheListOfPeopleUnderTheSignThatIsTyped() {
        var number = drafts.submitted(BODY, "Со знаком");
        var economy = person("economy").name();
        open(AUTHOR, number, () -> {
            _setValue(area(ON_REQUEST), "Прошу (@эко проверить");
            // The list opens with the sign; what is typed before it has opened belongs to it.
            picker().typed(8);
            @SuppressWarnings("unchecked")
            ComboBox<String> people = _get(ComboBox.class, spec -> spec.withLabel("Кого упомянуть"));
            picker().leftAt(11);
            people.setValue(economy);
            assertThat(area(ON_REQUEST).getValue()).isEqualTo("Прошу (@" + economy + " проверить");
            assertThat(_find(ComboBox.class)).isEmpty();
        });
    }

    private static MentionPicker picker() {
        return area(ON_REQUEST)
                .getParent()
                .orElseThrow()
                .getChildren()
                .filter(MentionPicker.class::isInstance)
                .map(MentionPicker.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsHostileTextAsTextAndFoldsALongOne() {
        var number = drafts.submitted(BODY, "Враждебный");
        as(person(HEAD), () -> conversations.write(number, null, null, "<script>alert(1)</script>\u202Eоборот"));
        as(person(HEAD), () -> conversations.write(number, null, null, "<img src=x onerror=alert(1)>".repeat(357)));

        open(AUTHOR, number, () -> {
            assertThat(text()).contains("<script>alert(1)</script>", "Показать полностью (9\u00a0996 знаков)");
            assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain("<script>alert", "<img src=x");
        });
    }

    @Test
    void showsWhatOthersWriteWithoutTouchingWhatIsBeingTyped() {
        var number = drafts.submitted(BODY, "Вдвоём");
        var thread = as(person(HEAD), () -> conversations.write(number, null, null, "Вопрос"));
        var place = Place.of(
                as(person(HEAD), () -> drafts.requests().find(number)).changes().getFirst());

        open(AUTHOR, number, () -> {
            _click(button("Ответить"));
            var typing = area("Ответ");
            _setValue(typing, "Пишу ответ");
            as(person(HEAD), () -> {
                conversations.write(number, null, thread.id(), "Уточнение");
                conversations.write(number, place, null, "И к изменению");
                conversations.resolve(thread.id());
            });
            ComponentUtil.getData(UI.getCurrent(), Talk.class).refresh();

            assertThat(part("z-comments")).contains("Вопрос", "Уточнение");
            assertThat(part("z-thread-head")).contains("Решено");
            assertThat(buttons()).contains("Обсуждение (1)");
            assertThat(area("Ответ")).isSameAs(typing);
            assertThat(typing.getValue()).isEqualTo("Пишу ответ");
            assertThat(part("z-discussion")).contains("Новый комментарий: " + HEAD);
        });
    }

    @Test
    void namesTheChangeThatIsNoLongerInTheRequest() {
        var number = drafts.draft(BODY, "С убранным");
        var change = as(person(AUTHOR), () -> drafts.requests().find(number))
                .changes()
                .getFirst();
        as(person(HEAD), () -> conversations.write(number, Place.of(change), null, "Лишнее"));

        open(AUTHOR, number, () -> {
            assertThat(part("z-thread-place")).isEmpty();
            _click(button("Убрать"));
            assertThat(part("z-discussion")).contains("К изменению, которого больше нет в запросе", "Лишнее");
            assertThat(part("z-discussion-elsewhere")).isEmpty();
        });
    }

    private static TextArea area(String label) {
        return _get(TextArea.class, spec -> spec.withLabel(label));
    }

    private void open(String account, long number, Runnable look) {
        Browser.open(context, account, "changes/" + number, look);
    }
}
