package kz.zhospar.seal.internal;

import java.util.ArrayList;
import java.util.List;

/** Cuts SQL into statements at the semicolons that are not inside of quotes or comments. */
final class SqlSplitter {

    private enum State {
        PLAIN,
        TEXT,
        ESCAPED_TEXT,
        NAME,
        DOLLAR,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private final StringBuilder statement = new StringBuilder();
    private State state = State.PLAIN;
    private String tag = "";
    private int depth;

    /** Whether nothing has begun that is not ended. */
    boolean isBetweenStatements() {
        return state == State.PLAIN && statement.toString().isBlank();
    }

    /** Takes over a line with its line feed and returns the statements that it ends; comments are left out. */
    List<String> add(String line) {
        var ended = new ArrayList<String>();
        for (int i = 0; i < line.length(); ) {
            i = state == State.PLAIN ? plain(line, i, ended) : inside(line, i);
        }
        return ended;
    }

    private int plain(String line, int i, List<String> ended) {
        var sign = line.charAt(i);
        switch (sign) {
            case ';' -> {
                ended.add(statement.toString());
                statement.setLength(0);
                return i + 1;
            }
            case '\'' -> state = isEscape(line, i) ? State.ESCAPED_TEXT : State.TEXT;
            case '"' -> state = State.NAME;
            case '-' -> {
                if (line.startsWith("--", i)) {
                    state = State.LINE_COMMENT;
                    return i + 2;
                }
            }
            case '/' -> {
                if (line.startsWith("/*", i)) {
                    state = State.BLOCK_COMMENT;
                    depth = 1;
                    return i + 2;
                }
            }
            case '$' -> {
                return dollar(line, i);
            }
            default -> {}
        }
        statement.append(sign);
        return i + 1;
    }

    private static boolean isEscape(String line, int quote) {
        return quote > 0
                && (line.charAt(quote - 1) == 'E' || line.charAt(quote - 1) == 'e')
                && (quote == 1 || !Character.isLetterOrDigit(line.charAt(quote - 2)));
    }

    private int dollar(String line, int i) {
        int end = i + 1;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        var isQuote = end < line.length()
                && line.charAt(end) == '$'
                && !Character.isDigit(line.charAt(i + 1))
                && (i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1)));
        if (isQuote) {
            tag = line.substring(i, end + 1);
            state = State.DOLLAR;
            statement.append(tag);
            return end + 1;
        }
        statement.append('$');
        return i + 1;
    }

    private int inside(String line, int i) {
        var sign = line.charAt(i);
        switch (state) {
            case LINE_COMMENT -> {
                if (sign == '\n') {
                    state = State.PLAIN;
                    statement.append(sign);
                }
                return i + 1;
            }
            case BLOCK_COMMENT -> {
                return comment(line, i);
            }
            case DOLLAR -> {
                if (line.startsWith(tag, i)) {
                    state = State.PLAIN;
                    statement.append(tag);
                    return i + tag.length();
                }
            }
            case ESCAPED_TEXT -> {
                if ((sign == '\\' || line.startsWith("''", i)) && i + 1 < line.length()) {
                    statement.append(sign).append(line.charAt(i + 1));
                    return i + 2;
                }
                endAt(sign, '\'');
            }
            // A doubled quote ends and begins again, which comes to the same.
            case TEXT -> endAt(sign, '\'');
            case NAME -> endAt(sign, '"');
            case PLAIN -> throw new IllegalStateException();
        }
        statement.append(sign);
        return i + 1;
    }

    private void endAt(char sign, char quote) {
        if (sign == quote) {
            state = State.PLAIN;
        }
    }

    private int comment(String line, int i) {
        if (line.startsWith("/*", i)) {
            depth++;
            return i + 2;
        }
        if (line.startsWith("*/", i)) {
            depth--;
            state = depth == 0 ? State.PLAIN : state;
            return i + 2;
        }
        return i + 1;
    }
}
