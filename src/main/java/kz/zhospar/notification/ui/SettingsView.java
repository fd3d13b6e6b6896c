package kz.zhospar.notification.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import kz.zhospar.common.Language;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.notification.Mailing;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.notification.Preferences;

/** When and in which language the reader is written to; each choice is kept as it is made. */
@Route("settings")
@PermitAll
class SettingsView extends Div implements HasDynamicTitle {

    // A language is named in itself on every screen, hence these names are no texts to translate.
    private static final Map<Language, String> NAMES =
            Map.of(Language.RU, "Русский", Language.KK, "Қазақша", Language.EN, "English");

    private final NotificationService notifications;
    private final Preferences preferences;

    SettingsView(NotificationService notifications) {
        this.notifications = notifications;
        this.preferences = notifications.preferences();
        add(head(), reach(), languages(), kinds());
    }

    private Component head() {
        var lead = new Paragraph(t("notification.settings.lead"));
        lead.addClassName("z-lead");
        return Ui.div("z-page-head", Ui.div("", new H1(t("notification.settings")), lead));
    }

    private Component reach() {
        return switch (preferences.reach()) {
            case REACHED ->
                Ui.div(
                        "z-alert",
                        Ui.span("", t("notification.reach.REACHED", Objects.requireNonNull(preferences.address()))));
            case NO_ADDRESS -> Ui.div("z-alert wait", Ui.span("", t("notification.reach.NO_ADDRESS")));
            case SWITCHED_OFF -> Ui.div("z-alert wait", Ui.span("", t("notification.reach.SWITCHED_OFF")));
        };
    }

    private Component languages() {
        var choices = Ui.div("z-mail-languages");
        choices.getElement().setAttribute("role", "radiogroup");
        Ui.describe(choices, t("notification.settings.language"));
        var group = new RadioGroup<Language>("mail-language", this::choose);
        for (var language : Language.values()) {
            var label = new NativeLabel(NAMES.get(language));
            label.addComponentAsFirst(group.radio(language, language == preferences.language(), NAMES.get(language)));
            label.getElement().setAttribute("lang", language.code());
            choices.add(label);
        }
        return card(t("notification.settings.language"), choices);
    }

    private Component kinds() {
        var what = new Paragraph(
                t("notification.settings.kinds.what", preferences.digestAt().toString()));
        what.addClassNames("z-soft", "z-small");
        var body = new NativeTableBody();
        for (var kind : NoticeKind.values()) {
            body.add(row(kind));
        }
        var table = new NativeTable(columns(), body);
        table.addClassName("z-mailing");
        Ui.describe(table, t("notification.settings.kinds"));
        return card(t("notification.settings.kinds"), what, table);
    }

    private static NativeTableHeader columns() {
        var columns = new NativeTableRow(columnHead(t("notification.settings.kind")));
        Arrays.stream(Mailing.values())
                .map(mailing -> columnHead(t("notification.mailing." + mailing)))
                .forEach(columns::add);
        return new NativeTableHeader(columns);
    }

    private static NativeTableHeaderCell columnHead(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(NoticeKind kind) {
        var name = t("notification.name." + kind);
        var head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(head);
        var group = new RadioGroup<Mailing>("mailing-" + kind, mailing -> choose(kind, mailing));
        for (var mailing : Mailing.values()) {
            var label = name + ": " + t("notification.mailing." + mailing);
            row.add(new NativeTableCell(group.radio(mailing, mailing == preferences.of(kind), label)));
        }
        return row;
    }

    private void choose(Language language) {
        notifications.choose(language);
        Ui.tell(t("notification.settings.saved"));
    }

    private void choose(NoticeKind kind, Mailing mailing) {
        notifications.choose(kind, mailing);
        Ui.tell(t("notification.settings.saved"));
    }

    private static Section card(String title, Component... content) {
        var card = new Section(new H2(title));
        card.addClassName("z-card");
        card.add(content);
        return card;
    }

    @Override
    public String getPageTitle() {
        return t("notification.settings.page-title");
    }
}
