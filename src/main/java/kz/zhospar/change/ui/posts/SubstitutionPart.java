package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.SubstitutionRecord;
import kz.zhospar.change.SubstitutionRecord.Phase;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.PlanSnapshot;

/** The substitutions that concern the reader, and the form that names another one. */
class SubstitutionPart extends Div {

    private static final List<Phase> ORDER = List.of(Phase.RUNNING, Phase.AHEAD, Phase.OVER);

    private final SubstitutionService substitutions;
    private final PlanSnapshot plan;
    private final Person person;
    private final Div found = new Div();

    SubstitutionPart(SubstitutionService substitutions, PlanSnapshot plan, Person person, Clock clock) {
        this.substitutions = substitutions;
        this.plan = plan;
        this.person = person;
        addClassName("z-posts-part");
        var list = new Section(new H2(t("posts.substitutions")), found);
        list.addClassName("z-card");
        add(list);
        show();
        var holders = substitutions.holders();
        if (!holders.isEmpty()) {
            add(new SubstituteForm(substitutions, plan, holders, clock, this::show));
        }
    }

    private void show() {
        found.removeAll();
        var all = substitutions.visible().stream()
                .sorted(Comparator.comparing(one -> ORDER.indexOf(one.phase())))
                .toList();
        var open = all.stream().filter(one -> one.phase() != Phase.OVER).toList();
        var over = all.stream().filter(one -> one.phase() == Phase.OVER).toList();
        if (open.isEmpty()) {
            var none = new Paragraph(t("posts.substitutions.none"));
            none.addClassName("z-soft");
            found.add(none);
        } else {
            found.add(list(open));
        }
        if (!over.isEmpty()) {
            found.add(new NativeDetails(t("posts.substitutions.over", over.size()), list(over)));
        }
    }

    private UnorderedList list(List<SubstitutionRecord> records) {
        var list = new UnorderedList();
        list.addClassName("z-posts-list");
        records.forEach(record -> list.add(new SubstitutionRow(plan, person, record, mayEnd(record), this::end)));
        return list;
    }

    private boolean mayEnd(SubstitutionRecord record) {
        return record.phase() != Phase.OVER
                && (person.is(Role.ADMIN) || record.holderAccount().equals(person.account()));
    }

    private void end(UUID id) {
        try {
            substitutions.end(id);
            Ui.tell(t("posts.ended"));
        } catch (Refusal refusal) {
            Refusals.tell(refusal, plan);
        }
        show();
    }
}
