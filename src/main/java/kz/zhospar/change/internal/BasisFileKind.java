package kz.zhospar.change.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.zhospar.change.Refusal;
import org.apache.tika.Tika;

/** Which files may stand as a basis document. The content decides; the name only tells apart what looks alike inside. */
public final class BasisFileKind {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final Tika TIKA = new Tika();

    private static final Set<String> PLAIN = Set.of("application/pdf", "image/png", "image/jpeg", "image/tiff");

    /** What both are inside: a ZIP archive or an old Office container. */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    private static final Map<String, String> BY_NAME = Map.of(
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "doc", "application/msword",
            "xls", "application/vnd.ms-excel");

    private BasisFileKind() {}

    /**
     * The media type of a file.
     *
     * @throws Refusal when it is empty, larger than 20 MB, or none of the kinds that are kept
     */
    public static String of(String name, byte[] content) {
        if (content.length == 0) {
            throw new Refusal(Refusal.Reason.FILE_EMPTY);
        }
        if (content.length > LARGEST) {
            throw new Refusal(Refusal.Reason.FILE_TOO_LARGE, LARGEST / 1024 / 1024);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Refusal(Refusal.Reason.FILE_KIND);
        }
        var inside = TIKA.detect(content);
        if (PLAIN.contains(inside)) {
            return inside;
        }
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (CONTAINERS.contains(inside) && BY_NAME.containsKey(ending)) {
            return BY_NAME.get(ending);
        }
        throw new Refusal(Refusal.Reason.FILE_KIND);
    }
}
