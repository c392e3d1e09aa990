package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.matrix.decision.Finding;
import dev.accord.broker.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads findings as comparisons and impacts store them. */
final class Findings {

    /** Findings of one pair that a decision looks at; that there are more is a finding of its own. */
    static final int MOST = 1_000;

    private static final Pattern INTERACTION = Pattern.compile("^/interactions/\\d+/");

    private Findings() {}

    /** The findings of level error of a JSON array; null has none. */
    static List<Finding> errors(@Nullable String json) {
        return json == null ? List.of() : ofLevel(Json.stored(json), "error");
    }

    /** The findings of one level. */
    static List<Finding> ofLevel(JsonNode array, String level) {
        List<Finding> findings = new ArrayList<>();
        int more = 0;
        for (JsonNode finding : array) {
            if (finding.path("level").asText("").equals(level)) {
                if (findings.size() < MOST) {
                    findings.add(of(finding));
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            findings.add(more(more));
        }
        return findings;
    }

    /** All findings, whatever their level. */
    static List<Finding> all(JsonNode array) {
        List<Finding> findings = new ArrayList<>();
        array.forEach(finding -> findings.add(of(finding)));
        return findings;
    }

    /** Stands for findings that were too many to keep one by one. */
    static Finding more(int number) {
        String sentence = number + " further findings, too many to tell";
        return new Finding("findings.more", "", "", "", "", sentence, Finding.Source.UNKNOWN, null);
    }

    /** Stands for a change of documents of which nothing can be told. */
    static Finding notJudged() {
        String sentence = "what the change of the OpenAPI document does to this pact cannot be told";
        return new Finding("impact.not-judged", "", "", "", "", sentence, Finding.Source.UNKNOWN, null);
    }

    private static Finding of(JsonNode json) {
        String field = json.path("field").asText("");
        String pact = json.path("pactLocation").asText("");
        return new Finding(
                json.path("code").asText(""),
                json.path("operation").asText(""),
                json.path("description").asText(""),
                field,
                field.isEmpty() ? INTERACTION.matcher(pact).replaceFirst("") : field,
                json.path("sentence").asText(""),
                new Finding.Source(
                        pact,
                        json.path("documentLocation").asText(""),
                        json.path("line").asInt(),
                        json.path("column").asInt()),
                cause(json));
    }

    private static Finding.@Nullable Cause cause(JsonNode json) {
        return json.hasNonNull("rule")
                ? new Finding.Cause(
                        json.path("rule").asText(),
                        json.path("change").asText(""),
                        json.path("baseLine").asInt(),
                        json.path("revisionLine").asInt())
                : null;
    }
}
