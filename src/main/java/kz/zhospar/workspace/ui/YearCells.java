package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.Locale;
import java.util.Objects;
import kz.zhospar.change.Lock;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** Writes yearly values as cells: how each looks, is heard, may be changed, and differs from the approved plan. */
final class YearCells {

    private final PlanSnapshot plan;
    private final @Nullable Drafting draft;
    private final Formats formats = Ui.formats();
    private final PlanWords words;

    /** Cells of a plan without a draft when {@code draft} is null. */
    YearCells(PlanSnapshot plan, @Nullable Drafting draft) {
        this.plan = plan;
        this.draft = draft;
        this.words = new PlanWords(Texts.language(), plan);
    }

    String label(ItemRef ref) {
        return plan.find(ref).map(words::label).orElse("");
    }

    /**
     * One value's cell.
     *
     * @param place the label of the item
     * @param canStand false where the document has no room for a value
     */
    GridModel.Cell cell(
            CellKey key,
            String place,
            boolean canStand,
            @Nullable String mark,
            @Nullable String note,
            @Nullable String href) {
        var value = value(plan, key);
        var lock = draft == null ? null : draft.lock(key.ref(), key.field()).orElse(null);
        return new GridModel.Cell(
                key.toString(),
                value == null && !canStand ? "none" : kind(value),
                text(value),
                spoken(value),
                before(key, value),
                raw(value),
                access(key, canStand, lock),
                place + ", " + words.field(key.field()),
                lock == null ? note : held(lock),
                mark,
                href);
    }

    private String access(CellKey key, boolean canStand, @Nullable Lock lock) {
        if (draft == null || !canStand || !draft.mayChange(key.ref())) {
            return "read";
        }
        return lock == null ? "edit" : "locked";
    }

    private @Nullable String before(CellKey key, @Nullable Quantity value) {
        if (draft == null || draft.adds(key.ref())) {
            return null;
        }
        var base = value(draft.approved(), key);
        if (Objects.equals(base, value)) {
            return null;
        }
        return text(base);
    }

    private static @Nullable Quantity value(PlanSnapshot plan, CellKey key) {
        return (Quantity) plan.find(key.ref())
                .flatMap((Item item) -> item.value(key.field()))
                .orElse(null);
    }

    String held(Lock lock) {
        var body = plan.tree().bodyLabel(Objects.requireNonNullElse(lock.body(), ""), Texts.language());
        return t("workspace.lock", String.valueOf(lock.request()), body, formats.moment(lock.since()));
    }

    private static String kind(@Nullable Quantity value) {
        if (value == null) {
            return "empty";
        }
        if (value.isNumber()) {
            return "number";
        }
        return value.isDash() ? "dash" : isNoData(value) ? "nodata" : "text";
    }

    static boolean isNoData(Quantity value) {
        return value.text() != null && value.text().toLowerCase(Locale.ROOT).startsWith("н/д");
    }

    String text(@Nullable Quantity value) {
        if (value == null) {
            return "";
        }
        return value.isDash() ? "–" : formats.quantity(value);
    }

    private static @Nullable String spoken(@Nullable Quantity value) {
        if (value == null) {
            return t("workspace.value.empty");
        }
        return value.isDash() ? t("workspace.value.dash") : isNoData(value) ? t("workspace.value.nodata") : null;
    }

    /** Without spaces between thousands: what one goes on typing in. */
    private static String raw(@Nullable Quantity value) {
        if (value == null) {
            return "";
        }
        return value.isNumber() && Texts.language() != Language.EN
                ? value.print().replace('.', ',')
                : value.print();
    }
}
