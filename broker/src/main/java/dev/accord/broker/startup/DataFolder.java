package dev.accord.broker.startup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an embedded server, held by one process at a time. It contains the unpacked programs, {@code data} (the
 * server's own folder), {@code password} (mode 0600), {@code lock}, and what the server prints.
 *
 * <p>The lock belongs to the operating system and goes with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {

    private final Path home;
    private final FileChannel lockFile;

    private DataFolder(Path home, FileChannel lockFile) {
        this.home = home;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder where it is missing, and takes it.
     *
     * @throws StartupException when another process holds it, or when it is not ours to write
     */
    static DataFolder take(Path folder) throws IOException, StartupException {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            home = home.toRealPath();
            FileChannel lockFile = FileChannel.open(
                    home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                String holder = Files.readString(home.resolve("lock")).strip();
                lockFile.close();
                throw new StartupException("Another broker" + (holder.isEmpty() ? "" : " (process " + holder + ")")
                        + " uses the data folder " + home
                        + ". Stop it first, or give this one a folder of its own (ACCORD_DATA_DIR).");
            }
            lockFile.truncate(0);
            lockFile.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(home, lockFile);
        } catch (AccessDeniedException e) {
            throw new StartupException(
                    "User " + System.getProperty("user.name") + " may not write to " + e.getFile()
                            + ". Start the broker as the owner of the data folder, or choose another (ACCORD_DATA_DIR).",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path home() {
        return home;
    }

    Path data() {
        return home.resolve("data");
    }

    /** What the server prints before its own log begins: the reason why a start fails. */
    Path output() {
        return home.resolve("postgres.out");
    }

    /** The major version of PostgreSQL that wrote the data; null when there are none yet. */
    @Nullable
    String dataVersion() throws IOException {
        try {
            return Files.readString(data().resolve("PG_VERSION")).strip();
        } catch (NoSuchFileException noData) {
            return null;
        }
    }

    /**
     * The password of the server's roles, made at random the first time (192 bits).
     *
     * @throws StartupException when there are data but their password is lost
     */
    String password() throws IOException, StartupException {
        Path file = home.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        }
        if (dataVersion() != null) {
            throw new StartupException(
                    "The data folder " + home + " has data but no file 'password'. Restore that file.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path unfinished = privateFile("password.new", password);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** Writes a file that only its owner can read, replacing an older one. */
    Path privateFile(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
