package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whether all texts that a schema admits belong to a need. */
final class TextRules {

    private TextRules() {}

    /**
     * Three-valued inclusion.
     *
     * @param included true: proven; false: refuted by the witnesses; empty: undecided
     * @param witnesses texts that the schema admits and the need refuses
     */
    record Inclusion(Optional<Boolean> included, List<JsonNode> witnesses) {}

    static Inclusion included(Variant variant, Need need) {
        boolean anyText = need.shapes().stream()
                .anyMatch(s ->
                        s instanceof Shape.Any || (s instanceof Shape.Text(List<Shape.TextRule> r) && r.isEmpty()));
        if (anyText) {
            return new Inclusion(Optional.of(true), List.of());
        }
        List<JsonNode> witnesses = new ArrayList<>();
        int accepted = 0;
        for (JsonNode sample : Samples.texts(variant.parts())) {
            if (!variant.admits(sample)) {
                continue;
            }
            Optional<Boolean> belongs = Acceptance.of(need, sample);
            if (belongs.isPresent() && !belongs.get()) {
                witnesses.add(sample);
            } else if (belongs.isPresent()) {
                accepted++;
            }
        }
        if (!witnesses.isEmpty()) {
            return new Inclusion(Optional.of(false), witnesses);
        }
        boolean proven = need.shapes().stream()
                .anyMatch(s -> s instanceof Shape.Text(List<Shape.TextRule> rules)
                        && rules.stream().allMatch(r -> implied(variant.parts(), r)));
        // All samples of a known format fit: formats have no other corner than those the samples stand in.
        boolean sampled = accepted > 0 && variant.parts().stream().anyMatch(p -> Formats.isKnown(p.format()));
        return new Inclusion(proven || sampled ? Optional.of(true) : Optional.empty(), List.of());
    }

    private static boolean implied(List<Schema> parts, Shape.TextRule rule) {
        return switch (rule.kind()) {
            case REGEX ->
                isUniversal(rule.argument(), parts)
                        || parts.stream()
                                .map(Schema::pattern)
                                .filter(Objects::nonNull)
                                .anyMatch(p -> isAnchored(p) && bare(p).equals(bare(rule.argument())));
            case NOT_EMPTY -> isNeverEmpty(parts);
            case DATE -> rule.argument().isEmpty() && hasFormat(parts, "date");
            case TIMESTAMP -> rule.argument().isEmpty() && hasFormat(parts, "date-time");
            default -> false;
        };
    }

    private static boolean isUniversal(String regex, List<Schema> parts) {
        return switch (bare(regex)) {
            case ".*", "(?s).*", "[\\s\\S]*", "[\\S\\s]*", "(.*)" -> true;
            case ".+", "(?s).+", "[\\s\\S]+", "(.+)" -> isNeverEmpty(parts);
            default -> false;
        };
    }

    private static boolean isNeverEmpty(List<Schema> parts) {
        return parts.stream().anyMatch(p -> p.minLength() != null && p.minLength() > 0);
    }

    private static boolean hasFormat(List<Schema> parts, String format) {
        return parts.stream().anyMatch(p -> format.equals(p.format()));
    }

    private static boolean isAnchored(String pattern) {
        return pattern.startsWith("^") && pattern.endsWith("$") && !pattern.contains("|");
    }

    private static String bare(String regex) {
        String bare = regex.startsWith("^") ? regex.substring(1) : regex;
        return bare.endsWith("$") && !bare.endsWith("\\$") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** Returns what the schemas say of texts, for telling whether it is the same as before. */
    static String fingerprint(List<Schema> parts) {
        return parts.stream()
                .flatMap(p -> Stream.of(
                        "pattern=" + p.pattern(),
                        "format=" + p.format(),
                        "minLength=" + p.minLength(),
                        "maxLength=" + p.maxLength()))
                .filter(s -> !s.endsWith("=null"))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
