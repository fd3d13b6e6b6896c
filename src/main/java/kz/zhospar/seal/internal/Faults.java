package kz.zhospar.seal.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.Verification;

/** Faults as they are found; each once, and no more kept than are shown. */
final class Faults {

    private final Set<Fault> named = new LinkedHashSet<>();
    private long count;

    void add(Fault fault) {
        if (named.size() >= Verification.SHOWN) {
            count++;
        } else if (named.add(fault)) {
            count++;
        }
    }

    void seal(Fault.Kind kind, long number) {
        add(Fault.ofSeal(kind, number));
    }

    long count() {
        return count;
    }

    List<Fault> named() {
        return List.copyOf(named);
    }
}
