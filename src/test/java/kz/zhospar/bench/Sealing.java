package kz.zhospar.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Random;
import kz.zhospar.seal.SealRecord;
import kz.zhospar.seal.SealService;
import kz.zhospar.seal.Verification;
import kz.zhospar.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals a generated history and verifies it. */
final class Sealing {

    private final Installation installation;
    private final JdbcClient owner;

    Sealing(Installation installation) {
        this.installation = installation;
        this.owner = TestDatabase.asOwner(installation.url());
    }

    /**
     * Seals everything, each batch at the time of its last revision: sealed today, years of history would rightly be
     * taken for rows that were put in afterwards.
     */
    Duration seal() {
        var began = System.nanoTime();
        installation.as("auditor", () -> installation.bean(SealService.class).sealNow());
        var time = Duration.ofNanos(System.nanoTime() - began);
        TestDatabase.tamper(owner, "seal", this::date);
        return time;
    }

    private void date() {
        var previous = SealRecord.NONE;
        for (var seal : installation
                .bean(SealService.class)
                .seals(Long.MAX_VALUE, Integer.MAX_VALUE)
                .reversed()) {
            var dated = SealRecord.of(
                    seal.number(),
                    last(seal).toInstant().truncatedTo(ChronoUnit.MICROS),
                    seal.revisions(),
                    seal.leaves(),
                    seal.root(),
                    previous,
                    null);
            previous = dated.hash();
            owner.sql("""
                            update seal set sealed_at = :at, previous = :previous, hash = :hash, key_id = null,
                                signature = null
                            where number = :number
                            """)
                    .param("at", last(seal))
                    .param("previous", HexFormat.of().parseHex(dated.previous()))
                    .param("hash", HexFormat.of().parseHex(dated.hash()))
                    .param("number", dated.number())
                    .update();
        }
    }

    private OffsetDateTime last(SealRecord seal) {
        return owner.sql("""
                        select max(r.committed_at) from seal_leaf l join revision r on r.number = l.revision
                        where l.table_name = 'revision' and l.seal = :number
                        """)
                .param("number", seal.number())
                .query(OffsetDateTime.class)
                .single();
    }

    Verification verify() {
        return installation.as(
                "auditor", () -> installation.bean(SealService.class).verify());
    }

    /** SHA-256 over as many pieces with as many bytes in all, from memory. */
    static Duration hash(long rows, long bytes) {
        var row = new byte[(int) (bytes / rows)];
        new Random(1).nextBytes(row);
        var digest = sha256();
        var began = System.nanoTime();
        for (long i = 0; i < rows; i++) {
            digest.update(row);
            digest.digest();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
