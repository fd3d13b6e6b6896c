package kz.zhospar.notification.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.notification.ReceivedNotice;
import org.springframework.web.util.HtmlUtils;

/** The words of a letter. What people typed is written as text everywhere: never as markup, never as a header. */
final class LetterText {

    private static final int LONGEST_SUBJECT = 160;

    private final OutgoingLetter letter;
    private final MailSettings settings;
    private final Language language;

    LetterText(OutgoingLetter letter, MailSettings settings) {
        this.letter = letter;
        this.settings = settings;
        this.language = letter.language();
    }

    String subject() {
        var day = letter.digestDay();
        var subject = day == null
                ? Messages.in(language, "notification.mail.subject", first().text(language))
                : Messages.in(
                        language,
                        "notification.mail.digest.subject",
                        new Formats(language).date(day),
                        letter.notices().size());
        return oneLine(subject);
    }

    // A line break in a title would end the header and begin another one.
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT - 1) + "…" : line;
    }

    String plain() {
        var lines = new ArrayList<String>();
        if (letter.digestDay() == null) {
            lines.addAll(List.of(first().text(language), "", address(first())));
        } else {
            groups().forEach((kind, notices) -> {
                lines.addAll(List.of(name(kind), ""));
                notices.forEach(notice -> lines.addAll(List.of(dated(notice), address(notice), "")));
            });
        }
        lines.addAll(List.of("", "-- ", footer(), settings.address("settings")));
        return String.join("\n", lines);
    }

    String html() {
        var content = letter.digestDay() == null ? paragraph(first(), first().text(language)) : groupsAsHtml();
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <body style="font-family: 'Segoe UI', 'Noto Sans', sans-serif; color: #16242b; max-width: 40rem">
                %s
                <p style="margin-top: 2rem; color: #51616a; font-size: 0.85em">%s <a href="%s">%s</a></p>
                </body>
                </html>
                """.formatted(
                        language.code(),
                        content,
                        escape(footer()),
                        escape(settings.address("settings")),
                        escape(Messages.in(language, "notification.settings")));
    }

    private String groupsAsHtml() {
        return groups().entrySet().stream()
                .map(group -> "<h2 style=\"font-size: 1.1em\">" + escape(name(group.getKey())) + "</h2>\n"
                        + group.getValue().stream()
                                .map(notice -> paragraph(notice, dated(notice)))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private String paragraph(ReceivedNotice notice, String text) {
        return "<p>%s<br><a href=\"%s\">%s</a></p>"
                .formatted(
                        escape(text), escape(address(notice)), escape(Messages.in(language, "notification.mail.open")));
    }

    private Map<NoticeKind, List<ReceivedNotice>> groups() {
        return letter.notices().stream()
                .collect(Collectors.groupingBy(
                        ReceivedNotice::kind, () -> new EnumMap<>(NoticeKind.class), Collectors.toList()));
    }

    private ReceivedNotice first() {
        return letter.notices().getFirst();
    }

    private String name(NoticeKind kind) {
        return Messages.in(language, "notification.name." + kind);
    }

    private String dated(ReceivedNotice notice) {
        return new Formats(language).moment(notice.at()) + " — " + notice.text(language);
    }

    private String address(ReceivedNotice notice) {
        return settings.address(notice.link());
    }

    private String footer() {
        return Messages.in(language, "notification.mail.footer");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
