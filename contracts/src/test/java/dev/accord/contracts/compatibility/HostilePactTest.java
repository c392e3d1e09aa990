package dev.accord.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a fuzzer found in pacts that nobody would write: the work stays in proportion to their size. */
class HostilePactTest {

    @Test
    void aPathOfManySegmentsIsLookedUpInOneWalk() {
        String path = "/a".repeat(200_000);
        String pact = """
                {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [
                  {"description": "d", "request": {"method": "GET", "path": "PATH"}, "response": {"status": 200}}]}
                """.replace("PATH", path);
        String document = """
                {"openapi": "3.1.0", "servers": [{"url": "/a/a"}], "paths": {"/a": {"get": {"responses": {"200": {}}}}}}
                """;

        CompatibilityResult result = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Compatibility.check(OpenApiReader.read(document), PactReader.read(pact)));

        assertThat(result.findings()).extracting(Finding::code).containsExactly("request.path-or-method.unknown");
    }
}
