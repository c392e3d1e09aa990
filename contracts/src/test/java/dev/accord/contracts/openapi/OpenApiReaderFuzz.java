package dev.accord.contracts.openapi;

import dev.accord.contracts.diff.OpenApiDiff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The entry point of a coverage-guided fuzzer such as Jazzer: any bytes are either refused with a problem or read into a
 * document that equals itself.
 */
public final class OpenApiReaderFuzz {

    private static final ReadLimits LIMITS = new ReadLimits(1 << 20, 100, 100_000, 1000, Duration.ofSeconds(5));

    private OpenApiReaderFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        OpenApiDocument document;
        try {
            document = OpenApiReader.read(new String(data, StandardCharsets.UTF_8), LIMITS);
        } catch (UnreadableDocumentException e) {
            if (e.problems().isEmpty()) throw new IllegalStateException("refused without a problem", e);
            return;
        }
        document.uninterpreted();
        if (!OpenApiDiff.compare(document, document).isEmpty()) {
            throw new IllegalStateException("a document differs from itself");
        }
    }
}
