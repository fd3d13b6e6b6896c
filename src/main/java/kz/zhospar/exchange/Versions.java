package kz.zhospar.exchange;

import java.math.BigInteger;
import java.time.Instant;
import java.util.regex.Pattern;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the approved plan that a request asks for: the current one from memory, an earlier one from the archive. */
@Component
class Versions {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}");

    private final PlanService plans;
    private final PlanArchive archive;

    Versions(PlanService plans, PlanArchive archive) {
        this.plans = plans;
        this.archive = archive;
    }

    PlanSnapshot current() {
        return plans.current();
    }

    /** @throws Problem when there is no such plan, or the request does not say clearly which one it means */
    PlanSnapshot find(String code, @Nullable String asOf, @Nullable String revision) {
        var current = plans.current();
        if (!code.equals(current.tree().code())) {
            throw Problem.unknownPlan(code);
        }
        if (asOf != null && revision != null) {
            throw Problem.ambiguousVersion();
        }
        if (revision != null) {
            return atRevision(revision, current);
        }
        return asOf == null ? current : at(asOf, current);
    }

    private PlanSnapshot at(String asOf, PlanSnapshot current) {
        Instant moment = Moment.parse(asOf).orElseThrow(() -> Problem.malformedMoment(asOf));
        return moment.isBefore(current.asOf())
                ? archive.at(moment).orElseThrow(() -> Problem.beforeFirstRevision(asOf))
                : current;
    }

    private PlanSnapshot atRevision(String revision, PlanSnapshot current) {
        if (!NUMBER.matcher(revision).matches()) {
            throw Problem.malformedRevision(revision);
        }
        var number = new BigInteger(revision);
        if (number.signum() <= 0 || number.bitLength() >= Long.SIZE) {
            throw Problem.unknownRevision(revision);
        }
        return number.longValue() == current.revision()
                ? current
                : archive.atRevision(number.longValue()).orElseThrow(() -> Problem.unknownRevision(revision));
    }
}
