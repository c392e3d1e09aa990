package dev.accord.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pact as it lies on the disk. Its bytes are sent unchanged, so that numbers, key order and spelling survive.
 *
 * @param path where it lies
 * @param consumer the consumer's name in it
 * @param provider the provider's name in it
 * @param content its bytes
 */
record PactFile(Path path, String consumer, String provider, byte[] content) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the pacts that the given paths name: files themselves, and of folders all {@code *.json} files directly in
     * them. Each file once, ordered by consumer, provider and path.
     *
     * @throws PublishingException when a path does not exist, there is no file, or one is not a pact
     */
    static List<PactFile> readAll(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(filesOf(path));
        }
        if (files.isEmpty()) {
            throw new PublishingException(
                    PublishingException.Reason.NOTHING_TO_PUBLISH,
                    "Nothing was published: there is no pact file (*.json) in " + names(paths)
                            + "\n  next: run the consumer tests first, or name the folder that they write to");
        }
        return files.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .distinct()
                .map(PactFile::read)
                .sorted(Comparator.comparing(PactFile::consumer)
                        .thenComparing(PactFile::provider)
                        .thenComparing(PactFile::path))
                .toList();
    }

    private static List<Path> filesOf(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new PublishingException(
                    PublishingException.Reason.NOTHING_TO_PUBLISH,
                    "Nothing was published: " + path.toAbsolutePath().normalize() + " does not exist"
                            + "\n  next: run the consumer tests first, or name the folder that they write to");
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw unreadable(path, "it cannot be listed: " + e.getMessage(), e);
        }
    }

    private static PactFile read(Path path) {
        byte[] content;
        JsonNode pact;
        try {
            content = Files.readAllBytes(path);
            pact = JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw unreadable(path, "it is not JSON: " + e.getOriginalMessage() + " at " + position(e), e);
        } catch (IOException e) {
            throw unreadable(path, "it cannot be read: " + e.getMessage(), e);
        }
        return new PactFile(path, name(path, pact, "consumer"), name(path, pact, "provider"), content);
    }

    private static String name(Path path, JsonNode pact, String role) {
        String name = pact.path(role).path("name").asText("");
        if (name.isBlank()) {
            throw new PublishingException(
                    PublishingException.Reason.UNREADABLE_PACT,
                    "Nothing was published: " + path + " is not a pact: it has no " + role + ".name"
                            + "\n  next: keep other JSON files out of the folder, or name the pact files one by one");
        }
        return name;
    }

    private static PublishingException unreadable(Path path, String why, Exception cause) {
        return new PublishingException(
                PublishingException.Reason.UNREADABLE_PACT,
                "Nothing was published: " + path + " is not a pact: " + why
                        + "\n  next: remove the file and run the consumer tests again",
                cause);
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown position"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String names(List<Path> paths) {
        return String.join(
                ", ",
                paths.stream()
                        .map(path -> path.toAbsolutePath().normalize().toString())
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PactFile that
                && path.equals(that.path)
                && consumer.equals(that.consumer)
                && provider.equals(that.provider)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path + " (" + consumer + " needs " + provider + ", " + content.length + " bytes)";
    }
}
