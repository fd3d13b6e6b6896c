package kz.zhospar.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that a browser saves under a name. */
final class Downloads {

    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** Writes a file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Downloads() {}

    /** Whole or not at all: what fails on the way is told as a failure, not sent as half a file. */
    static ResponseEntity<byte[]> file(String name, MediaType type, Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        content.write(bytes);
        var disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .body(bytes.toByteArray());
    }
}
