package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.language.Language;
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

    private static final Language.Inclusion PROVEN = new Language.Inclusion(Optional.of(true), Optional.empty());
    private static final Language.Inclusion UNDECIDED = new Language.Inclusion(Optional.empty(), Optional.empty());

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
        Language.Inclusion inclusion = proven ? PROVEN : compared(variant, need);
        Optional<JsonNode> refused = inclusion
                .counterexample()
                .<JsonNode>map(TextNode::valueOf)
                .filter(t -> variant.admits(t) && !Acceptance.of(need, t).orElse(true));
        if (refused.isPresent()) {
            return new Inclusion(Optional.of(false), List.of(refused.get()));
        }
        // All samples of a known format fit: formats have no other corner than those the samples stand in.
        boolean sampled = accepted > 0 && variant.parts().stream().anyMatch(p -> Formats.isKnown(p.format()));
        boolean included = inclusion.proven().orElse(false) || sampled;
        return new Inclusion(included ? Optional.of(true) : Optional.empty(), List.of());
    }

    /** Compares all texts of the schemas with all that keep the rules, where both are regular. */
    private static Language.Inclusion compared(Variant variant, Need need) {
        List<Language> accepted = new ArrayList<>();
        boolean regular = true;
        for (Shape shape : need.shapes()) {
            if (shape instanceof Shape.Text(List<Shape.TextRule> rules)) {
                Optional<Language> language = TextLanguages.of(rules);
                regular &= language.isPresent();
                language.ifPresent(accepted::add);
            } else if (shape instanceof Shape.Exactly(JsonNode value) && value.isTextual()) {
                accepted.add(Language.ofTexts(List.of(value.textValue())));
            }
        }
        Language.Inclusion inclusion = TextLanguages.of(variant).language().within(Language.anyOf(accepted));
        return regular || inclusion.proven().orElse(false) ? inclusion : UNDECIDED;
    }

    private static boolean implied(List<Schema> parts, Shape.TextRule rule) {
        return switch (rule.kind()) {
            case REGEX ->
                parts.stream()
                        .map(Schema::pattern)
                        .filter(Objects::nonNull)
                        .anyMatch(p -> isAnchored(p) && bare(p).equals(bare(rule.argument())));
            case NOT_EMPTY -> isNeverEmpty(parts);
            case DATE -> rule.argument().isEmpty() && hasFormat(parts, "date");
            case TIMESTAMP -> rule.argument().isEmpty() && hasFormat(parts, "date-time");
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
