package kz.zhospar.evidence.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.common.Sha256;
import kz.zhospar.evidence.EvidencePack;
import kz.zhospar.evidence.EvidenceSubject;
import kz.zhospar.seal.InclusionProof;
import kz.zhospar.seal.SealService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Writes a dossier as a ZIP file. Everything that the checker needs is plain text in files of its own: the rows in their
 * canonical form, the seals as they were signed, the keys, and a list of all files with their hashes.
 */
@Component
public class PackWriter {

    private static final String CHECKER = "Check.java";

    private final RequestService requests;
    private final SealService seals;
    private final Report report;

    PackWriter(RequestService requests, SealService seals, Report report) {
        this.requests = requests;
        this.seals = seals;
        this.report = report;
    }

    public EvidencePack pack(Dossier dossier, Language language) {
        return new EvidencePack() {
            @Override
            public String name() {
                return PackWriter.name(dossier.subject());
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (var zip = new Zip(out)) {
                    write(dossier, language, zip);
                }
            }
        };
    }

    private static String name(EvidenceSubject subject) {
        return switch (subject) {
            case EvidenceSubject.OfRequest of -> "evidence-request-" + of.number() + ".zip";
            case EvidenceSubject.OfValue of ->
                "evidence-value-" + of.ref().id()
                        + (of.field() == null
                                ? ""
                                : "-"
                                        + of.field()
                                                .toString()
                                                .toLowerCase(Locale.ROOT)
                                                .replace(' ', '-'))
                        + ".zip";
            case EvidenceSubject.OfPeriod of -> "evidence-" + of.from() + "-" + of.to() + ".zip";
        };
    }

    private void write(Dossier dossier, Language language, Zip zip) throws IOException {
        zip.put("report.pdf", report.pdf(dossier, language));
        zip.put("evidence.json", DossierJson.print(dossier));
        for (var request : dossier.requests()) {
            basis(request, zip);
        }
        proofs(dossier, zip);
        zip.put(CHECKER, new ClassPathResource("evidence/" + CHECKER).getContentAsByteArray());
        zip.put("README.txt", text(Messages.in(language, "evidence.readme")));
        list(zip);
    }

    /** The list is signed, so that the report is what this installation made of the rows. */
    private void list(Zip zip) throws IOException {
        var key = seals.publicKey();
        if (key.isPresent()) {
            zip.put("keys/" + seals.keyId().orElseThrow() + ".txt", text(key.get()));
        }
        var list = "zhospar-evidence\t1\t" + seals.keyId().orElse("-") + "\n" + zip.list();
        zip.put("files.txt", text(list));
        var signature = seals.signEvidence(list);
        if (signature.isPresent()) {
            zip.put("files.sig", text(signature.get()));
        }
    }

    /** The names of files come from people, hence only the ending is taken from them. */
    private void basis(RequestDetails request, Zip zip) throws IOException {
        var info = request.basisFile();
        if (info == null) {
            return;
        }
        var file = requests.basisFile(request.number()).orElseThrow();
        var ending = file.name().replaceFirst("^.*(\\.[A-Za-z0-9]{1,5})$", "$1");
        zip.put("basis/request-" + request.number() + (ending.startsWith(".") ? ending : ""), file.content());
    }

    private static void proofs(Dossier dossier, Zip zip) throws IOException {
        var index = new StringBuilder();
        var seals = new TreeMap<Long, InclusionProof>();
        int count = 0;
        for (var proof : dossier.proofs()) {
            var name = "rows/%06d.txt".formatted(++count);
            zip.put(name, text(proof.form()));
            index.append(String.join(
                            "\t",
                            name,
                            String.valueOf(proof.seal().number()),
                            String.valueOf(proof.index()),
                            String.valueOf(proof.size()),
                            proof.path().isEmpty() ? "-" : String.join(",", proof.path())))
                    .append('\n');
            seals.put(proof.seal().number(), proof);
        }
        zip.put("rows.txt", text(index.toString()));
        for (var proof : seals.values()) {
            seal(proof, zip);
        }
    }

    private static void seal(InclusionProof proof, Zip zip) throws IOException {
        var seal = proof.seal();
        zip.put("seals/" + seal.number() + ".txt", text(seal.text()));
        if (seal.signature() != null) {
            zip.put("seals/" + seal.number() + ".sig", text(seal.signature()));
        }
        if (proof.publicKey() != null) {
            zip.put("keys/" + seal.keyId() + ".txt", text(proof.publicKey()));
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Remembers what was put in, for the list of files. */
    private static final class Zip implements AutoCloseable {
        private final ZipOutputStream out;
        private final Map<String, String> hashes = new LinkedHashMap<>();

        Zip(OutputStream out) {
            this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
        }

        void put(String name, byte[] content) throws IOException {
            if (hashes.putIfAbsent(name, Sha256.of(content)) == null) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
                out.closeEntry();
            }
        }

        /** The list of what is in, as lines of hash and name. */
        String list() {
            var list = new StringBuilder();
            hashes.forEach(
                    (name, hash) -> list.append(hash).append("  ").append(name).append('\n'));
            return list.toString();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
