package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.reporting.Campaign;

/** Reporting periods one under the other. */
class PeriodList extends Section {

    PeriodList(List<Campaign> periods, Function<Campaign, ListItem> item) {
        var list = new UnorderedList();
        list.addClassName("rp-periods");
        periods.forEach(period -> list.add(item.apply(period)));
        add(list);
        addClassName("z-card");
        Ui.describe(this, t("reporting.periods"));
    }
}
