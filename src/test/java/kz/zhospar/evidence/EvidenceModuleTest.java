package kz.zhospar.evidence;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.change.DraftService;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.seal.SealService;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A pack of evidence is complete, readable, and holds before a program that knows nothing of the system. */
@ZhosparTest(properties = "zhospar.test=evidence")
class EvidenceModuleTest {

    private static final String DOCUMENT = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private EvidenceService evidence;

    @Autowired
    private SealService seals;

    @TempDir
    private Path folder;

    private Drafts drafts;

    @DynamicPropertySource
    static void sign(DynamicPropertyRegistry properties) throws Exception {
        var secret = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret.getEncoded());
        properties.add(
                "zhospar.seal.key", () -> "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void holdsForAnAppliedRequestWithItsDocument() throws Exception {
        var request = applied("О дорогах <b>&</b> =1+1");
        var pack = pack(new EvidenceSubject.OfRequest(request), Language.RU);

        assertThat(pack)
                .containsKeys("report.pdf", "evidence.json", "rows.txt", "files.txt", "files.sig", "README.txt");
        assertThat(pack).containsKey("basis/request-" + request + ".pdf");
        var rows = rows(pack);
        for (var table : List.of(
                "revision",
                "submission_aud",
                "basis_file_aud",
                "decision_aud",
                "series_value_aud",
                "change_request_aud")) {
            assertThat(rows).as(table).anyMatch(row -> row.startsWith(table + "\n"));
        }
        var check = check(pack);
        assertThat(check.said())
                .contains("Everything holds.", "documents: 1", seals.keyId().orElseThrow());
        assertThat(check.code()).isZero();

        var report = report(pack);
        assertThat(report)
                .contains("Пакет доказательств", "О дорогах <b>&</b> =1+1", "Руководитель органа", "Согласовано")
                .contains("Изменения плана");
    }

    @Test
    void isKeptAsTakenEachTime() throws Exception {
        var request = applied("Выгрузка");
        pack(new EvidenceSubject.OfRequest(request), Language.RU);
        pack(new EvidenceSubject.OfRequest(request), Language.RU);

        var readings =
                new RevisionFilter(null, Set.of(RevisionKind.READING), null, request, null, null, null, null, null);
        assertThat(as(
                        person("auditor"),
                        () -> context.getBean(HistoryService.class).log(readings, 100)))
                .extracting(RevisionRecord::reason)
                .filteredOn(reason -> reason.matches("EVIDENCE .+\\.zip \\([1-9]\\d+\\)"))
                .hasSize(2);
    }

    @Test
    void readsInEveryLanguage() throws Exception {
        var request = applied("Тілдер");
        assertThat(report(pack(new EvidenceSubject.OfRequest(request), Language.KK)))
                .contains("Дәлелдемелер топтамасы", "Шешімдер", "Жоспардағы өзгерістер");
        assertThat(report(pack(new EvidenceSubject.OfRequest(request), Language.EN)))
                .contains("Pack of evidence", "Decisions", "Changes to the plan");
    }

    @Test
    void failsWhateverIsTamperedWith() throws Exception {
        var pack = pack(new EvidenceSubject.OfRequest(applied("Подделка")), Language.RU);
        var checked = 0;
        for (var name : pack.keySet()) {
            if (name.equals("Check.java")) {
                continue;
            }
            var altered = new TreeMap<>(pack);
            var content = altered.get(name).clone();
            content[content.length / 2] ^= 1;
            altered.put(name, content);
            // One of each kind of file is enough, each run starts a JVM.
            if (name.matches("(rows/000001|seals/\\d+|keys/\\w+|basis/.*|report|evidence|files|rows)\\.\\w+")
                    && !isFault(altered)) {
                throw new AssertionError("Not found: " + name);
            }
            checked++;
        }
        assertThat(checked).isGreaterThan(10);

        var removed = new TreeMap<>(pack);
        removed.remove("rows/000001.txt");
        assertThat(isFault(removed)).isTrue();
        var inserted = new TreeMap<>(pack);
        inserted.put("rows/999999.txt", "revision\nnumber\t1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(isFault(inserted)).isTrue();
        assertThat(check(pack, "0".repeat(64)).said()).contains("signed by another key");
    }

    private boolean isFault(Map<String, byte[]> pack) throws Exception {
        var check = check(pack);
        return check.code() == 1 && check.said().contains("FAULT");
    }

    @Test
    void provesAValueFromTheFirstLoadOn() throws Exception {
        var series = drafts.plans()
                .current()
                .tree()
                .goal("1.2")
                .orElseThrow()
                .series()
                .findFirst()
                .orElseThrow();
        var value = new EvidenceSubject.OfValue(series.ref(), Field.of(Attribute.TARGET, 2023));
        var pack = pack(value, Language.RU);
        assertThat(rows(pack))
                .anyMatch(row -> row.startsWith("revision\n") && row.contains("\nkind\tLOAD\n"))
                .anyMatch(row -> row.startsWith("series_value_aud\n")
                        && row.contains("\nitem_id\t" + series.ref().id() + "\n")
                        && row.contains("\nyear\t2023\n"));
        assertThat(check(pack).code()).isZero();
    }

    @Test
    void provesAPeriodAndRefusesAnEmptyOne() throws Exception {
        var request = applied("За период");
        var today = LocalDate.now(Formats.ZONE);
        var pack = pack(new EvidenceSubject.OfPeriod(today, today), Language.RU);
        assertThat(new String(pack.get("evidence.json"), StandardCharsets.UTF_8))
                .contains("\"number\" : " + request)
                .contains("\"title\" : \"За период\"");
        assertThat(check(pack).code()).isZero();

        refused(
                EvidenceRefusal.Reason.NOTHING,
                new EvidenceSubject.OfPeriod(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 12, 31)));
        refused(EvidenceRefusal.Reason.DAYS, new EvidenceSubject.OfPeriod(today, today.minusDays(1)));
        refused(EvidenceRefusal.Reason.NOTHING, new EvidenceSubject.OfRequest(Long.MAX_VALUE));
    }

    @Test
    void signsNothingButListsOfEvidence() {
        assertThatThrownBy(() -> as(person("auditor"), () -> seals.signEvidence("zhospar-seal\t1\nnumber\t7\n")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(EvidenceRefusal.Reason reason, EvidenceSubject subject) {
        assertThatThrownBy(() -> as(person("auditor"), () -> evidence.pack(subject, Language.RU)))
                .isInstanceOfSatisfying(
                        EvidenceRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    /** A request with a document that has gone through its route. */
    private long applied(String title) {
        var number = drafts.draft("ugm", title);
        var service = context.getBean(DraftService.class);
        as(person("ugm-official"), () -> {
            service.attach(number, "решение <1>.pdf", DOCUMENT.getBytes(StandardCharsets.UTF_8));
            service.submit(number);
        });
        drafts.approveAll(number);
        return number;
    }

    private Map<String, byte[]> pack(EvidenceSubject subject, Language language) throws IOException {
        var out = new ByteArrayOutputStream();
        as(person("auditor"), () -> {
            try {
                evidence.pack(subject, language).writeTo(out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static List<String> rows(Map<String, byte[]> pack) {
        return pack.entrySet().stream()
                .filter(file -> file.getKey().startsWith("rows/"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String report(Map<String, byte[]> pack) throws IOException {
        try (var pdf = Loader.loadPDF(pack.get("report.pdf"))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private record Checked(int code, String said) {}

    /** Runs the pack's own checker in a JVM of its own, on the pack as a file. */
    private Checked check(Map<String, byte[]> pack, String... fingerprint) throws Exception {
        var file = folder.resolve("pack.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (var entry : pack.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        var checker = Files.write(folder.resolve("Check.java"), pack.get("Check.java"));
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                checker.toString(),
                file.toString()));
        command.addAll(List.of(fingerprint));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Checked(process.waitFor(), said);
    }
}
