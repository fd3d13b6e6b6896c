package kz.zhospar.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stages of an action, in order. */
public record Phases(List<Phase> list) {

    public record Phase(
            String what, @Nullable Integer from, @Nullable Integer to) {}

    public Phases {
        list = List.copyOf(list);
    }
}
