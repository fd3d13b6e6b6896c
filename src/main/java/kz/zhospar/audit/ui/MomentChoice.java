package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.zhospar.audit.AsOf;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;

/** Chooses the moment of the plan: a day, a number, or one of the last changes; read when it is opened. */
final class MomentChoice extends Div {

    private static final int SHOWN = 8;

    private final Location location;
    private final PlanArchive archive;
    private final Function<List<RevisionRecord>, Map<Long, String>> titles;

    /** {@code location} is the screen that is shown anew, {@code titles} tells what requests were about. */
    MomentChoice(Location location, PlanArchive archive, Function<List<RevisionRecord>, Map<Long, String>> titles) {
        this.location = location;
        this.archive = archive;
        this.titles = titles;
        addClassName("asof-choice");
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible && getComponentCount() == 0) {
            add(Ui.div("asof-fields", day(), number()), latest());
        }
    }

    private Div day() {
        var field = new DayField(t("asof.day"));
        field.setHelperText(t("asof.day.help"));
        var show = new Button(t("asof.show"), _ -> {
            if (field.getValue() == null) {
                refuse(field, t("asof.day.missing"));
            } else {
                go(new AsOf(field.getValue().toString(), null));
            }
        });
        Ui.describe(show, t("asof.day.show"));
        return Ui.div("asof-field", field, show);
    }

    private Div number() {
        var field = new TextField(t("asof.number"));
        field.setAllowedCharPattern("[0-9]");
        field.setMaxLength(18);
        field.setHelperText(t("asof.number.help"));
        var show = new Button(t("asof.show"), _ -> {
            if (field.getValue().isBlank()) {
                refuse(field, t("asof.number.missing"));
            } else {
                go(new AsOf(null, field.getValue()));
            }
        });
        Ui.describe(show, t("asof.number.show"));
        field.addKeyPressListener(Key.ENTER, _ -> show.click());
        return Ui.div("asof-field", field, show);
    }

    private static void refuse(HasValidation field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }

    private void go(AsOf asOf) {
        var target = new Location(AsOfAddress.of(location, asOf));
        UI.getCurrent().navigate(target.getPath(), target.getQueryParameters());
    }

    private Div latest() {
        var revisions = archive.latest(SHOWN);
        var known = titles.apply(revisions);
        var list = new OrderedList();
        revisions.forEach(revision -> list.add(entry(revision, known)));
        return Ui.div("asof-latest", new H2(t("asof.latest")), list);
    }

    private ListItem entry(RevisionRecord revision, Map<Long, String> known) {
        var link = Ui.link(
                AsOfAddress.of(location, AsOf.revision(revision.number())),
                t("asof.entry", Ui.formats().moment(revision.at()), String.valueOf(revision.number())));
        link.addClassName("z-number");
        return new ListItem(link, Ui.span("", what(revision, known)));
    }

    private static String what(RevisionRecord revision, Map<Long, String> known) {
        var request = revision.request();
        if (revision.kind() != RevisionKind.APPLY || request == null) {
            return t("audit.kind." + revision.kind());
        }
        var number = t("audit.request", String.valueOf(request));
        var title = known.getOrDefault(request, "");
        return title.isBlank() ? number : t("asof.titled", number, title);
    }
}
