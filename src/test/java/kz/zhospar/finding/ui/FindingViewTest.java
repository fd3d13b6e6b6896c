package kz.zhospar.finding.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.buttons;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import kz.zhospar.finding.FindingCommand;
import kz.zhospar.finding.FindingFilter;
import kz.zhospar.finding.FindingRecord;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Findings on the screens of auditors and of the bodies that answer. */
@ScreenTest
class FindingViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private FindingService findings;

    @Test
    void isRecordedOnThePageOfARequestAndKeptThereWhenSomethingIsMissing() {
        var request = new Drafts(context).submitted("ugm", "О дорогах");
        open("auditor", "changes/" + request, () -> {
            _click(button("Записать замечание"));
            _setValue(_get(TextArea.class, spec -> spec.withLabel("Текст")), "Нет расчёта <b>цели</b>");
            confirm("Записать замечание");
            assertThat(text()).contains("Заполните поле «Существенность».");
            assertThat(_get(TextArea.class, spec -> spec.withLabel("Текст")).getValue())
                    .isEqualTo("Нет расчёта <b>цели</b>");
            severity();
            _setValue(
                    _get(DatePicker.class, spec -> spec.withLabel("Срок ответа")),
                    LocalDate.now().plusDays(9));
            confirm("Записать замечание");
            assertThat(text()).contains("Нет расчёта <b>цели</b>", "Ждёт ответа органа", "Высокая существенность");
        });
        assertThat(as(person("ugm-head"), () -> findings.on(new Subject.OfRequest(request))))
                .extracting(FindingRecord::body)
                .containsExactly("ugm");
        open("ugm-official", "changes/" + request, () -> {
            assertThat(text()).contains("Замечания аудита", "Нет расчёта <b>цели</b>");
            assertThat(buttons()).doesNotContain("Записать замечание");
        });
    }

    @SuppressWarnings("unchecked")
    private static void severity() {
        _setValue((Select<Severity>) _get(Select.class, spec -> spec.withLabel("Существенность")), Severity.HIGH);
    }

    /** The button of the dialog says the same as the one that opened it. */
    private static void confirm(String text) {
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText(text)));
    }

    @Test
    void isAnsweredByTheBodyAndJudgedByTheAuditor() {
        var finding = raised();
        open("ugm-head", finding.address(), () -> {
            assertThat(buttons()).contains("Ответить").doesNotContain("Принять ответ", "Отозвать замечание");
            _click(button("Ответить"));
            confirm("Ответить");
            assertThat(text()).contains("Заполните поле «Ответ».");
            _setValue(_get(TextArea.class, spec -> spec.withLabel("Ответ")), "Расчёт приложен");
            confirm("Ответить");
            assertThat(text()).contains("Ответ на рассмотрении", "Ответ органа", "Расчёт приложен");
            assertThat(buttons()).doesNotContain("Ответить");
        });
        open("auditor", finding.address(), () -> {
            _click(button("Принять ответ"));
            _setValue(_get(TextArea.class, spec -> spec.withLabel("Текст")), "Достаточно");
            confirm("Принять ответ");
            assertThat(text()).contains("Ответ принят", "Достаточно");
            assertThat(buttons()).doesNotContain("Принять ответ", "Вернуть ответ", "Отозвать замечание");
        });
    }

    @Test
    void isListedWithWhatItIsAboutAndHiddenFromOthers() {
        var finding = raised();
        open(
                "economy",
                "audit/findings?severity=low",
                () -> assertThat(text())
                        .contains("Замечание № " + finding.number(), "Ревизия № 1", "Источник не назван"));
        open(
                "economy",
                "audit/findings?severity=high",
                () -> assertThat(text()).doesNotContain("Замечание № " + finding.number() + " "));
        open(
                "uoz-head",
                "audit/findings?state=all",
                () -> assertThat(text()).contains("Замечаний с такими условиями нет."));
        open("uoz-head", finding.address(), () -> assertThat(text()).doesNotContain("Источник не назван"));
        assertThat(as(person("uoz-head"), () -> findings.list(new FindingFilter(null, null, null))))
                .isEmpty();
    }

    private FindingRecord raised() {
        var command = new FindingCommand(
                new Subject.OfRevision(1),
                "ugm",
                Severity.LOW,
                "Источник не назван",
                LocalDate.now().plusDays(3));
        return as(person("auditor"), () -> findings.raise(command));
    }

    private void open(String account, String address, Runnable look) {
        Browser.open(context, account, address, look);
    }
}
