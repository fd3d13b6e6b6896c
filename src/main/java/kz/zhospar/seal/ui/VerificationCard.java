package kz.zhospar.seal.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.seal.CanaryState;
import kz.zhospar.seal.PastVerification;
import kz.zhospar.seal.VerificationStep;
import kz.zhospar.seal.internal.FaultWords;
import org.jspecify.annotations.Nullable;

/** How far the verification has come, or what the last one found. */
class VerificationCard extends Section {

    private static final int SHOWN = 200;

    private final People people;

    VerificationCard(People people) {
        this.people = people;
        addClassName("z-card");
        // Heard when it changes, without the reader having to look for it.
        getElement().setAttribute("aria-live", "polite");
    }

    void show(
            Optional<VerificationStep> running,
            boolean brokeOff,
            Optional<PastVerification> last,
            Optional<CanaryState> canary) {
        removeAll();
        add(new H2(t("seal.verification")));
        if (running.isPresent()) {
            add(progress(running.get()));
        } else if (brokeOff) {
            add(Ui.div("z-alert bad", new Paragraph(t("seal.broke-off"))));
        }
        last.ifPresent(this::show);
        if (last.isEmpty() && running.isEmpty()) {
            add(Ui.div("z-empty", Ui.span("", t("seal.never"))));
        }
        canary.filter(CanaryState::isWell)
                .ifPresent(state -> add(note(t("seal.canary.good", Ui.formats().moment(state.at())))));
    }

    private static Component progress(VerificationStep step) {
        var text = t("seal.progress." + step.part(), step.rows(), step.table());
        var progress = Ui.div("z-alert", new Paragraph(text));
        progress.getElement().setAttribute("role", "status");
        return progress;
    }

    private void show(PastVerification last) {
        var tag = last.isClean()
                ? Ui.span("z-tag good", t("seal.clean"))
                : Ui.span("z-tag bad", t("seal.faults", last.found()));
        var when = t("seal.verified", Ui.formats().exactMoment(last.at()), who(last.account()));
        add(
                Ui.div("z-seal-result", tag, Ui.span("", when)),
                note(t(
                        "seal.counts",
                        last.seals(),
                        last.rows(),
                        last.live(),
                        last.replayed(),
                        last.took().toMillis() / 1000.0)));
        if (last.unsealed() > 0) {
            add(note(t("seal.unsealed", last.unsealed())));
        }
        if (!last.isClean()) {
            add(faults(last));
        }
    }

    private String who(@Nullable String account) {
        return account == null
                ? "—"
                : people.byAccount(account).map(Person::name).orElse(account);
    }

    private static Component note(String text) {
        var note = new Paragraph(text);
        note.addClassNames("z-small", "z-soft");
        return note;
    }

    private static Component faults(PastVerification last) {
        var list = new OrderedList();
        list.addClassName("z-seal-faults");
        last.faults().stream()
                .limit(SHOWN)
                .map(fault -> new ListItem(FaultWords.of(fault, Texts.language())))
                .forEach(list::add);
        var rest = last.found() - list.getComponentCount();
        if (rest > 0) {
            list.add(new ListItem(t("seal.faults.more", rest)));
        }
        return list;
    }
}
