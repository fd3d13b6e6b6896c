package kz.zhospar.localdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder that keeps everything of a run on one machine. One process at a time holds it. */
final class DataFolder implements AutoCloseable {
    private static final FileAttribute<?> OWNER_ONLY_FOLDER = permissions("rwx------");
    private static final FileAttribute<?> OWNER_ONLY_FILE = permissions("rw-------");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(path, OWNER_ONLY_FOLDER);
            }
            var lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!taken(lock)) {
                lock.close();
                throw new LocalStartException("Папка данных уже используется другим процессом: " + path);
            }
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw new LocalStartException("В папку данных нельзя записать: " + path, e);
        }
    }

    /** Whether a running process has it. */
    static boolean isHeld(Path path) {
        try (var lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.WRITE)) {
            return !taken(lock);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean taken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** The password of the database, made up on first use and readable by the owner of the folder only. */
    String password() throws IOException {
        return password(passwordFile());
    }

    /** The password by which the application connects, kept with the same care. */
    String applicationPassword() throws IOException {
        return password(resolve("application-password"));
    }

    private static String password(Path file) throws IOException {
        if (Files.notExists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, OWNER_ONLY_FILE);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    Path passwordFile() {
        return resolve("password");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
