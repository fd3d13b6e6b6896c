package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of values by year that reads as a table and, with an {@link Editor}, is written in like a spreadsheet.
 *
 * <p>The browser draws it from a {@link GridModel}. What is typed comes back here, is judged here, and answered with
 * the cells that have changed by it. What others change is brought in by {@link #renew}, except in the cell that
 * is being typed in.
 */
@Tag("z-value-grid")
@JsModule("context://zhospar/value-grid.js")
class ValueGrid extends Component implements Renewable {

    private static final List<String> WORDS = List.of(
            "keys",
            "saving",
            "saved",
            "not-saved",
            "waiting",
            "revert",
            "was",
            "now",
            "nothing",
            "read-only",
            "does-not-fit",
            "pasted",
            "messages",
            "invalid",
            "editor");

    /** Takes what is typed. */
    interface Editor {
        Outcome write(CellKey place, String text);

        Outcome revert(CellKey place);
    }

    /** A value as typed or pasted; the browser may leave out either. */
    record Entry(@Nullable String key, @Nullable String text) {
        String typed() {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /** The answer to one entry; the cells come with the first one. */
    record Reply(
            @Nullable String key, boolean saved, @Nullable String message, List<GridModel.Cell> cells) {}

    /** A cell that somebody else is editing. */
    record Guest(String key, String name) {}

    record View(GridModel model, Map<String, String> words, boolean editable) {}

    private final Supplier<GridModel> source;
    private final @Nullable Editor editor;
    private GridModel drawn;
    private GridModel shown;
    private Consumer<@Nullable String> editing = _ -> {};

    ValueGrid(Supplier<GridModel> source, @Nullable Editor editor) {
        this.source = source;
        this.editor = editor;
        this.drawn = source.get();
        this.shown = drawn;
        draw();
    }

    private void draw() {
        getElement().setPropertyBean("view", new View(drawn, words(), editor != null));
    }

    GridModel model() {
        return shown;
    }

    /** Tells which cell is being edited, or null for none. */
    void onEditing(Consumer<@Nullable String> listener) {
        editing = listener;
    }

    /** Marks the cells that others are editing with their names, by the keys of cells. */
    void mark(Map<String, String> guests) {
        var list = guests.entrySet().stream()
                .map(guest -> new Guest(guest.getKey(), guest.getValue()))
                .toList();
        whenReady("mark", list);
    }

    @Override
    public boolean renew() {
        var next = source.get();
        var sameRows = next.hasRowsOf(drawn);
        if (sameRows || editor != null) {
            var cells = next.changedSince(shown);
            shown = next;
            if (!cells.isEmpty()) {
                whenReady("take", cells);
            }
            return sameRows;
        }
        drawn = next;
        shown = next;
        draw();
        return true;
    }

    /** The browser may still be loading what draws the table. */
    private void whenReady(String function, List<?> argument) {
        getElement()
                .executeJs("customElements.whenDefined('z-value-grid').then(() => this[$0]($1))", function, argument);
    }

    @ClientCallable
    void editing(@Nullable String key) {
        editing.accept(shown.byKey().containsKey(key) ? key : null);
    }

    @ClientCallable
    Reply save(@Nullable String key, @Nullable String text) {
        return paste(List.of(new Entry(key, text))).getFirst();
    }

    /** Each value is saved or refused by itself: one refusal loses nothing of the rest. */
    @ClientCallable
    List<Reply> paste(List<Entry> pasted) {
        // A browser may send anything: nulls, and more than there are cells to paste into.
        var entries = pasted.stream()
                .filter(Objects::nonNull)
                .limit(Math.max(1, shown.cells().count()))
                .toList();
        var outcomes = entries.stream()
                .map(entry -> at(entry.key(), (editor, place) -> editor.write(place, entry.typed())))
                .toList();
        var cells = changedCells();
        return IntStream.range(0, entries.size())
                .mapToObj(i -> answer(entries.get(i).key(), outcomes.get(i), i == 0 ? cells : List.of()))
                .toList();
    }

    @ClientCallable
    Reply revert(@Nullable String key) {
        var outcome = at(key, Editor::revert);
        return answer(key, outcome, changedCells());
    }

    /** Only what stands on the screen can be written from it. */
    private Outcome at(@Nullable String key, BiFunction<Editor, CellKey, Outcome> work) {
        var place = Optional.ofNullable(key)
                .filter(asked -> shown.cells().anyMatch(cell -> cell.key().equals(asked)))
                .flatMap(CellKey::parse);
        return editor == null || place.isEmpty()
                ? Outcome.refused(t("workspace.grid.read-only"))
                : work.apply(editor, place.get());
    }

    private List<GridModel.Cell> changedCells() {
        var next = source.get();
        var changed = next.changedSince(shown);
        shown = next;
        return changed;
    }

    private static Reply answer(@Nullable String key, Outcome outcome, List<GridModel.Cell> cells) {
        return new Reply(key, outcome.saved(), outcome.message(), cells);
    }

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        WORDS.forEach(word -> words.put(word, t("workspace.grid." + word)));
        words.put("edited-by", t("live.cell.edited-by"));
        words.put("moved", t("live.cell.moved"));
        return words;
    }
}
