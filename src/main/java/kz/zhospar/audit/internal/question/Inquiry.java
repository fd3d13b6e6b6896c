package kz.zhospar.audit.internal.question;

import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;

/**
 * How one question is answered. {@link Inquiries} walks back through the candidates, a bounded number at a time, and
 * keeps the hits among them.
 */
interface Inquiry {

    Question question();

    /** The audit table whose rows may be conspicuous, as {@code c}, and which of its rows; an index has to serve it. */
    String candidates();

    /**
     * A query over the candidates, {@code candidate c}, that gives {@code c.rev}, {@code c.id} and what {@link #signs}
     * reads.
     */
    String hits();

    /** What is conspicuous about a hit. */
    List<Sign> signs(Hit hit);
}
