package dev.accord.broker.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of the broker's own, on a folder whose data persist.
 *
 * <p>It listens on a free port of the loopback interface only, asks every client for a password, and writes through to the
 * disk. It starts in one to three seconds the first time (unpacking, {@code initdb}), then in some tenths of a second. It
 * runs in a session of its own, so that an interrupt typed at the terminal reaches the broker alone and requests in flight
 * still find their database; whoever started it stops it by {@link #close()}.
 *
 * <p>After a crash of this process the server may live on, and after a crash of both it leaves a stale {@code
 * postmaster.pid}; {@link #start(Path)} deals with either. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

    /** The role and the database of the broker. Not a superuser: row-level security would not bind one. */
    private static final String APPLICATION = "accord";

    private static final String SUPERUSER = "postgres";
    private static final int ATTEMPTS_FOR_A_PORT = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Recovery after a crash replays the log, and there may be much of it. */
    private static final Duration PATIENCE_FOR_RECOVERY = Duration.ofMinutes(10);

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final String password;
    private final Process server;
    private final int port;
    private volatile boolean closing;

    private EmbeddedPostgres(
            DataFolder folder,
            PostgresBinaries binaries,
            ServerAccount account,
            String password,
            Process server,
            int port) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
        this.password = password;
        this.server = server;
        this.port = port;
    }

    /** Whether an acknowledged transaction survives a crash of the machine. */
    enum Durability {
        /** The disk has it before the client knows. */
        DURABLE,
        /** For tests, which throw their data away: some times faster. */
        FLEETING
    }

    /**
     * Starts the server, making folder and data the first time.
     *
     * @param home the server's folder; created where missing
     * @return the running server, ready for connections
     * @throws StartupException when the folder is in use, was written by another major version of PostgreSQL, or the server
     *     cannot run here
     */
    public static EmbeddedPostgres start(Path home) throws StartupException {
        return start(home, Durability.DURABLE);
    }

    static EmbeddedPostgres start(Path home, Durability durability) throws StartupException {
        try {
            DataFolder folder = DataFolder.take(home);
            try {
                return start(folder, durability);
            } catch (IOException | SQLException | StartupException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new StartupException("The embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, Durability durability)
            throws IOException, SQLException, StartupException {
        PostgresBinaries binaries = PostgresBinaries.unpack(folder.home());
        refuseOtherMajor(folder, binaries);
        String password = folder.password();
        ServerAccount account = ServerAccount.of(folder.home());
        if (folder.dataVersion() == null) {
            initialise(folder, binaries, account, password);
        } else {
            endLeftovers(folder, binaries, account);
        }
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process process = launch(folder, binaries, account, durability, port);
            var server = new EmbeddedPostgres(folder, binaries, account, password, process, port);
            try {
                server.awaitReady();
                server.createRoleAndDatabase();
                return server;
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS_FOR_A_PORT) {
                    throw e;
                }
            } catch (IOException | SQLException e) {
                server.stop();
                throw e;
            }
        }
    }

    private static void refuseOtherMajor(DataFolder folder, PostgresBinaries binaries)
            throws IOException, StartupException {
        String version = folder.dataVersion();
        if (version != null && !version.equals(Integer.toString(binaries.major()))) {
            throw new StartupException("The data in " + folder.home() + " were written by PostgreSQL " + version
                    + "; this Accord brings PostgreSQL " + binaries.major()
                    + ", which cannot read them. Start the release of Accord that wrote them, or choose another"
                    + " folder (ACCORD_DATA_DIR).");
        }
    }

    /** Makes a new cluster aside and gives it its name when it is whole: a crash in between leaves no half-made data. */
    private static void initialise(DataFolder folder, PostgresBinaries binaries, ServerAccount account, String password)
            throws IOException, StartupException {
        Path unfinished = folder.home().resolve("data.new");
        PostgresBinaries.remove(unfinished);
        Path passwordFile = folder.privateFile("initdb-password", password);
        try {
            account.give(passwordFile);
            var outcome = ChildProcess.run(
                    folder.home(),
                    PATIENCE,
                    ChildProcess.command(
                            account.prefix(),
                            binaries.program("initdb"),
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8"));
            if (!outcome.succeeded()) {
                throw new StartupException("initdb failed in " + folder.home() + ": " + outcome.output());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Ends what a crash left behind. We hold the folder's lock, so whatever server still runs on the data has lost its
     * broker. A {@code postmaster.pid} without a server is PostgreSQL's own business, except when its number now belongs to
     * another program: PostgreSQL would wait for that one.
     */
    private static void endLeftovers(DataFolder folder, PostgresBinaries binaries, ServerAccount account)
            throws IOException, StartupException {
        Path pidFile = folder.data().resolve("postmaster.pid");
        long pid;
        try (Stream<String> lines = Files.lines(pidFile, StandardCharsets.UTF_8)) {
            pid = lines.findFirst().map(line -> Long.parseLong(line.strip())).orElse(0L);
        } catch (NoSuchFileException stoppedProperly) {
            return;
        } catch (NumberFormatException torn) {
            pid = 0;
        }
        boolean alive = pid > 0 && ProcessHandle.of(pid).isPresent();
        if (alive && worksIn(pid, folder.data())) {
            LOG.infof("event=orphan_stopped process=%d", pid);
            var outcome = ChildProcess.run(
                    folder.home(),
                    PATIENCE,
                    ChildProcess.command(
                            account.prefix(), stopCommand(folder, binaries).toArray(String[]::new)));
            if (!outcome.succeeded()) {
                throw new StartupException("A PostgreSQL server (process " + pid + ") still runs on " + folder.data()
                        + " and does not stop: " + outcome.output());
            }
        } else if (alive || pid == 0) {
            Files.deleteIfExists(pidFile);
        }
    }

    /** True when the process has the folder as its working folder, as a server has its data; true when we cannot know. */
    private static boolean worksIn(long pid, Path folder) {
        Path link = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            return Files.readSymbolicLink(link).equals(folder);
        } catch (NoSuchFileException ended) {
            return !Files.exists(Path.of("/proc/self"));
        } catch (IOException notOurs) {
            // Another account's process: a server of ours runs under our account or, for root, is readable.
            return false;
        }
    }

    private static List<String> stopCommand(DataFolder folder, PostgresBinaries binaries) {
        return List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + folder.data(),
                "--mode=fast",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process launch(
            DataFolder folder, PostgresBinaries binaries, ServerAccount account, Durability durability, int port)
            throws IOException {
        var command = new ArrayList<String>();
        if (ChildProcess.installed("setsid")) {
            command.add("setsid");
        }
        command.addAll(account.prefix());
        command.add(binaries.program("postgres"));
        command.addAll(List.of("-D", folder.data().toString(), "-p", Integer.toString(port)));
        for (String setting : settings(durability)) {
            command.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(command)
                .directory(folder.home().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(folder.output().toFile())
                .start();
    }

    private static List<String> settings(Durability durability) {
        String durable = durability == Durability.DURABLE ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC",
                "shared_buffers=128MB",
                "max_connections=100",
                "jit=off",
                "fsync=" + durable,
                "synchronous_commit=" + durable,
                "full_page_writes=" + durable,
                // One log file a weekday, each overwritten after a week: bounded without a visitor.
                "logging_collector=on",
                "log_directory=log",
                "log_filename=postgresql-%a.log",
                "log_truncate_on_rotation=on",
                "log_rotation_age=1d",
                "log_rotation_size=0");
    }

    private void awaitReady() throws IOException, SQLException {
        long deadline = System.nanoTime() + PATIENCE_FOR_RECOVERY.toNanos();
        while (true) {
            try (Connection connection = connect("postgres")) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
            failWhenEnded();
        }
    }

    /** Gives the server a moment; throws when it has ended instead. */
    private void failWhenEnded() throws IOException {
        try {
            if (!server.waitFor(20, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
        String output =
                Files.readString(folder.output(), StandardCharsets.UTF_8).strip();
        if (output.contains("could not bind")) {
            throw new PortTakenException(output);
        }
        throw new IOException("postgres ended with code " + server.exitValue() + ": " + lastLog(output));
    }

    private String lastLog(String output) throws IOException {
        Path logs = folder.data().resolve("log");
        if (!Files.isDirectory(logs)) {
            return output;
        }
        try (Stream<Path> files = Files.list(logs)) {
            return output + " (see also " + files.sorted().toList() + ")";
        }
    }

    private void createRoleAndDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", APPLICATION)) {
                // The password has no quote in it: it is base64 of our own making.
                statement.execute("create role " + APPLICATION + " login password '" + password + "'");
            }
        }
        createDatabase(APPLICATION);
    }

    /**
     * Creates a database owned by the broker's role, unless it exists.
     *
     * @param name lower case letters, digits and underscores
     */
    void createDatabase(String name) throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain name for a database: " + name);
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + APPLICATION);
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /** Connects as superuser. By the driver itself: the JDK's registry of drivers depends on who asks. */
    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loggerLevel", "OFF");
        @Nullable Connection connection = new org.postgresql.Driver().connect(jdbcUrl(database), properties);
        if (connection == null) {
            throw new SQLException("the driver does not accept " + jdbcUrl(database));
        }
        return connection;
    }

    /** Where to connect, as the broker does: with role and password. */
    public DatabaseSettings settings() {
        return settings(APPLICATION);
    }

    /** The same for another database of this server. */
    DatabaseSettings settings(String database) {
        return new DatabaseSettings(
                jdbcUrl(database), java.util.Optional.of(APPLICATION), java.util.Optional.of(password));
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Does something when the server ends without having been asked to.
     *
     * @param action run once, on a thread of the JDK's
     */
    void onUnexpectedEnd(Runnable action) {
        server.onExit().thenRun(() -> {
            if (!closing) {
                action.run();
            }
        });
    }

    /** The server's process. */
    ProcessHandle process() {
        return server.toHandle();
    }

    /** Stops the server without waiting for its clients, and lets go of the folder. A second call does nothing. */
    @Override
    public synchronized void close() {
        stop();
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("the lock of the data folder could not be closed", e);
        }
    }

    private void stop() {
        closing = true;
        if (!server.isAlive()) {
            return;
        }
        try {
            var outcome = ChildProcess.run(
                    folder.home(),
                    PATIENCE.plusSeconds(10),
                    ChildProcess.command(
                            account.prefix(), stopCommand(folder, binaries).toArray(String[]::new)));
            if (outcome.succeeded()) {
                return;
            }
            LOG.warnf("pg_ctl could not stop PostgreSQL: %s", outcome.output());
        } catch (IOException e) {
            LOG.warn("pg_ctl could not stop PostgreSQL", e);
        }
        server.destroy();
    }

    /** Somebody took the port between our choosing it and the server's binding it. */
    private static final class PortTakenException extends IOException {

        private static final long serialVersionUID = 1;

        PortTakenException(String message) {
            super(message);
        }
    }
}
