package kz.zhospar.seal.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Optional;
import kz.zhospar.seal.PublishedSeal;
import kz.zhospar.seal.SealFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The head of the chain in a file, which whoever wants can keep elsewhere. */
final class HeadFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private HeadFile() {}

    /** Replaces the file at once, so that nobody ever reads half of it. */
    static void write(Path folder, PublishedSeal head) throws IOException {
        Files.createDirectories(folder);
        var unfinished = Files.createTempFile(folder, "seal-head", ".unfinished");
        try {
            Files.write(unfinished, JSON.writeValueAsBytes(head));
            // A temporary file is its owner's alone; the head is for everybody.
            unfinished.toFile().setReadable(true, false);
            Files.move(
                    unfinished,
                    folder.resolve(SealFiles.HEAD),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Reads a head that was published.
     *
     * @throws IOException when the file cannot be read or is none
     */
    static PublishedSeal read(Path file) throws IOException {
        try {
            var head = JSON.readValue(Files.readAllBytes(file), PublishedSeal.class);
            if (head.hash() == null || !head.hash().matches("[0-9a-f]{64}")) {
                throw new IOException("No hash in " + file);
            }
            return head;
        } catch (JacksonException e) {
            throw new IOException("No seal in " + file, e);
        }
    }

    static Optional<PublishedSeal> find(Path folder) throws IOException {
        var file = folder.resolve(SealFiles.HEAD);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** What a published head says to whoever verifies; and what a key does that is known by itself. */
    static Outside outside(Optional<PublishedSeal> head, Optional<PublicKeyRecord> own) {
        var keys = new ArrayList<PublicKeyRecord>();
        own.ifPresent(keys::add);
        head.map(PublishedSeal::publicKey).map(PublicKeyRecord::of).ifPresent(keys::add);
        return new Outside(
                head.map(PublishedSeal::hash).orElse(null),
                head.map(PublishedSeal::number).orElse(null),
                keys);
    }
}
