package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.util.List;

/** What tests find on the screens of the plan. */
final class Screen {

    private Screen() {}

    static void go(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
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
