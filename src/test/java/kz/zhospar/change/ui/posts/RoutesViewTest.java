package kz.zhospar.change.ui.posts;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.Stream;
import kz.zhospar.change.Risk;
import kz.zhospar.change.RouteRecord;
import kz.zhospar.change.RouteService;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class RoutesViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RouteService routes;

    @BeforeEach
    void beginWithAKnownRoute() {
        change(new RouteStage(Step.HEAD, 3), new RouteStage(Step.AKIM_OFFICE, 3));
    }

    private RouteRecord change(RouteStage... stages) {
        return as(person("admin"), () -> routes.change(Risk.LOW, List.of(stages), "Для проверки"));
    }

    private List<RouteStage> kept() {
        return as(person("admin"), routes::routes).getFirst().stages();
    }

    @Test
    void showsEachRouteWithItsEditionAndWhatItWasBefore() {
        open(() -> {
            assertThat(text())
                    .contains("Незначительные изменения", "Фактические значения", "Значимые изменения")
                    .contains("завершаются по маршруту, с которым они начались")
                    .contains("Действует редакция", "Прежние редакции");
            assertThat(card().text()).contains("Руководитель органа", "Аппарат акима");
        });
    }

    @Test
    void savesStagesThatWereAddedMovedAndTakenOut() {
        open(() -> {
            _setValue(card().select(), Step.ECONOMY);
            card().press("Добавить этап");
            card().press("Выше: этап «Управление экономики»");
            card().press("Убрать: этап «Руководитель органа»");
            _setValue(card().days().getFirst(), 5);
            card().reason("Ускорение согласования");
            card().press("Сохранить маршрут");
            assertThat(text()).contains("Маршрут сохранён. Действует редакция");
            assertThat(card().text()).contains("Руководитель органа (рабочих дней: 3) → Аппарат акима");
        });
        assertThat(kept()).containsExactly(new RouteStage(Step.ECONOMY, 5), new RouteStage(Step.AKIM_OFFICE, 3));
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() {
        open(() -> {
            _setValue(card().days().get(1), 61);
            card().press("Сохранить маршрут");
            assertThat(card().days().get(1).getErrorMessage()).contains("Аппарат акима", "от 1 до 60");
            assertThat(card().days().get(1).isInvalid()).isTrue();
            card().days().get(1).clear();
            card().press("Сохранить маршрут");
            assertThat(card().days().get(1).isInvalid()).isTrue();

            _setValue(card().days().get(1), 7);
            card().press("Сохранить маршрут");
            assertThat(card().days().get(1).isInvalid()).isFalse();
            assertThat(card().reason().getErrorMessage()).isEqualTo("Укажите причину.");
            assertThat(card().days().get(1).getValue()).isEqualTo(7);

            card().press("Убрать: этап «Руководитель органа»");
            card().press("Убрать: этап «Аппарат акима»");
            card().reason("Проверка");
            card().press("Сохранить маршрут");
            assertThat(card().text()).contains("хотя бы один этап");
            assertThat(card().reason().getValue()).isEqualTo("Проверка");
            card().press("Вернуть как было");
            assertThat(card().days()).hasSize(2);
        });
        assertThat(kept()).containsExactly(new RouteStage(Step.HEAD, 3), new RouteStage(Step.AKIM_OFFICE, 3));
    }

    @Test
    void saysThatSomebodyElseHasChangedTheRouteMeanwhile() {
        open(() -> {
            _setValue(card().days().getFirst(), 9);
            card().reason("Продление");
            change(new RouteStage(Step.CURATOR, 4));
            card().press("Сохранить маршрут");
            assertThat(card().text()).contains("Пока вы правили маршрут", "Куратор (рабочих дней: 4)");
            assertThat(kept()).containsExactly(new RouteStage(Step.CURATOR, 4));
            card().press("Сохранить маршрут");
        });
        assertThat(kept()).containsExactly(new RouteStage(Step.HEAD, 9), new RouteStage(Step.AKIM_OFFICE, 3));
    }

    @Test
    void makesNoEditionOfWhatIsTheSame() {
        open(() -> {
            card().press("Сохранить маршрут");
            assertThat(text()).contains("Маршрут не изменён");
        });
    }

    @Test
    void isNoPlaceForOthers() {
        for (var account : new String[] {"ugm-head", "auditor", "akim-office"}) {
            Browser.open(
                    context, account, "admin/routes", () -> assertThat(text()).contains("Раздел недоступен"));
        }
    }

    /** The card of the first risk, read anew at each look. */
    private static Card card() {
        return new Card(_find(RouteCard.class).getFirst());
    }

    private record Card(RouteCard card) {

        String text() {
            return card.getElement().getTextRecursively();
        }

        List<IntegerField> days() {
            return _find(card, IntegerField.class);
        }

        TextArea reason() {
            return _get(card, TextArea.class);
        }

        void reason(String text) {
            _setValue(reason(), text);
        }

        @SuppressWarnings("unchecked")
        Select<Step> select() {
            return _get(card, Select.class);
        }

        /** Finds a button by what it says or, where several say the same, by its full name. */
        void press(String name) {
            _click(_find(card, Button.class).stream()
                    .filter(button -> Stream.of(
                                    button.getText(), button.getAriaLabel().orElse(""))
                            .anyMatch(name::equals))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private void open(Runnable look) {
        Browser.open(context, "admin", "admin/routes", look);
    }
}
