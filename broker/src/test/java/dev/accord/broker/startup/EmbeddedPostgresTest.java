package dev.accord.broker.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts, stops, kills and restarts a real server. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedPostgresTest {

    /** A stopped server, made once: unpacking the programs and making a cluster take seconds. */
    @TempDir
    private static Path template;

    private final List<EmbeddedPostgres> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path home;
    private Path programs;

    @BeforeAll
    static void makeTheTemplate() throws Exception {
        makeReachable(template);
        EmbeddedPostgres.start(template).close();
    }

    @BeforeEach
    void takeACopyOfTheTemplate() throws Exception {
        makeReachable(folder);
        home = Files.createDirectory(folder.resolve("postgresql"));
        Files.setOwner(home, Files.getOwner(template));
        Path unpacked = PostgresBinaries.unpack(template).folder();
        programs = Files.createSymbolicLink(home.resolve(unpacked.getFileName()), unpacked);
        var copied = ChildProcess.run(
                template, Duration.ofMinutes(1), List.of("cp", "-a", "data", "password", home.toString()));
        assertThat(copied.succeeded()).as(copied.output()).isTrue();
    }

    /** JUnit makes a folder for its owner alone; the server of a broker that is root runs as another account. */
    private static void makeReachable(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stopAll() throws IOException {
        started.forEach(EmbeddedPostgres::close);
        if (Files.isSymbolicLink(programs)) {
            Files.delete(programs);
        }
    }

    @Nested
    class AServer {

        @Test
        void keepsItsDataOverARestart() throws Exception {
            try (var server = start()) {
                execute(server, "create table kept (word text)");
                execute(server, "insert into kept values ('acknowledged')");
            }

            assertThat(query(start(), "select word from kept")).isEqualTo("acknowledged");
        }

        @Test
        void isDurableAndClosedToStrangers() throws Exception {
            var server = start();
            String url = server.settings().jdbcUrl();

            // what was acknowledged is on the disk
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show full_page_writes")).isEqualTo("on");

            // nobody gets in without the password, and only the owner can read it
            assertThatThrownBy(() -> DriverManager.getConnection(url, "accord", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(home.resolve("initdb-password")).doesNotExist();

            // the broker's role is one that row-level security binds
            assertThat(query(server, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(query(server, "select current_database()")).isEqualTo("accord");

            // it is reached through the loopback interface alone, and through no Unix socket
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readAllLines(home.resolve("data/postmaster.pid")).get(4))
                    .isEmpty();
            int port = URI.create(url.substring("jdbc:".length())).getPort();
            for (InetAddress address : addressesOfThisMachine()) {
                assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
            }
        }

        @Test
        void endsWithItsClose() throws Exception {
            var server = start();
            ProcessHandle process = server.process();

            server.close();

            assertThat(runs(process)).isFalse();
            assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        }
    }

    @Nested
    class TheDataFolder {

        @Test
        void servesOneBrokerAtATime() throws Exception {
            start();

            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(home.toRealPath().toString())
                    .hasMessageContaining("ACCORD_DATA_DIR");
        }

        @Test
        void ofAnotherMajorVersionIsRefusedAndLeftAlone() throws Exception {
            start().close();
            Files.writeString(home.resolve("data/PG_VERSION"), "17\n");

            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("written by PostgreSQL 17")
                    .hasMessageContaining("brings PostgreSQL 18");
            assertThat(home.resolve("data/PG_VERSION")).hasContent("17");
        }

        @Test
        void isFreeAgainAfterARefusedStart() throws Exception {
            start().close();
            Files.writeString(home.resolve("data/PG_VERSION"), "17\n");
            assertThatThrownBy(() -> EmbeddedPostgres.start(home)).isInstanceOf(StartupException.class);
            Files.writeString(home.resolve("data/PG_VERSION"), "18\n");

            assertThat(query(start(), "select 1")).isEqualTo("1");
        }

        @Test
        void withoutItsPasswordIsRefused() throws Exception {
            start().close();
            Files.delete(home.resolve("password"));

            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("password");
        }

        @Test
        void worksWhereOnlyRootCanEnter() throws Exception {
            assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

            try (var server = start()) {
                execute(server, "create table kept (word text)");
                execute(server, "insert into kept values ('acknowledged')");
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

            // Now another account can enter, and gets what root's has written.
            assertThat(query(start(), "select word from kept")).isEqualTo("acknowledged");
        }

        @Test
        void keepsItsOwnerWhenRootStartsTheBroker() throws Exception {
            assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
            var daemon = home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon");
            Files.setOwner(home, daemon);

            var server = start();

            assertThat(server.process().info().user()).contains("daemon");
            assertThat(Files.getOwner(home.resolve("data"))).isEqualTo(daemon);
        }
    }

    @Nested
    class AfterACrash {

        @Test
        void ofTheBrokerAloneItsOrphanIsReplacedAndNothingIsLost() throws Exception {
            Crash crash = crash();
            crash.broker().destroyForcibly().waitFor();
            assertThat(runs(crash.server())).isTrue();

            var server = start();

            assertThat(query(server, "select count(*) from kept")).isEqualTo("100");
            assertThat(runs(crash.server())).isFalse();
        }

        @Test
        void ofTheWholeProcessTreeNothingIsLost() throws Exception {
            Crash crash = crash();
            crash.broker().destroyForcibly();
            List<ProcessHandle> tree = crash.server().descendants().toList();
            crash.server().destroyForcibly();
            tree.forEach(ProcessHandle::destroyForcibly);
            crash.broker().waitFor();
            crash.server().onExit().get();

            assertThat(query(start(), "select count(*) from kept")).isEqualTo("100");
        }

        @Test
        void aNumberThatAnotherProgramGotMeanwhileDoesNotHinder() throws Exception {
            start().close();
            long innocent = ProcessHandle.current().pid();
            Files.writeString(
                    home.resolve("data/postmaster.pid"), innocent + "\n" + home.resolve("data") + "\n0\n5432\n\n");

            assertThat(query(start(), "select 1")).isEqualTo("1");
        }

        @Test
        void halfMadeDataAreMadeAnew() throws Exception {
            Files.createDirectories(home.resolve("data.new/base"));
            Files.writeString(home.resolve("data.new/PG_VERSION"), "18\n");
            Files.delete(programs);
            PostgresBinaries.remove(home.resolve("data"));
            Files.createDirectories(home.resolve("postgresql-unfinished/bin"));

            assertThat(query(start(), "select 1")).isEqualTo("1");
            assertThat(home.resolve("data.new")).doesNotExist();
            assertThat(home.resolve("postgresql-unfinished")).doesNotExist();
        }

        /** A broker in a process of its own that has committed a hundred rows, and its server. */
        private Crash crash() throws Exception {
            Process broker = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            WriterForCrashes.class.getName(),
                            home.toString())
                    .redirectError(folder.resolve("broker.err").toFile())
                    .start();
            BufferedReader output = broker.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("committed ")) {
                    long server = Long.parseLong(line.substring("committed ".length()));
                    return new Crash(broker, ProcessHandle.of(server).orElseThrow());
                }
            }
            throw new AssertionError("the broker ended early: " + Files.readString(folder.resolve("broker.err")));
        }

        private record Crash(Process broker, ProcessHandle server) {}
    }

    private EmbeddedPostgres start() throws StartupException {
        EmbeddedPostgres server = EmbeddedPostgres.start(home);
        started.add(server);
        return server;
    }

    /** A process that has ended but was not collected by its parent counts as alive; it has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    static Connection connect(EmbeddedPostgres server) throws SQLException {
        DatabaseSettings settings = server.settings();
        return DriverManager.getConnection(
                settings.jdbcUrl(),
                settings.username().orElseThrow(),
                settings.password().orElseThrow());
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
