package dev.accord.broker.startup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The server programs of PostgreSQL, unpacked from the archive on the class path. The archive holds {@code initdb}, {@code
 * pg_ctl} and {@code postgres} with their libraries, and nothing else.
 *
 * @param folder where they are; its name bears the archive's digest, so another archive is another folder
 * @param major their major version, for example 18
 */
record PostgresBinaries(Path folder, int major) {

    private static final String FOLDER_PREFIX = "postgresql-";
    private static final Pattern VERSION = Pattern.compile("postgres \\(PostgreSQL\\) (\\d+)\\b.*", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /**
     * Unpacks the programs below {@code home} unless they are there, and removes those of other archives. Takes one to two
     * seconds the first time, then some ten milliseconds. A crash at any moment leaves nothing half-made behind: the folder
     * gets its name when it is whole.
     *
     * @throws StartupException when there is no archive for this machine, or its programs do not run here
     */
    static PostgresBinaries unpack(Path home) throws IOException, StartupException {
        String resource = resource();
        Path folder = home.resolve(FOLDER_PREFIX + digest(resource));
        if (!Files.isDirectory(folder)) {
            removeAll(home);
            Path unfinished = home.resolve(FOLDER_PREFIX + "unfinished");
            try (InputStream archive = open(resource)) {
                extract(archive, unfinished);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder, major(folder));
    }

    private static int major(Path folder) throws IOException, StartupException {
        String program = folder.resolve("bin").resolve("postgres").toString();
        var outcome = ChildProcess.run(folder, PATIENCE, List.of(program, "--version"));
        Matcher version = VERSION.matcher(outcome.output());
        if (!outcome.succeeded() || !version.matches()) {
            throw new StartupException("The PostgreSQL that comes with Accord does not run on this machine ("
                    + outcome.output() + "). Use a server of your own: PACT_BROKER_DATABASE_URL.");
        }
        return Integer.parseInt(version.group(1));
    }

    /** The archive's name for this machine, by the convention of the packages it comes from. */
    private static String resource() throws StartupException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        String resource = "postgres-" + system + "-" + machine + ".txz";
        if (PostgresBinaries.class.getClassLoader().getResource(resource) == null) {
            throw new StartupException("Accord brings no PostgreSQL for this machine (" + system + ", " + machine
                    + "). Use a server of your own: PACT_BROKER_DATABASE_URL.");
        }
        return resource;
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = PostgresBinaries.class.getClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return stream;
    }

    private static String digest(String resource) throws IOException {
        try (var stream = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive has an entry outside of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
                        throw new IOException(file + " cannot be made executable; is the file system mounted noexec?");
                    }
                }
            }
        }
    }

    private static void removeAll(Path home) throws IOException {
        try (Stream<Path> children = Files.list(home)) {
            for (Path child : children.toList()) {
                if (child.getFileName().toString().startsWith(FOLDER_PREFIX)) {
                    remove(child);
                }
            }
        }
    }

    /** Removes a folder with all that is in it; does nothing when it is not there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
