package dev.accord.broker.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.selection.Selector.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Validates one consumer version selector of a request and turns it into {@link Selector}s. */
final class SelectorReader {

    private static final List<String> VERSION_KEYS =
            List.of("latest", "tag", "fallbackTag", "branch", "fallbackBranch", "matchingBranch", "mainBranch");
    private static final List<String> ENVIRONMENT_KEYS =
            List.of("environment", "deployed", "released", "deployedOrReleased");

    private final JsonNode json;
    private final @Nullable String providerBranch;
    private final List<String> messages = new ArrayList<>();

    /**
     * Prepares to read.
     *
     * @param json           the selector, an object
     * @param providerBranch the branch that {@code matchingBranch} stands for, or null
     */
    SelectorReader(JsonNode json, @Nullable String providerBranch) {
        this.json = json;
        this.providerBranch = providerBranch;
    }

    /** What is wrong with the selector, apart from names of environments that do not exist; empty when nothing is. */
    List<String> problems() {
        checkTypes();
        if (messages.isEmpty()) {
            checkCombination();
        }
        return messages;
    }

    /** The environment that the selector names, or null. */
    @Nullable
    String environment() {
        return text("environment");
    }

    /** The selectors meant, one or two; only to be asked for when there are no problems. */
    List<Selector> selectors() {
        if (flag("mainBranch")) {
            return List.of(selector(Kind.MAIN_BRANCH, null, null));
        }
        if (flag("matchingBranch")) {
            return List.of(selector(Kind.BRANCH, providerBranch, null));
        }
        if (flag("branch")) {
            return List.of(selector(Kind.EACH_BRANCH, null, null));
        }
        if (text("branch") != null) {
            return List.of(selector(Kind.BRANCH, text("branch"), null));
        }
        if (text("tag") != null) {
            return List.of(
                    flag("latest")
                            ? selector(Kind.LATEST_TAG, text("tag"), text("fallbackTag"))
                            : selector(Kind.TAG, text("tag"), null));
        }
        if (flag("deployedOrReleased")) {
            return List.of(selector(Kind.DEPLOYED, null, null), selector(Kind.RELEASED, null, null));
        }
        if (flag("deployed")) {
            return List.of(selector(Kind.DEPLOYED, null, null));
        }
        if (flag("released")) {
            return List.of(selector(Kind.RELEASED, null, null));
        }
        return List.of(selector(environment() == null ? Kind.LATEST : Kind.ENVIRONMENT, null, null));
    }

    private Selector selector(Kind kind, @Nullable String name, @Nullable String fallback) {
        return new Selector(kind, name, fallback, environment(), text("consumer"));
    }

    private void checkTypes() {
        for (String key : List.of("mainBranch", "matchingBranch", "deployed", "released", "deployedOrReleased")) {
            if (filled(key) && !flag(key)) {
                messages.add(key + " must be one of: true");
            }
        }
        if (filled("latest") && !json.get("latest").isBoolean()) {
            messages.add("latest must be one of: true, false");
        }
        for (String key : List.of("tag", "fallbackTag", "fallbackBranch", "consumer", "environment")) {
            if (filled(key) && !json.get(key).isTextual()) {
                messages.add(key + " must be a string");
            }
        }
        if (filled("branch") && !json.get("branch").isTextual() && !flag("branch")) {
            messages.add("branch must be a string or true");
        }
        String consumer = text("consumer");
        if (consumer != null && !consumer.isEmpty() && consumer.isBlank()) {
            messages.add("consumer cannot be blank");
        }
    }

    private void checkCombination() {
        if (!given("mainBranch")
                && !provided("tag")
                && !provided("branch")
                && !provided("environment")
                && !flag("matchingBranch")
                && !flag("latest")
                && !flag("deployed")
                && !flag("released")
                && !flag("deployedOrReleased")) {
            messages.add(
                    "must name an environment, a tag or a branch, or set one of mainBranch, matchingBranch, latest,"
                            + " deployed, released, deployedOrReleased to true");
        }
        refuse(
                flag("mainBranch") && othersThan(Set.of("consumer", "mainBranch", "latest")),
                "mainBranch can only be combined with consumer");
        refuse(flag("mainBranch") && isFalse("latest"), "mainBranch cannot be combined with latest=false");
        refuse(
                flag("matchingBranch") && othersThan(Set.of("consumer", "matchingBranch")),
                "matchingBranch can only be combined with consumer");
        refuse(
                flag("matchingBranch") && (providerBranch == null || providerBranch.isBlank()),
                "matchingBranch needs a providerVersionBranch in the request");
        refuse(given("tag") && given("branch"), "cannot specify both a tag and a branch");
        checkSides();
        refuse(given("fallbackTag") && !flag("latest"), "fallbackTag can only be used when latest is true");
        refuse(given("fallbackTag") && !given("tag"), "fallbackTag needs a tag");
        refuse(given("fallbackBranch") && !given("branch"), "fallbackBranch needs a branch");
        refuse(given("fallbackBranch") && isFalse("latest"), "fallbackBranch can only be used when latest is true");
        refuse(given("branch") && isFalse("latest"), "branch cannot be combined with latest=false");
        refuse(
                flag("deployed") && flag("released"),
                "cannot specify both deployed and released; deployedOrReleased means both");
        refuse(flag("deployed") && flag("deployedOrReleased"), "cannot specify both deployed and deployedOrReleased");
        refuse(flag("released") && flag("deployedOrReleased"), "cannot specify both released and deployedOrReleased");
    }

    private void checkSides() {
        Set<String> version = present(VERSION_KEYS);
        Set<String> environment = present(ENVIRONMENT_KEYS);
        if (!version.isEmpty() && !environment.isEmpty()) {
            messages.add("cannot specify the " + fields(version) + " with the " + fields(environment));
        }
    }

    private static String fields(Set<String> names) {
        return (names.size() == 1 ? "field " : "fields ") + String.join("/", names);
    }

    private Set<String> present(List<String> keys) {
        Set<String> present = new TreeSet<>();
        for (String key : keys) {
            if (given(key)) {
                present.add(key);
            }
        }
        return present;
    }

    private boolean othersThan(Set<String> allowed) {
        return !allowed.containsAll(present(VERSION_KEYS)) || !allowed.containsAll(present(ENVIRONMENT_KEYS));
    }

    private void refuse(boolean condition, String message) {
        if (condition) {
            messages.add(message);
        }
    }

    /** Whether there is a value to check; says so when there is a key without one. */
    private boolean filled(String key) {
        JsonNode value = json.get(key);
        if (value == null) {
            return false;
        }
        if (value.isNull()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isContainerNode() && value.isEmpty()) {
            messages.add(key + " must be filled");
            return false;
        }
        return true;
    }

    private boolean given(String key) {
        return json.has(key);
    }

    private boolean provided(String key) {
        String text = text(key);
        return flag(key) || text != null && !text.isBlank();
    }

    private boolean flag(String key) {
        JsonNode value = json.get(key);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    private boolean isFalse(String key) {
        JsonNode value = json.get(key);
        return value != null && value.isBoolean() && !value.booleanValue();
    }

    private @Nullable String text(String key) {
        JsonNode value = json.get(key);
        return value == null ? null : value.textValue();
    }
}
