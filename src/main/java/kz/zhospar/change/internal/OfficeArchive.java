package kz.zhospar.change.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import kz.zhospar.change.Refusal;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What an Office document is inside: an archive. It is read by its directory, as the programs that open it do, and
 * unpacked into nothing to see how large it becomes, whatever it says of itself.
 */
final class OfficeArchive {

    private static final int MOST_ENTRIES = 5_000;
    private static final long ALWAYS_FINE = 20L * 1024 * 1024;
    private static final long LARGEST = 300L * 1024 * 1024;
    private static final int MOST_SWELLING = 100;
    private static final int CHUNK = 64 * 1024;

    private static final String CONTENTS = "[Content_Types].xml";
    private static final String MACROS = "vbaProject.bin";

    private OfficeArchive() {}

    /**
     * Whether the content is an Office document of the kind whose parts lie in a folder, without macros.
     *
     * @throws Refusal FILE_SWELLS when it has too many parts, or becomes far larger than it is
     */
    static boolean holds(byte[] content, String folder) {
        try (var archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            var entries = Collections.list(archive.getEntries());
            measure(archive, entries, Math.min(LARGEST, Math.max(ALWAYS_FINE, MOST_SWELLING * (long) content.length)));
            var names = entries.stream().map(ZipArchiveEntry::getName).toList();
            return names.contains(CONTENTS)
                    && names.stream().anyMatch(name -> name.startsWith(folder))
                    && names.stream().noneMatch(name -> name.endsWith(MACROS));
        } catch (IOException e) {
            return false;
        }
    }

    private static void measure(ZipFile archive, List<ZipArchiveEntry> entries, long most) throws IOException {
        if (entries.size() > MOST_ENTRIES) {
            throw new Refusal(Refusal.Reason.FILE_SWELLS);
        }
        var left = most;
        var chunk = new byte[CHUNK];
        for (var entry : entries) {
            try (var part = archive.getInputStream(entry)) {
                left = leftAfter(part, chunk, left);
            }
        }
    }

    private static long leftAfter(InputStream part, byte[] chunk, long left) throws IOException {
        int read;
        while ((read = part.read(chunk)) >= 0) {
            left -= read;
            if (left < 0) {
                throw new Refusal(Refusal.Reason.FILE_SWELLS);
            }
        }
        return left;
    }
}
