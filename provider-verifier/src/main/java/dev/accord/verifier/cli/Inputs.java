package dev.accord.verifier.cli;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.openapi.Problem;
import dev.accord.contracts.openapi.UnreadableDocumentException;
import dev.accord.contracts.pact.Pact;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.pact.UnreadablePactException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files that a command names. */
final class Inputs {

    private final Progress progress;

    Inputs(Progress progress) {
        this.progress = progress;
    }

    /**
     * Reads an OpenAPI document.
     *
     * @throws InputException when there is no such file or it is no such document; names the file, line and column
     */
    OpenApiDocument document(Path file) {
        return document(file, text(file));
    }

    private static OpenApiDocument document(Path file, String text) {
        try {
            return OpenApiReader.read(text);
        } catch (UnreadableDocumentException e) {
            String problems = e.problems().stream()
                    .map(problem -> "\n  " + position(file, problem) + ": " + problem.message())
                    .collect(Collectors.joining());
            throw new InputException(file + " is not an OpenAPI document that can be read" + problems, e);
        }
    }

    /**
     * Reads two OpenAPI documents at the same time: large ones take most of the time of a comparison.
     *
     * @throws InputException as {@link #document(Path)}; of the first where both are unreadable
     */
    DocumentPair documents(Path one, Path other) {
        String first = text(one);
        String second = text(other);
        CompletableFuture<OpenApiDocument> reading = CompletableFuture.supplyAsync(() -> document(other, second));
        OpenApiDocument read = document(one, first);
        try {
            return new DocumentPair(read, reading.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof InputException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    /**
     * Reads pacts.
     *
     * @param paths files, or folders of which all {@code *.json} files are meant
     * @throws InputException when there is no such file, or one is no pact
     */
    List<NamedPact> pacts(List<Path> paths) {
        List<NamedPact> pacts = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                pacts.add(new NamedPact(file.toString(), pact(file)));
            }
        }
        return pacts;
    }

    private Pact pact(Path file) {
        String text = text(file);
        try {
            return PactReader.read(text);
        } catch (UnreadablePactException e) {
            String place = e.pointer().isEmpty() ? "" : "\n  at " + e.pointer();
            throw new InputException(file + " is not a pact that can be read" + place + "\n  " + e.reason(), e);
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(
                            entry -> entry.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new InputException("there is no pact (*.json) in " + path);
            }
            return files;
        } catch (IOException e) {
            throw new InputException("cannot list " + path + ": " + e.getMessage(), e);
        }
    }

    private String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            progress.reading(file.toString(), bytes.length);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new InputException(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String position(Path file, Problem problem) {
        return file + ":" + problem.source().line() + ":" + problem.source().column();
    }

    /**
     * Two documents.
     *
     * @param base the older
     * @param revision the newer
     */
    record DocumentPair(OpenApiDocument base, OpenApiDocument revision) {}

    /**
     * A pact with the name of its file.
     *
     * @param file the file, as it was named
     * @param pact its content
     */
    record NamedPact(String file, Pact pact) {}
}
