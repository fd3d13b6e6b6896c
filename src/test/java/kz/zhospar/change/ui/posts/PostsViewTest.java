package kz.zhospar.change.ui.posts;

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

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.common.Formats;
import kz.zhospar.identity.Person;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class PostsViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SubstitutionService substitutions;

    @AfterEach
    void endWhatWasNamed() {
        as(person("admin"), () -> substitutions.visible().forEach(found -> substitutions.end(found.id())));
    }

    private static LocalDate today() {
        return LocalDate.now(Formats.ZONE);
    }

    private void name(String holder, String substitute, LocalDate first, LocalDate last) {
        as(person(holder), () -> substitutions.name(holder, substitute, first, last));
    }

    @Test
    void letsAHeadNameASubstitute() {
        open("ump-head", "posts", () -> {
            assertThat(text()).contains("Сейчас никто никого не замещает");
            choose("Кто замещает", "ump-official");
            _setValue(day("Последний день"), today().plusDays(3));
            _click(button("Назначить"));
            assertThat(part("z-posts-list")).contains("Вас замещает", "Действует", "Прекратить");
        });
        open(
                "ump-official",
                "posts",
                () -> assertThat(part("z-posts-list"))
                        .contains("Вы замещаете", "Действует")
                        .doesNotContain("Прекратить"));
        open("auditor", "posts", () -> assertThat(part("z-posts-list")).contains("замещает:"));
        open("uo-head", "posts", () -> assertThat(text()).contains("Сейчас никто никого не замещает"));
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        name("ump-head", "ump-official", today().plusDays(1), today().plusDays(2));
        open("ump-head", "posts", () -> {
            _click(button("Назначить"));
            assertThat(people("Кто замещает").getErrorMessage()).isEqualTo("Выберите, кто замещает.");
            assertThat(day("Последний день").isInvalid()).isTrue();

            choose("Кто замещает", "uo-head");
            _setValue(day("Последний день"), today().minusDays(1));
            _click(button("Назначить"));
            assertThat(day("Последний день").getErrorMessage()).contains("Проверьте период");
            _setValue(day("Последний день"), today().plusDays(1));
            _click(button("Назначить"));
            assertThat(day("Первый день").getErrorMessage()).contains("уже назначен");
            assertThat(people("Кто замещает").getValue().account()).isEqualTo("uo-head");
        });
    }

    @Test
    void endsASubstitutionOnceThatIsConfirmed() {
        name("ump-head", "ump-official", today(), today().plusDays(2));
        open("ump-head", "posts", () -> {
            _click(button("Прекратить…"));
            assertThat(text()).contains("больше не сможет принимать решения");
            _click(button("Прекратить замещение"));
            assertThat(text()).contains("Замещение прекращено", "Завершённые", "прекращено досрочно");
            assertThat(buttons()).doesNotContain("Прекратить…");
        });
    }

    @Test
    void letsTheAdministratorNameOneForAnybodyWhoDecides() {
        open("admin", "admin/posts", () -> {
            assertThat(text()).contains("Администрирование");
            choose("Кого замещают", "economy");
            choose("Кто замещает", "ue-head");
            _setValue(day("Последний день"), today());
            _click(button("Назначить"));
            assertThat(part("z-posts-list")).contains("замещает: Ирина Мусина, Согласующий управления экономики");
        });
        open(
                "ue-head",
                "",
                () -> assertThat(text()).contains("Сегодня вы замещаете: Ирина Мусина", "Замещение и передача дел"));
    }

    @Test
    void showsASubstituteWhatWaitsForHisPrincipal() {
        name("ump-head", "ump-official", today(), today());
        open("ump-official", "", () -> assertThat(text()).contains("Сегодня вы замещаете", "Ждут моего решения"));
        open("uo-official", "", () -> assertThat(text()).doesNotContain("Сегодня вы замещаете", "Ждут моего решения"));
    }

    @Test
    void offersNothingToThoseForWhomNobodyDecides() {
        for (var account : List.of("ump-official", "auditor")) {
            open(account, "posts", () -> assertThat(buttons()).doesNotContain("Назначить", "Передать…"));
        }
        open("ump-official", "posts", () -> assertThat(text()).doesNotContain("Передано ранее"));
    }

    @Test
    void handsRequestsOver() {
        var drafts = new Drafts(context);
        drafts.draft("ump", "Черновик уходящего");
        open("ump-head", "posts", () -> {
            assertThat(text()).contains("Открытых запросов: ");
            _click(button("Передать…"));
            _click(button("Передать"));
            assertThat(people("Кому передать").getErrorMessage()).isEqualTo("Выберите, кому передать.");
            choose("Кому передать", "ump-head");
            _click(button("Передать"));
            assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("Укажите причину.");
            _setValue(_get(TextArea.class), "Переход на другую должность");
            _click(button("Передать"));
            assertThat(_find(Dialog.class)).isEmpty();
            assertThat(text()).contains("Запросов передано", "Переход на другую должность");
        });
        open("auditor", "posts", () -> assertThat(text()).contains("Переход на другую должность"));
        open("uo-head", "posts", () -> assertThat(text()).doesNotContain("Переход на другую должность"));
    }

    private static void choose(String label, String account) {
        var field = people(label);
        var person = field.getListDataView()
                .getItems()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow();
        _setValue(field, person);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Person> people(String label) {
        return _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, spec -> spec.withLabel(label));
    }

    private void open(String account, String address, Runnable look) {
        Browser.open(context, account, address, look);
    }
}
