package kz.zhospar.change.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.zhospar.change.Refusal;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class OfficeArchiveTest {

    private static final int MEGABYTE = 1024 * 1024;

    /** Adds to an archive. */
    private interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static byte[] archive(Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "[Content_Types].xml", 1, (byte) ' ');
            add(zip, "word/document.xml", 1, (byte) ' ');
            content.write(zip);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, int megabytes, byte filling) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var chunk = new byte[MEGABYTE];
        Arrays.fill(chunk, filling);
        for (int i = 0; i < megabytes; i++) {
            zip.write(chunk);
        }
        zip.closeEntry();
    }

    @Test
    void knowsWhatTheOfficeItselfWrites() throws IOException {
        var text = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Протокол");
            document.write(text);
        }
        var table = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (int row = 0; row < 2_000; row++) {
                for (int column = 0; column < 20; column++) {
                    sheet.createRow(row).createCell(column).setCellValue(0);
                }
            }
            workbook.write(table);
        }
        assertThat(OfficeArchive.holds(text.toByteArray(), "word/")).isTrue();
        assertThat(OfficeArchive.holds(table.toByteArray(), "xl/")).isTrue();
        assertThat(OfficeArchive.holds(table.toByteArray(), "word/")).isFalse();
    }

    @Test
    void refusesWhatSwells() throws IOException {
        var bomb = archive(zip -> add(zip, "word/media/image.bin", 200, (byte) 0));
        assertThat(bomb.length).isLessThan(MEGABYTE);

        assertSwells(bomb);
    }

    @Test
    void refusesManySmallPartsThatSwellTogether() throws IOException {
        assertSwells(archive(zip -> {
            for (int i = 0; i < 50; i++) {
                add(zip, "word/media/image" + i, 4, (byte) 0);
            }
        }));
    }

    @Test
    void refusesMorePartsThanAnyDocumentHas() throws IOException {
        assertSwells(archive(zip -> {
            for (int i = 0; i < 5_001; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
                zip.closeEntry();
            }
        }));
    }

    private static void assertSwells(byte[] content) {
        assertThatThrownBy(() -> OfficeArchive.holds(content, "word/"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.FILE_SWELLS));
    }

    @Test
    void knowsNoDocumentInMacrosOrRuins() throws IOException {
        assertThat(OfficeArchive.holds(archive(zip -> add(zip, "word/vbaProject.bin", 1, (byte) 'x')), "word/"))
                .isFalse();
        var whole = archive(_ -> {});
        assertThat(OfficeArchive.holds(whole, "word/")).isTrue();
        assertThat(OfficeArchive.holds(Arrays.copyOf(whole, whole.length / 2), "word/"))
                .isFalse();
        assertThat(OfficeArchive.holds("PK\3\4".getBytes(StandardCharsets.ISO_8859_1), "word/"))
                .isFalse();
    }
}
