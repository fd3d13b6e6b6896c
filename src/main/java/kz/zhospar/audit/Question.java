package kz.zhospar.audit;

import java.util.Optional;
import kz.zhospar.common.AddressParameters;

/** The questions that every audit of a plan asks, each answered from the audit tables. */
public enum Question {
    /** Targets that were changed towards the worse, given up or taken away. */
    TARGETS_EASED,
    /** Targets that were changed when the fact of their year was known or the year was nearly over. */
    TARGETS_LATE,
    /** Approvals in less than a minute after opening, or without opening. */
    HASTY_APPROVALS,
    /** Decisions by a substitute, or by somebody who has decided on the same request in another position. */
    TWO_POSITIONS,
    /** Requests that were returned more than twice. */
    RETURNED_OFTEN,
    /** Facts that were changed after they had been stated. */
    FACTS_RESTATED,
    /** Facts that were entered when their reporting period was closed. */
    FACTS_LATE;

    /** The name of the question in addresses. */
    public String address() {
        return AddressParameters.word(this);
    }

    public static Optional<Question> of(String address) {
        return AddressParameters.constant(Question.class, address);
    }
}
