package kz.zhospar.seal.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** With which key seals are signed and where their head is published. */
@Component
class SealSettings {

    private static final Logger LOG = LoggerFactory.getLogger(SealSettings.class);

    private final @Nullable SigningKey key;
    private final @Nullable Path folder;

    /**
     * @param key PKCS#8 in PEM or a file with it
     * @param folder where the head is written
     * @param home the data folder of the run on one machine, which has a key of its own; empty elsewhere
     */
    SealSettings(
            @Value("${zhospar.seal.key:}") String key,
            @Value("${zhospar.seal.folder:}") String folder,
            @Value("${zhospar.seal.home:}") String home) {
        this.key = key(key, home);
        this.folder = folder.isBlank() ? home.isBlank() ? null : Path.of(home) : Path.of(folder);
    }

    private static @Nullable SigningKey key(String key, String home) {
        if (!key.isBlank()) {
            return SigningKey.from(key);
        }
        if (!home.isBlank()) {
            return SigningKey.in(Path.of(home));
        }
        LOG.warn("Печати аудита не подписываются: ключ не задан (ZHOSPAR_SEAL_KEY).");
        return null;
    }

    @Nullable
    SigningKey key() {
        return key;
    }

    @Nullable
    Path folder() {
        return folder;
    }
}
