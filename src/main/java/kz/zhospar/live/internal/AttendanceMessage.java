package kz.zhospar.live.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one node tells the others of the pages that are open on it.
 *
 * @param from the node
 * @param gone ids of pages
 * @param ask whether the others are to tell all of theirs
 */
public record AttendanceMessage(String from, List<Tab> here, List<String> gone, boolean ask) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Of bytes; a message has to leave room for its topic. */
    private static final int LONGEST = 7_500;

    @SuppressWarnings("ConstantValue") // what comes from outside may lack anything
    public AttendanceMessage {
        here = Objects.requireNonNullElse(here, List.of());
        gone = Objects.requireNonNullElse(gone, List.of());
    }

    /** Empty for what no node of this kind has written. */
    public static Optional<AttendanceMessage> read(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, AttendanceMessage.class))
                    .filter(message -> message.from != null);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    public static String ask(String from) {
        return new AttendanceMessage(from, List.of(), List.of(), true).write();
    }

    /** As many messages as it takes. */
    public static List<String> of(String from, List<Tab> here, List<String> gone) {
        var messages = new ArrayList<String>();
        split(messages, new AttendanceMessage(from, here, gone, false));
        return messages;
    }

    private static void split(List<String> messages, AttendanceMessage message) {
        var text = message.write();
        var here = message.here.size();
        var gone = message.gone.size();
        if (text.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            if (here + gone > 0) {
                messages.add(text);
            }
        } else if (here + gone > 1) {
            split(messages, message.part(message.here.subList(0, here / 2), message.gone.subList(0, gone / 2)));
            split(messages, message.part(message.here.subList(here / 2, here), message.gone.subList(gone / 2, gone)));
        }
    }

    private AttendanceMessage part(List<Tab> here, List<String> gone) {
        return new AttendanceMessage(from, here, gone, ask);
    }

    private String write() {
        return JSON.writeValueAsString(this);
    }
}
