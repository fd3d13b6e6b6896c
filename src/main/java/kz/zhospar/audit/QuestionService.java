package kz.zhospar.audit;

import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.audit.internal.question.Inquiries;
import kz.zhospar.identity.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers the questions of an audit, for those who read everything. */
@Service
@Transactional(readOnly = true)
@RolesAllowed({Roles.ECONOMY, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class QuestionService {

    /** How many answers a page holds. */
    public static final int PAGE = 50;

    private final Inquiries inquiries;
    private final Readings readings;

    QuestionService(Inquiries inquiries, Readings readings) {
        this.inquiries = inquiries;
        this.readings = readings;
    }

    /**
     * One page of answers, the newest first. It may hold fewer than {@link #PAGE} and still have a next one.
     *
     * @param after where the page before ended; null for the first
     */
    public Answer.Page ask(Question question, Answer.@Nullable Place after) {
        readings.note(Reading.question(question));
        return inquiries.page(question, after, PAGE);
    }
}
