package dev.accord.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result as a verifier posts it.
 *
 * @param providerVersion the version that was checked; not blank
 * @param buildUrl        the build, or null
 * @param testResults     any JSON text, or null
 * @param verifiedBy      JSON object with the members that are given out, or null when nothing is known
 */
record NewResult(
        boolean success,
        String providerVersion,
        @Nullable String buildUrl,
        @Nullable String testResults,
        @Nullable String verifiedBy) {

    private static final String VERSION = "providerApplicationVersion";
    private static final String BUILD_URL = "buildUrl";
    private static final String VERIFIED_BY = "verifiedBy";

    /**
     * Validates a body. Unknown members are ignored.
     *
     * @throws dev.accord.broker.problem.ProblemException 400 naming all that does not fit
     */
    static NewResult read(JsonNode body) {
        Problems problems = new Problems();
        JsonNode success = body.get("success");
        if (success == null || !success.isBoolean()) {
            problems.add("success", success == null ? "is missing" : "must be boolean");
        }
        checkVersion(body.get(VERSION), problems);
        checkBuildUrl(body.get(BUILD_URL), problems);
        String verifiedBy = verifiedBy(body.get(VERIFIED_BY), problems);
        problems.throwIfAny();
        JsonNode output = body.path("testResults");
        return new NewResult(
                body.path("success").booleanValue(),
                body.path(VERSION).asText(),
                body.path(BUILD_URL).textValue(),
                output.isMissingNode() || output.isNull() ? null : Json.write(output),
                verifiedBy);
    }

    private static void checkVersion(@Nullable JsonNode version, Problems problems) {
        if (version == null) {
            problems.add(VERSION, "is missing");
        } else if (version.isNull()
                || version.isTextual() && version.textValue().isEmpty()) {
            problems.add(VERSION, "must be filled");
        } else if (!version.isTextual()) {
            problems.add(VERSION, "must be a string");
        } else if (version.textValue().isBlank()) {
            problems.add(VERSION, "cannot be blank");
        }
    }

    private static void checkBuildUrl(@Nullable JsonNode url, Problems problems) {
        if (url == null || url.isNull()) {
            return;
        }
        if (!url.isTextual()) {
            problems.add(BUILD_URL, "must be a string");
        } else if (!isUrl(url.textValue())) {
            problems.add(BUILD_URL, "is not a valid URL, such as http://example.org");
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null && uri.getRawAuthority() != null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static @Nullable String verifiedBy(@Nullable JsonNode given, Problems problems) {
        if (given == null || given.isNull()) {
            return null;
        }
        JsonNode language = given.path("clientLanguage");
        if (!given.isObject() || !language.isMissingNode() && !language.isNull() && !language.isObject()) {
            problems.add(VERIFIED_BY, given.isObject() ? "clientLanguage must be a hash" : "must be a hash");
            return null;
        }
        ObjectNode known = Json.object();
        copy(given, Map.of("implementation", "implementation", "version", "version"), known, problems);
        copy(
                language,
                Map.of(
                        "name", "client_implementation",
                        "testFramework", "client_test_framework",
                        "version", "client_version"),
                known,
                problems);
        return known.isEmpty() ? null : Json.write(known);
    }

    private static void copy(JsonNode from, Map<String, String> names, ObjectNode to, Problems problems) {
        names.forEach((name, told) -> {
            JsonNode value = from.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return;
            }
            if (value.isContainerNode()) {
                problems.add(VERIFIED_BY, name + " must be a string");
            } else {
                to.put(told, value.asText());
            }
        });
    }
}
