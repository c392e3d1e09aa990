package dev.accord.broker.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.problem.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to write about a version, already checked.
 *
 * @param hasBuildUrl whether the body has {@code buildUrl}, be it null
 * @param buildUrl    the build that made the version, or null
 * @param tags        the only tags that the version shall have; empty when the body says nothing about tags
 */
record VersionBody(boolean hasBuildUrl, @Nullable String buildUrl, Optional<List<String>> tags) {

    static VersionBody of(ObjectNode node) {
        Problems problems = new Problems();
        JsonNode buildUrl = node.path("buildUrl");
        if (!buildUrl.isMissingNode() && !buildUrl.isNull() && !buildUrl.isTextual()) {
            problems.add("buildUrl", "must be a string");
        }
        JsonNode tags =
                node.has("tags") ? node.get("tags") : node.path("_embedded").path("tags");
        Optional<List<String>> names = tags.isMissingNode() || tags.isNull()
                ? Optional.empty()
                : Optional.of(List.copyOf(names(tags, problems)));
        problems.throwIfAny();
        return new VersionBody(node.has("buildUrl"), buildUrl.textValue(), names);
    }

    private static Set<String> names(JsonNode tags, Problems problems) {
        Set<String> names = new LinkedHashSet<>();
        if (!tags.isArray()) {
            problems.add("tags", "must be an array");
            return names;
        }
        for (int i = 0; i < tags.size(); i++) {
            JsonNode tag = tags.get(i);
            JsonNode name = tag.path("name");
            if (!tag.isObject()) {
                problems.add("tags", "must be a hash (at index " + i + ")");
            } else if (name.isMissingNode()) {
                problems.add("tags", "name is missing (at index " + i + ")");
            } else if (!name.isTextual()) {
                problems.add("tags", "name must be a string (at index " + i + ")");
            } else if (name.textValue().isBlank()) {
                problems.add("tags", "name cannot be blank (at index " + i + ")");
            } else {
                names.add(name.textValue());
            }
        }
        return names;
    }
}
