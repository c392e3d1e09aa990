package dev.accord.broker.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.problem.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Validates the body of a request for pacts to verify. Not thread-safe; read once. */
final class RequestReader {

    private static final String BRANCH = "providerVersionBranch";
    private static final String TAGS = "providerVersionTags";
    private static final String PENDING = "includePendingStatus";
    private static final String WIP = "includeWipPactsSince";
    private static final String SELECTORS = "consumerVersionSelectors";

    private final JsonNode body;
    private final Problems problems = new Problems();
    private final Map<Integer, SelectorReader> readers = new LinkedHashMap<>();
    private @Nullable Instant since;

    RequestReader(JsonNode body) {
        this.body = body;
        checkBranchAndTags();
        checkOptions();
        checkSelectors();
    }

    /** The environments that the selectors name, for {@link #request}; empty when none does. */
    Collection<String> environments() {
        TreeSet<String> names = new TreeSet<>();
        for (SelectorReader reader : readers.values()) {
            String name = reader.environment();
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * The request.
     *
     * @param known those of {@link #environments()} that exist
     * @throws dev.accord.broker.problem.ProblemException 400 naming all that does not fit
     */
    VerificationRequest request(Collection<String> known) {
        List<Selector> selectors = new ArrayList<>();
        readers.forEach((index, reader) -> {
            String environment = reader.environment();
            if (environment != null && !environment.isBlank() && !known.contains(environment)) {
                problems.add(SELECTORS, at("environment with name '" + environment + "' does not exist", index));
            }
        });
        problems.throwIfAny();
        readers.values().forEach(reader -> selectors.addAll(reader.selectors()));
        return new VerificationRequest(
                body.path(BRANCH).textValue(),
                tags(),
                selectors,
                !body.has(PENDING) || body.path(PENDING).booleanValue(),
                since);
    }

    private void checkBranchAndTags() {
        JsonNode branch = body.get(BRANCH);
        if (present(branch) && !branch.isTextual()) {
            problems.add(BRANCH, "must be a string");
        }
        JsonNode tags = body.get(TAGS);
        if (present(tags) && !tags.isArray()) {
            problems.add(TAGS, "must be an array");
        } else if (present(tags)) {
            for (int i = 0; i < tags.size(); i++) {
                if (!tags.get(i).isTextual()) {
                    problems.add(TAGS, at("must be a string", i));
                }
            }
        }
        String name = body.path(BRANCH).textValue();
        if (name == null || !problems.isEmpty()) {
            return;
        }
        if (!name.isEmpty() && name.isBlank()) {
            problems.add(BRANCH, "cannot be blank");
        } else if (name.isEmpty()
                && tags().isEmpty()
                && (body.path(PENDING).booleanValue() || present(body.get(WIP)))) {
            problems.add(
                    BRANCH,
                    "cannot be an empty string when pending status or work in progress is asked for without tags:"
                            + " they are worked out for a branch. Name it, or leave the property out");
        }
    }

    private void checkOptions() {
        JsonNode pending = body.get(PENDING);
        if (pending != null && !pending.isBoolean()) {
            problems.add(PENDING, empty(pending) ? "must be filled" : "must be one of: true, false");
        }
        JsonNode wip = body.get(WIP);
        if (wip == null) {
            return;
        }
        if (empty(wip)) {
            problems.add(WIP, "must be filled");
        } else {
            since = wip.isTextual() ? Dates.instant(wip.textValue()).orElse(null) : null;
            if (since == null) {
                problems.add(WIP, "must be a date");
            }
        }
    }

    private void checkSelectors() {
        JsonNode selectors = body.get(SELECTORS);
        if (selectors == null) {
            return;
        }
        if (!selectors.isArray()) {
            problems.add(SELECTORS, "must be an array");
            return;
        }
        for (int i = 0; i < selectors.size(); i++) {
            if (!selectors.get(i).isObject()) {
                problems.add(SELECTORS, at("must be a hash", i));
                continue;
            }
            SelectorReader reader =
                    new SelectorReader(selectors.get(i), body.path(BRANCH).textValue());
            List<String> messages = reader.problems();
            for (String message : messages) {
                problems.add(SELECTORS, at(message, i));
            }
            readers.put(i, reader);
        }
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        body.path(TAGS).forEach(tag -> tags.add(tag.asText()));
        return tags.stream().distinct().toList();
    }

    private static boolean present(@Nullable JsonNode node) {
        return node != null && !node.isNull();
    }

    private static boolean empty(JsonNode node) {
        return node.isNull() || node.isTextual() && node.textValue().isEmpty();
    }

    private static String at(String message, int index) {
        return message + " (at index " + index + ")";
    }
}
