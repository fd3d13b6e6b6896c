package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import java.util.UUID;
import java.util.function.Consumer;
import kz.zhospar.change.SubstitutionRecord;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.change.ui.Confirmation;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.PlanSnapshot;

/** One substitution, told from the reader's side where he is one of the two. */
class SubstitutionRow extends ListItem {

    private final SubstitutionRecord record;
    private final String holder;

    SubstitutionRow(PlanSnapshot plan, Person reader, SubstitutionRecord record, boolean mayEnd, Consumer<UUID> end) {
        this.record = record;
        this.holder = Signatures.of(plan.tree(), record.holder(), record.holderPosition(), record.holderBody());
        addClassName("z-posts-row");
        add(Ui.div("z-posts-what", Ui.span("z-posts-who", who(reader)), Ui.span("z-soft z-small", period())), phase());
        if (mayEnd) {
            add(Buttons.once(t("posts.end.ask"), () -> confirm(end).open()));
        }
    }

    private String who(Person reader) {
        if (record.substituteAccount().equals(reader.account())) {
            return t("posts.you-stand-in", holder);
        }
        return record.holderAccount().equals(reader.account())
                ? t("posts.stands-in-for-you", record.substitute())
                : t("posts.stands-in", record.substitute(), holder);
    }

    private String period() {
        var formats = Ui.formats();
        var period = t("posts.period", formats.date(record.firstDay()), formats.date(record.lastDay()));
        return record.endedAt() == null ? period : t("posts.period.ended", period, formats.moment(record.endedAt()));
    }

    private Component phase() {
        var tone = switch (record.phase()) {
            case RUNNING -> "z-tag good";
            case AHEAD -> "z-tag accent";
            case OVER -> "z-tag";
        };
        return Ui.span(tone, t("posts.phase." + record.phase()));
    }

    private Dialog confirm(Consumer<UUID> end) {
        return new Confirmation(
                t("posts.end.title"),
                t("posts.end.consequence", record.substitute(), holder),
                t("posts.end"),
                () -> end.accept(record.id()));
    }
}
