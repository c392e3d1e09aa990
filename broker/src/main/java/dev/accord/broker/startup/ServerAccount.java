package dev.accord.broker.startup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account under which PostgreSQL runs. Its programs refuse to run as root; so where the broker is root, they run as
 * another account that can reach the data folder, and own it.
 *
 * @param name for messages
 * @param prefix what to put before a command so that it runs under the account; empty for our own
 */
record ServerAccount(String name, List<String> prefix) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FALLBACK = "nobody";

    /**
     * Finds an account for the data folder and hands the folder to it.
     *
     * <p>For an ordinary user that is the user. For root it is, in this order: the owner of the folder, when that is not
     * root (so that a user's data stay the user's); {@code nobody}; root itself without its privileges, in a user namespace
     * of its own, which reaches folders that are open to root alone.
     *
     * @param home the folder of the embedded server; it exists
     * @throws StartupException when no account can work there; the message says what would help
     */
    static ServerAccount of(Path home) throws IOException, StartupException {
        if (uidOfThisProcess() != 0) {
            return new ServerAccount(System.getProperty("user.name"), List.of());
        }
        for (ServerAccount candidate : candidates(Files.getOwner(home))) {
            // The way to the folder is tried first: a change of owner may touch thousands of files.
            if (candidate.passes("test", "-x", parentOf(home).toString())) {
                candidate.own(home);
                if (candidate.passes("test", "-x", home.toString(), "-a", "-w", home.toString())) {
                    return candidate;
                }
            }
        }
        throw new StartupException("PostgreSQL refuses to run as root, and user " + FALLBACK + " cannot enter " + home
                + ". Choose a folder that other users can reach (ACCORD_DATA_DIR=/var/lib/accord), or start the broker"
                + " as an ordinary user.");
    }

    private static List<ServerAccount> candidates(UserPrincipal owner) {
        var candidates = new ArrayList<ServerAccount>();
        if (ChildProcess.installed("setpriv")) {
            if (!owner.getName().equals("root")) {
                candidates.add(as(owner.getName()));
            }
            candidates.add(as(FALLBACK));
        }
        if (ChildProcess.installed("unshare")) {
            candidates.add(new ServerAccount("root", List.of("unshare", "--user", "--")));
        }
        return candidates;
    }

    // No --pdeathsig: the signal comes when the THREAD that started the server ends, not when the process does.
    private static ServerAccount as(String user) {
        return new ServerAccount(
                user, List.of("setpriv", "--reuid=" + user, "--clear-groups", "--regid=" + gid(user), "--"));
    }

    private static String gid(String user) {
        try {
            var outcome = ChildProcess.run(Path.of("/"), PATIENCE, List.of("id", "-g", user));
            return outcome.succeeded() ? outcome.output() : "65534";
        } catch (IOException noSuchProgram) {
            return "65534";
        }
    }

    private boolean passes(String... test) throws IOException {
        return ChildProcess.run(Path.of("/"), PATIENCE, ChildProcess.command(prefix, test))
                .succeeded();
    }

    private static Path parentOf(Path home) {
        Path parent = home.getParent();
        return parent == null ? home : parent;
    }

    /** Makes the account the owner of the folder and of all that is in it. Costs nothing when it owns the folder already. */
    private void own(Path home) throws IOException {
        UserPrincipal account =
                home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        Path data = home.resolve("data");
        if (!account.equals(Files.getOwner(home)) || (Files.exists(data) && !account.equals(Files.getOwner(data)))) {
            give(home, account);
        }
    }

    /** Gives a file, or a folder with all that is in it, to the account. Does nothing for our own account. */
    void give(Path path) throws IOException {
        if (!prefix.isEmpty()) {
            give(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        }
    }

    private static void give(Path path, UserPrincipal account) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(account)) {
                    Files.setAttribute(file, "posix:owner", account, LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }

            // A folder comes after what is in it: its owner tells the next start that all is done.
            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                return visitFile(folder, Files.readAttributes(folder, BasicFileAttributes.class));
            }
        });
    }

    /** The numeric user of this process, 0 for root. The name alone would not do: it can be anything in a container. */
    private static int uidOfThisProcess() throws IOException {
        Path self = Path.of("/proc/self");
        if (!Files.exists(self)) {
            return "root".equals(System.getProperty("user.name")) ? 0 : -1;
        }
        return (Integer) Files.getAttribute(self, "unix:uid");
    }
}
