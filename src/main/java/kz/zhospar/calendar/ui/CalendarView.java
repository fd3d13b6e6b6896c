package kz.zhospar.calendar.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.calendar.CalendarService;
import kz.zhospar.calendar.DayStatement;
import kz.zhospar.calendar.DeclaredDay;
import kz.zhospar.common.Formats;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;

/** The days of one year by which terms are counted otherwise than by their weekday; the year is in the address. */
@Route("admin/calendar")
@RolesAllowed(Roles.ADMIN)
class CalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CalendarService calendar;
    private final Clock clock;
    private final Nav years = new Nav();
    private final Div missing = Ui.div("z-alert wait z-calendar-note");
    private final Div months = Ui.div("z-calendar");

    private int year;

    CalendarView(CalendarService calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
        years.addClassName("z-calendar-years");
        Ui.describe(years, t("calendar.years"));
        add(head(), Ui.div("z-alert z-calendar-note", new Paragraph(t("calendar.decrees"))), years, missing, months);
    }

    private Component head() {
        var lead = new Paragraph(t("calendar.lead"));
        lead.addClassName("z-lead");
        var add = new Button(t("calendar.add"), _ -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return Ui.div(
                "z-page-head",
                Ui.div("", Ui.div("z-crumbs", Ui.link("admin", t("shell.admin"))), new H1(t("calendar.title")), lead),
                add);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        year = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("year")
                .filter(given -> given.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(given -> given >= CalendarService.FIRST_YEAR && given <= CalendarService.LAST_YEAR)
                .orElseGet(this::thisYear);
        show();
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE).getYear();
    }

    private void show() {
        var filled = calendar.years();
        showYears(filled);
        showMissing(filled);
        showMonths();
    }

    private void showYears(SortedSet<Integer> filled) {
        years.removeAll();
        // The year after the last one is offered, because its days have to be entered some time.
        var ends = Stream.concat(filled.stream(), Stream.of(year, thisYear()))
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        IntStream.rangeClosed(ends.getMin(), Math.min(ends.getMax() + 1, CalendarService.LAST_YEAR))
                .forEach(one -> years.add(link(one)));
    }

    private Component link(int one) {
        var link = Ui.link("admin/calendar?year=" + one, String.valueOf(one));
        var count = calendar.days(one).size();
        link.add(Ui.span("z-small", count == 0 ? t("calendar.years.none") : t("calendar.years.count", count)));
        if (one == year) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    /** Without the days of this year and the next, terms that are already running would be counted wrongly. */
    private void showMissing(SortedSet<Integer> filled) {
        var without = IntStream.of(thisYear(), thisYear() + 1)
                .filter(one -> !filled.contains(one))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        missing.removeAll();
        missing.add(new Paragraph(t("calendar.missing", without)));
        missing.setVisible(!without.isEmpty());
    }

    private void showMonths() {
        months.removeAll();
        var days = calendar.days(year);
        if (days.isEmpty()) {
            months.add(Ui.div("z-card z-empty", Ui.span("", t("calendar.empty", String.valueOf(year)))));
        }
        byMonth(days).forEach((month, those) -> months.add(month(month, those)));
    }

    private static Map<Month, List<DeclaredDay>> byMonth(List<DeclaredDay> days) {
        return days.stream().collect(groupingBy(day -> day.day().getMonth(), TreeMap::new, toList()));
    }

    private Component month(Month month, List<DeclaredDay> days) {
        var list = new UnorderedList();
        days.forEach(day -> list.add(new DayRow(day, this::change, this::remove)));
        var section = new Section(new H2(DayWords.month(month)), list);
        section.addClassNames("z-card", "z-calendar-month");
        return section;
    }

    private void add() {
        var shown = year == thisYear() ? LocalDate.ofInstant(clock.instant(), Formats.ZONE) : LocalDate.of(year, 1, 1);
        new DayDialog(t("calendar.add"), this::declare).around(shown).open();
    }

    private void declare(DayStatement statement) {
        var day = calendar.declare(statement);
        Ui.tell(t("calendar.added", DayWords.full(day.day())));
        showYearOf(day);
    }

    private void change(DeclaredDay seen) {
        new DayDialog(t("calendar.change"), statement -> {
                    var day = calendar.change(seen, statement);
                    Ui.tell(t("calendar.changed", DayWords.full(day.day())));
                    showYearOf(day);
                })
                .showing(seen.statement())
                .open();
    }

    private void remove(DeclaredDay seen) {
        new RemovalDialog(seen, reason -> {
                    calendar.remove(seen, reason);
                    Ui.tell(t("calendar.removed", DayWords.full(seen.day())));
                    show();
                })
                .open();
    }

    private void showYearOf(DeclaredDay day) {
        if (day.day().getYear() == year) {
            show();
        } else {
            UI.getCurrent()
                    .navigate(
                            "admin/calendar",
                            QueryParameters.of("year", String.valueOf(day.day().getYear())));
        }
    }

    @Override
    public String getPageTitle() {
        return t("calendar.page-title");
    }
}
