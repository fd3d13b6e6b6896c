package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.util.List;
import kz.zhospar.audit.ComparisonTotals;
import kz.zhospar.audit.ComparisonTotals.Money;
import kz.zhospar.audit.PlanComparison;
import kz.zhospar.common.ui.Ui;

/** What moved between two states: items, targets up and down, money by source and year. */
class ComparisonTotalsPart extends Section {

    ComparisonTotalsPart(PlanComparison comparison) {
        var totals = comparison.totals();
        addClassNames("z-card", "z-compare-totals");
        add(new H2(t("compare.totals")), counts(totals));
        if (!totals.money().isEmpty()) {
            var scope = comparison.filter().body() == null ? "compare.money.scope.all" : "compare.money.scope.body";
            add(new H2(t("compare.money")), Ui.span("z-soft z-small", t(scope)), money(totals.money()));
        }
    }

    private static Component counts(ComparisonTotals totals) {
        var list = new DescriptionList();
        count(list, t("compare.totals.edits"), totals.edits());
        totals.added().forEach((type, count) -> count(list, t("compare.totals.added", t("plan.type." + type)), count));
        totals.removed()
                .forEach((type, count) -> count(list, t("compare.totals.removed", t("plan.type." + type)), count));
        var targets = totals.targets();
        count(list, t("compare.totals.raised"), targets.raised());
        count(list, t("compare.totals.lowered"), targets.lowered());
        count(list, t("compare.totals.eased"), targets.eased());
        count(list, t("compare.totals.tightened"), targets.tightened());
        count(list, t("compare.totals.other"), targets.other());
        return list;
    }

    /** What did not happen need not be read. */
    private static void count(DescriptionList list, String what, int count) {
        if (count > 0) {
            list.add(Ui.div(
                    "",
                    new DescriptionList.Term(what),
                    new DescriptionList.Description(Ui.formats().number(count))));
        }
    }

    private Component money(List<Money> money) {
        var table = new HtmlContainer("table");
        table.addClassName("z-compare-money");
        var head = new HtmlContainer("tr");
        head.add(
                heading(t("compare.money.source"), ""),
                heading(t("compare.column.year"), "z-number"),
                heading(t("compare.column.before"), "z-number"),
                heading(t("compare.column.after"), "z-number"),
                heading(t("compare.column.difference"), "z-number"));
        table.add(new HtmlContainer("thead", head));
        var body = new HtmlContainer("tbody");
        money.forEach(one -> body.add(row(one)));
        table.add(body);
        var scroll = Ui.div("z-compare-scroll", table);
        // On a narrow screen it is moved sideways, with the keyboard too.
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        Ui.describe(scroll, t("compare.money"));
        return scroll;
    }

    private Component row(Money money) {
        var source = t("plan.funding-source." + money.source());
        var row = new HtmlContainer("tr");
        row.add(
                cell("", money.passport() ? t("compare.money.passport", source) : source),
                cell("z-number", String.valueOf(money.year())),
                cell("z-number", number(money.before())),
                cell("z-number", number(money.after())),
                cell("z-number z-compare-difference", Ui.formats().signed(money.difference())));
        return row;
    }

    private static String number(BigDecimal number) {
        return Ui.formats().number(number);
    }

    private static Component heading(String text, String className) {
        var cell = new HtmlContainer("th");
        cell.getElement().setAttribute("scope", "col");
        return filled(cell, text, className);
    }

    private static Component cell(String className, String text) {
        return filled(new HtmlContainer("td"), text, className);
    }

    private static Component filled(HtmlContainer cell, String text, String classNames) {
        if (!classNames.isEmpty()) {
            cell.addClassNames(classNames.split(" "));
        }
        cell.setText(text);
        return cell;
    }
}
