package kz.zhospar.plan;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The bodies answerable for a series, in order: the first leads. */
public record Executors(List<Executor> list) {

    /** One body's part; {@code byAgreement} marks bodies that the akimat cannot instruct. */
    public record Executor(UUID body, boolean byAgreement) {}

    public Executors {
        list = List.copyOf(list);
        var seen = new HashSet<UUID>();
        for (var executor : list) {
            if (!seen.add(executor.body())) {
                throw new IllegalArgumentException("A body stands twice among the executors: " + executor.body());
            }
        }
    }

    public boolean include(UUID body) {
        return list.stream().anyMatch(executor -> executor.body().equals(body));
    }
}
