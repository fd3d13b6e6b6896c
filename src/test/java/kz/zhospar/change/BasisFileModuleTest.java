package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import kz.zhospar.change.Refusal.Reason;
import kz.zhospar.common.Sha256;
import kz.zhospar.identity.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file of a basis document: its content says what it is, and its hash is what the audit keeps. */
class BasisFileModuleTest extends ReviewCase {

    private static final Person OFFICIAL = person("ugm-official");
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final byte[] PDF = bytes("%PDF-1.7\n1 0 obj\n");
    private static final byte[] PROGRAM = bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0\u00b8");
    private static final byte[] OLD_CONTAINER = bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");

    @Autowired
    private DataSource source;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... names) {
        var content = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(content)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toByteArray();
    }

    private static byte[] oldOffice(String stream) {
        var content = Arrays.copyOf(OLD_CONTAINER, 4096);
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, content, 1024, name.length);
        return content;
    }

    private BasisFileInfo attach(String name, byte[] content) {
        return as(OFFICIAL, () -> {
            var number = drafts.open();
            return Objects.requireNonNull(drafts.attach(number, name, content).basisFile());
        });
    }

    @Test
    void takesDocumentsAndPicturesForWhatTheyAre() {
        assertThat(attach("Протокол.pdf", PDF).mediaType()).isEqualTo("application/pdf");
        assertThat(attach("Протокол.txt", PDF).mediaType())
                .as("the name is no proof")
                .isEqualTo("application/pdf");
        assertThat(attach("Письмо.DOCX", zip("[Content_Types].xml", "word/document.xml"))
                        .mediaType())
                .isEqualTo(WORD);
        assertThat(attach("Расчёт.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))
                        .mediaType())
                .endsWith("sheet");
        assertThat(attach("Письмо.doc", oldOffice("WordDocument")).mediaType()).isEqualTo("application/msword");
        assertThat(attach("Скан.png", bytes("\u0089PNG\r\n\u001a\n")).mediaType())
                .isEqualTo("image/png");
    }

    @Test
    void refusesWhatOnlyIsCalledADocument() {
        for (var name : List.of("program.exe", "Протокол.pdf", "Протокол.docx", "Протокол.doc")) {
            assertRefused(Reason.FILE_KIND, () -> attach(name, PROGRAM));
        }
        assertRefused(Reason.FILE_KIND, () -> attach("Протокол.docx", zip("setup.exe")));
        assertRefused(Reason.FILE_KIND, () -> attach("Протокол.xlsx", zip("[Content_Types].xml", "word/document.xml")));
        assertRefused(Reason.FILE_KIND, () -> attach("Протокол.doc", oldOffice("Installer")));
        assertRefused(Reason.FILE_KIND, () -> attach("Протокол.html", bytes("<html><script>")));
        assertRefused(Reason.FILE_KIND, () -> attach(" ", PDF));
        assertRefused(Reason.FILE_EMPTY, () -> attach("Протокол.pdf", new byte[0]));
    }

    @Test
    void takesTwentyMegabytesAndNotOneByteMore() {
        var limit = 20 * 1024 * 1024;
        assertThat(attach("Том.pdf", Arrays.copyOf(PDF, limit)).size()).isEqualTo(limit);
        assertRefused(Reason.FILE_TOO_LARGE, () -> attach("Том.pdf", Arrays.copyOf(PDF, limit + 1)));
    }

    @Test
    void keepsTheNameWithoutTheFoldersItCameFrom() {
        assertThat(attach("C:\\Мои документы\\../Про\ttokol.pdf", PDF).name()).isEqualTo("Проtokol.pdf");
    }

    @Test
    void keepsTheEndingOfANameThatIsTooLong() {
        assertThat(attach("д".repeat(300) + ".pdf", PDF).name())
                .hasSize(200)
                .startsWith("ддд")
                .endsWith("д.pdf");
        assertThat(attach("😀".repeat(300), PDF).name())
                .hasSizeLessThanOrEqualTo(200)
                .doesNotContain("?");
    }

    @Test
    void keepsNoNameThatReadsAsAnother() {
        assertThat(attach("отчёт\u202Efdp.exe", PDF).name()).isEqualTo("отчётfdp.exe");
    }

    @Test
    void isReadByThoseWhoMayReadTheRequest() {
        var number = draft("ugm-official", row("1.2", "ugm"));
        as(OFFICIAL, () -> drafts.attach(number, "Протокол.pdf", PDF));
        for (var reader : List.of("ugm-official", "ugm-head", "auditor", "economy")) {
            assertThat(as(person(reader), () -> requests.basisFile(number))
                            .orElseThrow()
                            .content())
                    .isEqualTo(PDF);
        }
        for (var stranger : List.of("uo-official", "uo-head", "curator-2")) {
            assertRefused(Reason.NOT_FOUND, () -> as(person(stranger), () -> requests.basisFile(number)));
            assertRefused(Reason.NOT_FOUND, () -> as(person(stranger), () -> requests.basisFile(Long.MAX_VALUE)));
        }
        assertRefused(Reason.NOT_FOUND, () -> as(person("ugm-head"), () -> drafts.attach(number, "Другой.pdf", PDF)));
        as(OFFICIAL, () -> drafts.detach(number));
        assertThat(as(OFFICIAL, () -> requests.basisFile(number))).isEmpty();
    }

    @Test
    void bindsTheDecisionToTheFile() {
        var number = submitted();
        var seen = find("ugm-head", number).contentHash();
        as(OFFICIAL, () -> {
            assertRefused(Reason.NOT_OPEN, () -> drafts.attach(number, "Протокол.pdf", PDF));
            drafts.withdraw(number);
            drafts.attach(number, "Протокол.pdf", PDF);
            drafts.submit(number);
        });
        assertRefused(Reason.CONTENT_CHANGED, () -> as(person("ugm-head"), () -> reviews.approve(number, seen, "")));
    }

    @Test
    void leavesItsHashInTheAudit() {
        var file = attach("Протокол.pdf", PDF);
        assertThat(file.sha256()).isEqualTo(Sha256.of(PDF));
        assertThat(JdbcClient.create(source)
                        .sql("select sha256 from basis_file_aud where id = ?")
                        .param(file.id())
                        .query(String.class)
                        .list())
                .containsExactly(Sha256.of(PDF));
    }
}
