package kz.zhospar.notification.internal;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The second step after a commit: sends letters. A failure leaves the publication of the letter incomplete, so that it is
 * tried again without anything that came before; after the last attempt the letter is given up,
 * and the log and the administrator’s screen say so.
 *
 * <p>Letters are sent on threads of their own: a mail server that does not answer keeps nothing else waiting.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Letterbox letterbox;
    private final LetterWriter writer;
    private final ObjectProvider<JavaMailSender> sender;

    Postman(Letterbox letterbox, LetterWriter writer, ObjectProvider<JavaMailSender> sender) {
        this.letterbox = letterbox;
        this.writer = writer;
        this.sender = sender;
    }

    @Async(NotificationConfiguration.MAIL_THREADS)
    @TransactionalEventListener(id = "notification.mail")
    void carry(LetterDue due) {
        letterbox.take(due.letter()).ifPresent(this::send);
    }

    private void send(OutgoingLetter letter) {
        var mail = sender.getObject();
        try {
            mail.send(writer.write(letter, mail.createMimeMessage()));
        } catch (MessagingException e) {
            letterbox.giveUp(letter.id(), String.valueOf(e.getMessage()));
            LOG.warn("Letter {} cannot be written and is given up: {}", letter.id(), e.getMessage());
            return;
        } catch (MailException e) {
            delay(letter, e);
            return;
        }
        letterbox.sent(letter.id());
    }

    private void delay(OutgoingLetter letter, MailException failure) {
        var reason = reason(failure);
        if (!letterbox.failed(letter.id(), reason)) {
            throw new LetterDelayed("Letter " + letter.id() + " was not sent: " + reason);
        }
        LOG.warn("Letter {} is given up after its last attempt: {}", letter.id(), reason);
    }

    /** What the mail server itself said, without the names of the exceptions that carry it. */
    private static String reason(MailException failure) {
        Throwable cause = failure instanceof MailSendException refused && refused.getMessageExceptions().length > 0
                ? refused.getMessageExceptions()[0]
                : failure.getMostSpecificCause();
        while (cause instanceof MessagingException carrier && carrier.getNextException() != null) {
            cause = carrier.getNextException();
        }
        return String.valueOf(cause.getMessage());
    }
}
