package kz.zhospar.jotting.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@ScreenTest
class KeptTextViewTest {

    private static final String ACCOUNT = "uks-official";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Jottings jottings;

    @Test
    void findsInASecondSessionWhatWasTypedInTheFirst() {
        type("kept/two-sessions", area -> _setValue(area, "Начатый ответ"));

        type("kept/two-sessions", area -> {
            assertThat(area.getValue()).isEqualTo("Начатый ответ");
            assertThat(area.getValueChangeMode()).isEqualTo(ValueChangeMode.LAZY);
            _setValue(area, "");
        });
        type("kept/two-sessions", area -> assertThat(area.getValue()).isEmpty());
    }

    @Test
    void servesASingleLine() {
        Browser.open(context, ACCOUNT, "", () -> {
            var field = new TextField("Тема");
            KeptText.in(field, "kept/line", jottings);
            UI.getCurrent().add(field);
            _setValue(field, "Тема письма");
        });

        assertThat(as(person(ACCOUNT), () -> jottings.find("kept/line"))).contains("Тема письма");
    }

    @Test
    void forgetsWhatWasSent() {
        Browser.open(context, ACCOUNT, "", () -> {
            var area = new TextArea("Причина");
            var kept = KeptText.in(area, "kept/sent", jottings);
            UI.getCurrent().add(area);
            _setValue(area, "Отправляется");
            kept.sent();
            assertThat(area.getValue()).isEmpty();
        });

        assertThat(as(person(ACCOUNT), () -> jottings.find("kept/sent"))).isEmpty();
    }

    @Test
    void saysWhatIsTooLongToBeKeptAndHoldsOnToIt() {
        type("kept/too-long", area -> {
            _setValue(area, "я".repeat(20_001));
            assertThat(area.getHelperText()).contains("Не сохранено на сервере", "20\u00a0000");
            assertThat(area.getValue()).hasSize(20_001);
            _setValue(area, "я".repeat(20_000));
            assertThat(area.getHelperText()).isEqualTo("Не короче предложения");
        });
    }

    @Test
    void saysWhatCouldNotBeKeptAndTriesAgainWhenTheFieldIsLeft() {
        type("kept/signed-out", area -> {
            var signedIn = SecurityContextHolder.getContext();
            SecurityContextHolder.clearContext();
            _setValue(area, "Набрано после выхода");
            assertThat(area.getHelperText()).startsWith("Не сохранено на сервере");
            assertThat(area.getValue()).isEqualTo("Набрано после выхода");

            SecurityContextHolder.setContext(signedIn);
            ComponentUtil.fireEvent(area, new BlurNotifier.BlurEvent<>(area, true));
            assertThat(area.getHelperText()).isEqualTo("Не короче предложения");
        });

        assertThat(as(person(ACCOUNT), () -> jottings.find("kept/signed-out"))).contains("Набрано после выхода");
    }

    private void type(String key, Consumer<TextArea> typing) {
        Browser.open(context, ACCOUNT, "", () -> {
            var area = new TextArea("Причина");
            area.setHelperText("Не короче предложения");
            KeptText.in(area, key, jottings);
            UI.getCurrent().add(area);
            typing.accept(area);
        });
    }
}
