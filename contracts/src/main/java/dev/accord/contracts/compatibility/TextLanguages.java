package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.language.Language;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import dev.accord.contracts.usage.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that rules of a pact and schemas describe, as languages that can be compared. */
final class TextLanguages {

    /** Up to so many texts count as a list that somebody had in mind. */
    private static final int MAX_WORDS = 100;

    private TextLanguages() {}

    /**
     * The texts of schemas.
     *
     * @param language at least the texts that are admitted
     * @param exact whether it is no more than these
     */
    record Described(Language language, boolean exact) {}

    /** Returns the texts that keep all rules; empty when some rule is not regular. */
    static Optional<Language> of(List<Shape.TextRule> rules) {
        List<Language> languages = new ArrayList<>();
        for (Shape.TextRule rule : rules) {
            Optional<Language> language = of(rule);
            if (language.isEmpty()) {
                return language;
            }
            languages.add(language.get());
        }
        return Optional.of(Language.allOf(languages));
    }

    private static Optional<Language> of(Shape.TextRule rule) {
        return switch (rule.kind()) {
            case REGEX -> Language.matching(rule.argument());
            case NOT_EMPTY -> Optional.of(Language.ofLength(1, Integer.MAX_VALUE));
            default -> Optional.empty();
        };
    }

    /** Returns all texts that keep the rules, when they are few enough to be a list that somebody wrote down. */
    static Optional<List<String>> words(List<Shape.TextRule> rules) {
        return rules.isEmpty() ? Optional.empty() : of(rules).flatMap(language -> language.texts(MAX_WORDS));
    }

    /** Returns the texts among the values of a variant. */
    static Described of(Variant variant) {
        List<JsonNode> values = variant.enumerated();
        if (values != null) {
            List<String> texts = values.stream()
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .toList();
            return new Described(Language.ofTexts(texts), true);
        }
        if (!variant.kinds().contains(SchemaType.STRING)) {
            return new Described(Language.ofTexts(List.of()), true);
        }
        boolean exact = !variant.approximate();
        List<Language> languages = new ArrayList<>();
        for (Schema part : variant.parts()) {
            exact &= !Formats.isKnown(part.format());
            String pattern = part.pattern();
            if (pattern != null) {
                Optional<Language> language = Language.containing(pattern);
                exact &= language.isPresent();
                language.ifPresent(languages::add);
            }
            int least = length(part.minLength(), 0);
            int most = length(part.maxLength(), Integer.MAX_VALUE);
            if (least > most) {
                return new Described(Language.ofTexts(List.of()), exact);
            }
            languages.add(Language.ofLength(least, most));
        }
        return new Described(Language.allOf(languages), exact);
    }

    private static int length(@org.jspecify.annotations.Nullable Long bound, int otherwise) {
        return bound == null ? otherwise : (int) Math.clamp(bound, 0L, (long) Integer.MAX_VALUE);
    }

    /** Decides whether some variant admits every text of a language. */
    static Language.Inclusion admitted(Language sent, List<Variant> variants) {
        List<Described> described = variants.stream().map(TextLanguages::of).toList();
        Language admitted =
                Language.anyOf(described.stream().map(Described::language).toList());
        Language.Inclusion inclusion = sent.within(admitted);
        boolean proof = described.stream().allMatch(Described::exact)
                || !inclusion.proven().orElse(false);
        return proof ? inclusion : new Language.Inclusion(Optional.empty(), Optional.empty());
    }
}
