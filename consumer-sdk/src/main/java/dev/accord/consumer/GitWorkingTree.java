package dev.accord.consumer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What git says of the commit that is checked out. Asks the git program, which alone knows every layout of a repository. */
final class GitWorkingTree {

    private static final int SECONDS = 10;

    private final Path folder;

    GitWorkingTree(Path folder) {
        this.folder = folder;
    }

    /** Returns the hash of the commit; empty without git, outside of a working tree, and before the first commit. */
    Optional<String> commit() {
        return ask("rev-parse", "--verify", "--quiet", "HEAD");
    }

    /** Returns the branch; empty when a bare commit is checked out, and where {@link #commit()} is empty. */
    Optional<String> branch() {
        return ask("symbolic-ref", "--short", "--quiet", "HEAD");
    }

    private Optional<String> ask(String... arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder("git");
            builder.command().addAll(List.of(arguments));
            Process git = builder.directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            // One short line: it fits into the pipe, so waiting before reading cannot lock up.
            if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.exitValue() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
        } catch (IOException gitIsNotInstalled) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
