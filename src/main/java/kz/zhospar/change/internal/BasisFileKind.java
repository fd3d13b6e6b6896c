package kz.zhospar.change.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kz.zhospar.change.Refusal;
import kz.zhospar.common.PlainText;
import org.apache.tika.Tika;

/** Which files may stand as a basis document. The content decides; the name only tells apart what looks alike inside. */
public final class BasisFileKind {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ENDING = 10;
    private static final Tika TIKA = new Tika();

    private static final Set<String> PLAIN = Set.of("application/pdf", "image/png", "image/jpeg", "image/tiff");

    /** What Office documents are inside, and many other things are too: installers, programs, plain archives. */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    /** A kind of Office document, and how a container is known to hold one. */
    private record Office(String mediaType, Predicate<byte[]> isIn) {}

    private static final Map<String, Office> BY_NAME = Map.of(
            "docx", zipped("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/"),
            "xlsx", zipped("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/"),
            "doc", old("application/msword", "WordDocument"),
            "xls", old("application/vnd.ms-excel", "Workbook"));

    private static Office zipped(String mediaType, String folder) {
        return new Office(mediaType, content -> OfficeArchive.holds(content, folder));
    }

    private static Office old(String mediaType, String stream) {
        var name = new String(stream.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return new Office(mediaType, content -> new String(content, StandardCharsets.ISO_8859_1).contains(name));
    }

    private BasisFileKind() {}

    /** The name of a file without its folders and without what cannot be read; one that is too long keeps its ending. */
    public static String plain(String name) {
        var plain = PlainText.storable(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return plain.length() <= LONGEST_NAME ? plain : shortened(plain);
    }

    private static String shortened(String plain) {
        var ending = plain.substring(Math.max(plain.lastIndexOf('.'), plain.length() - LONGEST_ENDING));
        return beginning(plain, LONGEST_NAME - ending.length()) + PlainText.storable(ending);
    }

    /** Never between the halves of one character. */
    private static String beginning(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /**
     * The media type of a file.
     *
     * @throws Refusal when it is empty, larger than 20 MB, none of the kinds that are kept, or would swell when opened
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
        var office = BY_NAME.get(ending);
        if (office != null && CONTAINERS.contains(inside) && office.isIn().test(content)) {
            return office.mediaType();
        }
        throw new Refusal(Refusal.Reason.FILE_KIND);
    }
}
