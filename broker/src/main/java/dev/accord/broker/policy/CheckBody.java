package dev.accord.broker.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.policy.VersionCheck.Better;
import dev.accord.broker.policy.VersionCheck.Verdict;
import dev.accord.broker.problem.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the body of a recorded check. The verdict may be left out when value, budget and better tell it. */
final class CheckBody {

    private static final int MOST_DIGITS = 100;
    private final ObjectNode body;
    private final Problems problems = new Problems();

    private CheckBody(ObjectNode body) {
        this.body = body;
    }

    static VersionCheck read(String name, ObjectNode body, Instant now) {
        return new CheckBody(body).read(name, now);
    }

    private VersionCheck read(String name, Instant now) {
        BigDecimal value = number("value");
        BigDecimal budget = number("budget");
        Optional<Better> better = word("better", Better.class);
        Optional<Verdict> said = word("verdict", Verdict.class);
        if (name.isBlank()) {
            problems.add("name", "cannot be blank");
        }
        if (budget != null && better.isEmpty() && !problems.has("better")) {
            problems.add("better", "is missing");
        }
        Verdict verdict = said.orElse(null);
        if (verdict == null && value != null && budget != null && better.isPresent()) {
            verdict = better.get().judge(value, budget);
        }
        if (verdict == null && !problems.has("verdict")) {
            problems.add("verdict", "is missing");
        }
        String unit = text("unit");
        String url = text("url");
        if (url != null && !url.matches("https?://\\S+")) {
            problems.add("url", "must be an absolute http or https URL");
        }
        String hash = text("artefactHash");
        problems.throwIfAny();
        return new VersionCheck(
                name,
                verdict == null ? Verdict.UNKNOWN : verdict,
                value,
                unit,
                budget,
                better.orElse(null),
                url,
                hash,
                now);
    }

    private @Nullable BigDecimal number(String member) {
        JsonNode node = body.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isNumber()
                || node.decimalValue().precision() > MOST_DIGITS
                || Math.abs(node.decimalValue().scale()) > MOST_DIGITS) {
            problems.add(member, "must be a number of at most " + MOST_DIGITS + " digits");
            return null;
        }
        return node.decimalValue();
    }

    private <E extends Enum<E>> Optional<E> word(String member, Class<E> words) {
        JsonNode node = body.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Optional<E> word = Arrays.stream(words.getEnumConstants())
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(node.textValue()))
                .findFirst();
        if (word.isEmpty()) {
            problems.add(
                    member,
                    "must be one of: "
                            + Arrays.stream(words.getEnumConstants())
                                    .map(candidate -> candidate.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
        return word;
    }

    private @Nullable String text(String member) {
        JsonNode node = body.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            problems.add(member, "must be a string");
            return null;
        }
        return node.textValue();
    }
}
