package kz.zhospar.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import kz.zhospar.change.internal.StoredChange;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/** Reads the changes of requests from their stored rows, whether those are in the requests' tables or in the audit's. */
public final class StoredChanges {

    /** The columns that {@link #read} needs. */
    public static final String COLUMNS = "kind, item_type, item_id, attribute, year, base, value";

    private StoredChanges() {}

    /** A row whose meaning is worked out only when it is asked for. */
    public interface Stored {
        Change change();
    }

    public static Stored read(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var type = row.getString("item_type");
        var item = row.getObject("item_id", UUID.class);
        var attribute = row.getString("attribute");
        var year = row.getObject("year", Integer.class);
        var base = row.getString("base");
        var value = row.getString("value");
        return () -> change(kind, type, item, attribute, year, base, value);
    }

    private static Change change(
            String kind,
            String type,
            UUID item,
            @Nullable String attribute,
            @Nullable Integer year,
            @Nullable String base,
            @Nullable String value) {
        return new StoredChange(
                        StoredChange.Kind.valueOf(kind),
                        ItemType.valueOf(type),
                        item,
                        attribute == null ? null : Attribute.valueOf(attribute),
                        year,
                        null,
                        base,
                        value)
                .change();
    }
}
