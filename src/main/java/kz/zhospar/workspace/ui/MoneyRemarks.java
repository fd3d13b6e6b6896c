package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import kz.zhospar.common.ui.Ui;

/** Says in words where two statements of the document differ, without taking sides. */
class MoneyRemarks extends Div {

    /** {@code reckonedFrom} says what the other amount is the sum of. */
    MoneyRemarks(List<MoneyRows.Difference> differences, String reckonedFrom) {
        addClassName("ws-remarks");
        if (differences.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        differences.forEach(difference -> list.add(new ListItem(sentence(difference, reckonedFrom))));
        add(new Paragraph(t("workspace.money.remarks")), list);
    }

    private static String sentence(MoneyRows.Difference difference, String reckonedFrom) {
        var formats = Ui.formats();
        return t(
                "workspace.money.remark",
                String.valueOf(difference.year()),
                t("plan.choice." + difference.source()),
                formats.number(difference.stated()),
                reckonedFrom,
                formats.number(difference.reckoned()),
                formats.number(difference.amount().abs().stripTrailingZeros()));
    }
}
