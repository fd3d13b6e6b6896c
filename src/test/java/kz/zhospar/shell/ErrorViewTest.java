package kz.zhospar.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.stream.Stream;
import kz.zhospar.change.Refusal;
import kz.zhospar.common.Language;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@ScreenTest
class ErrorViewTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void saysThatThereIsNoSuchPageAndLeadsBack() {
        Browser.open(context, "ugm-official", "changes/999999", () -> {
            assertThat(text()).contains("Страница не найдена").doesNotContain("changes/999999");
            assertThat(_get(Anchor.class, spec -> spec.withText("На рабочий стол"))
                            .getHref())
                    .isEmpty();
        });
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        Browser.open(context, "ugm-official", "", () -> {
            VaadinSession.getCurrent().setLocale(Language.KK.locale());
            UI.getCurrent().setLocale(Language.KK.locale());
            UI.getCurrent().navigate("changes/999999");
            assertThat(text()).contains("Бет табылмады");
        });
    }

    @ParameterizedTest
    @MethodSource
    void tellsWhatBecameOfAFailedAction(RuntimeException failure, String told) {
        Browser.open(context, "ugm-official", "", () -> {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));
            assertThat(text()).containsPattern(told).doesNotContain("secret");
        });
    }

    static Stream<Object[]> tellsWhatBecameOfAFailedAction() {
        return Stream.of(
                new Object[] {new Refusal(Refusal.Reason.LOCKED, 12345L, "x"), "запросом № 12345,"},
                new Object[] {new IllegalStateException(new Refusal(Refusal.Reason.NO_CHANGES)), "ни одного изменения"},
                new Object[] {new AccessDeniedException("secret"), "Действие вам недоступно"},
                new Object[] {new IllegalStateException("secret"), "Номер ошибки: [0-9A-F]{8}"});
    }
}
