package dev.accord.contracts.language;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The entry point of a coverage-guided fuzzer such as Jazzer: two expressions, a line each, are compared as wholes. What is called
 * a counterexample must be one for {@link Pattern} too, and every text that is listed must match. See docs/quality.md.
 */
public final class LanguageFuzz {

    private static final int MOST_TEXTS = 50;

    private LanguageFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 2);
        if (lines.length < 2) {
            return;
        }
        Optional<Language> one = Language.matching(lines[0]);
        Optional<Language> other = Language.matching(lines[1]);
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        Pattern first = compiled(lines[0]);
        Pattern second = compiled(lines[1]);
        Language.Inclusion inclusion = one.get().within(other.get());
        inclusion.counterexample().ifPresent(text -> {
            if (!first.matcher(text).matches() || second.matcher(text).matches()) {
                throw new IllegalStateException("'" + text + "' is no counterexample");
            }
        });
        List<String> texts = one.get().texts(MOST_TEXTS).orElse(List.of());
        for (String text : texts) {
            boolean refuted = !second.matcher(text).matches();
            if (!first.matcher(text).matches() || (refuted && inclusion.proven().orElse(false))) {
                throw new IllegalStateException("'" + text + "' does not belong");
            }
        }
    }

    private static Pattern compiled(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException refused) {
            throw new IllegalStateException("read as a language, and refused by Java: " + regex, refused);
        }
    }
}
