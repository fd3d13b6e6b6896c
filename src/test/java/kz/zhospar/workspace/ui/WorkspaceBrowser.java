package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Set;
import kotlin.jvm.functions.Function0;
import org.springframework.context.ApplicationContext;

/** The screens of the plan as they are shown to the person of the test. */
final class WorkspaceBrowser {

    // Discovery overlooks classes that are not public.
    private static final Routes ROUTES =
            new Routes(Set.of(PlanView.class, GoalView.class, IndicatorView.class), Set.of(), true);

    private WorkspaceBrowser() {}

    static void open(ApplicationContext context) {
        Function0<UI> newUi = MockedUI::new;
        MockVaadin.setup(newUi, new MockSpringServlet(ROUTES, context, newUi));
    }

    static void close() {
        MockVaadin.tearDown();
    }

    /** {@code query} as in an address, without the question mark. */
    static void go(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    static <T extends Component> String text(Class<T> part) {
        return _get(part).getElement().getTextRecursively();
    }

    static List<GridModel.Cell> cells() {
        return _get(ValueGrid.class).model().cells().toList();
    }

    static GridModel.Cell cell(String label) {
        return cells().stream()
                .filter(cell -> cell.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cell " + label));
    }

    static ValueGrid.Reply type(String label, String text) {
        return _get(ValueGrid.class).save(cell(label).key(), text);
    }
}
