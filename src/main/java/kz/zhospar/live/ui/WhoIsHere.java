package kz.zhospar.live.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.live.Presence;
import kz.zhospar.live.Presence.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Says who else is on a page, and lets the others know that the person is. Takes no room when nobody else is there; is
 * heard only when somebody comes.
 */
public class WhoIsHere extends Div {

    private static final int NAMED = 3;

    private final Presence presence;
    private final String place;
    private final UnaryOperator<String> bodyName;
    private final UnorderedList names = new UnorderedList();
    private final Span label = Ui.span("live-label", t("live.here"));
    private final Span arrivals = Ui.spoken("");
    private final List<Consumer<Map<String, String>>> listeners = new ArrayList<>();
    private List<Visitor> shown = List.of();
    private Presence.@Nullable Stay stay;
    private @Nullable Registration heartbeat;

    /**
     * The row of a page.
     *
     * @param place the same for all who look at the same thing, such as {@code goal/1.1}
     * @param bodyName the short name of a body by its key; blank for an unknown one
     */
    public WhoIsHere(Presence presence, String place, UnaryOperator<String> bodyName) {
        this.presence = presence;
        this.place = place;
        this.bodyName = bodyName;
        addClassName("live-here");
        names.addClassName("live-names");
        Ui.describe(names, t("live.here"));
        label.getElement().setAttribute("aria-hidden", "true");
        arrivals.getElement().setAttribute("role", "status");
        add(arrivals);
        Follow.source(this, listener -> presence.on(place, () -> listener.accept("")), _ -> show());
    }

    /** Tells the others what the person is editing, or null for nothing. */
    public void editing(@Nullable String cell) {
        if (stay != null) {
            stay.edit(cell);
        }
    }

    /** Tells at once, and whenever it changes, which cells others are editing and who that is. */
    public void onEditing(Consumer<Map<String, String>> listener) {
        listeners.add(listener);
        listener.accept(edited());
    }

    /** Tells nobody any more: what had followed this is not on the page now. */
    public void forgetListeners() {
        listeners.clear();
        editing(null);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var here = presence.enter(place);
        stay = here;
        heartbeat = event.getUI().addHeartbeatListener(_ -> here.stillHere());
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (heartbeat != null) {
            heartbeat.remove();
        }
        if (stay != null) {
            stay.close();
        }
    }

    private void show() {
        // Those who are editing stand where they are seen.
        var others = presence.others(place).stream()
                .sorted(Comparator.comparing(one -> one.cells().isEmpty()))
                .toList();
        if (others.equals(shown)) {
            return;
        }
        announce(others);
        shown = others;
        write();
        listeners.forEach(listener -> listener.accept(edited()));
    }

    /** Those who hear the page are told who has come, not who has gone or is editing. */
    private void announce(List<Visitor> others) {
        var known = shown.stream().map(Visitor::account).collect(Collectors.toCollection(HashSet::new));
        var come = others.stream()
                .filter(one -> !known.contains(one.account()))
                .map(Visitor::name)
                .collect(Collectors.joining(", "));
        if (!come.isEmpty()) {
            arrivals.setText(t("live.come", come));
        }
    }

    private void write() {
        names.removeAll();
        if (shown.isEmpty()) {
            remove(label, names);
        } else {
            addComponentAsFirst(names);
            addComponentAsFirst(label);
        }
        shown.stream().limit(NAMED).forEach(one -> names.add(item(one)));
        if (shown.size() > NAMED) {
            var rest = shown.subList(NAMED, shown.size());
            var more = new ListItem(t("live.more", rest.size()));
            more.setTitle(rest.stream().map(this::fullName).collect(Collectors.joining(", ")));
            names.add(more);
        }
    }

    private ListItem item(Visitor one) {
        var initials = Ui.span("live-initials", initials(one.name()));
        initials.getElement().setAttribute("aria-hidden", "true");
        var item = new ListItem(initials, Ui.span("live-name", one.name()));
        item.setTitle(fullName(one));
        if (!one.cells().isEmpty()) {
            item.addClassName("edits");
            item.add(Ui.spoken(t("live.edits")));
            item.setTitle(fullName(one) + ", " + t("live.edits"));
        }
        return item;
    }

    private String fullName(Visitor one) {
        var body = one.body() == null ? "" : bodyName.apply(one.body());
        return body.isBlank() ? one.name() : "%s (%s)".formatted(one.name(), body);
    }

    /** The first letters of the first two words. */
    static String initials(String name) {
        return Stream.of(name.strip().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase())
                .collect(Collectors.joining());
    }

    private Map<String, String> edited() {
        var cells = new TreeMap<String, String>();
        for (var one : shown) {
            for (var cell : one.cells()) {
                cells.merge(cell, one.name(), (first, second) -> first + ", " + second);
            }
        }
        return cells;
    }
}
