package kz.zhospar.notification;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;

/**
 * What one person was told.
 *
 * @param link the address in the application, without a leading slash
 * @param arguments of the text, in the order that the kind states
 */
public record ReceivedNotice(UUID id, NoticeKind kind, String link, List<String> arguments, Instant at, boolean unread)
        implements Serializable {

    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    public ReceivedNotice {
        arguments = List.copyOf(arguments);
    }

    /** The whole sentence, days written as the language writes them. */
    public String text(Language language) {
        var words = arguments.stream().map(argument -> word(language, argument)).toArray();
        return Messages.in(language, "notification.kind." + kind, words);
    }

    private static String word(Language language, String argument) {
        if (argument.isBlank()) {
            return Messages.in(language, "notification.untitled");
        }
        return DAY.matcher(argument).matches() ? day(language, argument) : argument;
    }

    private static String day(Language language, String iso) {
        var month = LocalDate.parse(iso.substring(0, 8) + "01");
        var day = Integer.parseInt(iso.substring(8));
        return day > month.lengthOfMonth() ? iso : new Formats(language).date(month.withDayOfMonth(day));
    }
}
