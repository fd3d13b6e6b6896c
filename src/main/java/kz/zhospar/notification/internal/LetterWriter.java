package kz.zhospar.notification.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Turns a letter into a mail: the same content as plain text and as HTML, in the recipient's language. */
@Component
class LetterWriter {

    private final MailSettings settings;
    private final Clock clock;

    LetterWriter(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Fills in an empty message.
     *
     * @throws MessagingException when the address is none
     */
    MimeMessage write(OutgoingLetter letter, MimeMessage message) throws MessagingException {
        var text = new LetterText(letter, settings);
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(sender());
        helper.setTo(new InternetAddress(letter.address(), true));
        helper.setSubject(text.subject());
        helper.setText(text.plain(), text.html());
        helper.setSentDate(Date.from(clock.instant()));
        // The same on every attempt: should a letter be sent twice after a crash, mail programs see that it is one.
        message.setHeader("Message-ID", "<%s@%s>".formatted(letter.id(), settings.host()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        var sender = new InternetAddress(settings.from(), true);
        try {
            sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return sender;
    }
}
