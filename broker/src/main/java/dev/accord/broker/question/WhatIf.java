package dev.accord.broker.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a "what if": exactly one of a document, things to drop, or versions.
 *
 * @param document a whole document as text, or null
 * @param drops    what goes from the current document
 * @param versions numbers by pacticipant: the provider's names another document, a consumer's stands for that consumer
 */
record WhatIf(@Nullable String document, List<Drop> drops, Map<String, String> versions) {

    private static final int MOST = 1_000;

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 by field
     */
    static WhatIf read(ObjectNode body) {
        Problems problems = new Problems();
        List<String> given = new ArrayList<>();
        for (String member : List.of("document", "drop", "versions")) {
            if (body.hasNonNull(member)) {
                given.add(member);
            }
        }
        if (given.size() != 1) {
            problems.add("", "exactly one of document, drop and versions is needed");
        }
        problems.throwIfAny();
        WhatIf read = switch (given.getFirst()) {
            case "document" -> new WhatIf(document(body.path("document"), problems), List.of(), Map.of());
            case "drop" -> new WhatIf(null, drops(body.path("drop"), problems), Map.of());
            default -> new WhatIf(null, List.of(), versions(body.path("versions"), problems));
        };
        problems.throwIfAny();
        return read;
    }

    private static String document(JsonNode value, Problems problems) {
        if (value.isObject()) {
            return Json.write(value);
        }
        if (!value.isTextual()) {
            problems.add("document", "must be a string or an object");
        } else if (value.asText().isBlank()) {
            problems.add("document", "cannot be blank");
        }
        return value.asText();
    }

    private static List<Drop> drops(JsonNode list, Problems problems) {
        List<Drop> drops = new ArrayList<>();
        if (!isList(list, "drop", problems)) {
            return drops;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            String at = " (at index " + i + ")";
            if (!each.isObject()) {
                problems.add("drop", "must be a hash" + at);
                continue;
            }
            String operation = text(each, "operation", "drop", at, true, problems);
            String location = text(each, "location", "drop", at, false, problems);
            String status = text(each, "status", "drop", at, false, problems);
            JsonNode request = each.path("request");
            if (!request.isMissingNode() && !request.isNull() && !request.isBoolean()) {
                problems.add("drop", "request must be a boolean" + at);
            }
            drops.add(new Drop(operation == null ? "" : operation, location, status, request.asBoolean()));
        }
        return drops;
    }

    private static Map<String, String> versions(JsonNode list, Problems problems) {
        Map<String, String> versions = new LinkedHashMap<>();
        if (!isList(list, "versions", problems)) {
            return versions;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = " (at index " + i + ")";
            JsonNode each = list.get(i);
            if (!each.isObject()) {
                problems.add("versions", "must be a hash" + at);
                continue;
            }
            String name = text(each, "pacticipant", "versions", at, true, problems);
            String number = text(each, "version", "versions", at, true, problems);
            if (name != null && number != null && versions.put(name, number) != null) {
                problems.add("versions", "names " + name + " more than once" + at);
            }
        }
        return versions;
    }

    private static boolean isList(JsonNode list, String field, Problems problems) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            problems.add(field, "must be an array of 1 to " + MOST);
            return false;
        }
        return true;
    }

    private static @Nullable String text(
            JsonNode from, String member, String field, String at, boolean required, Problems problems) {
        JsonNode value = from.path(member);
        if (value.isMissingNode() || value.isNull()) {
            if (required) {
                problems.add(field, member + " is missing" + at);
            }
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            problems.add(field, member + " must be a string that is not blank" + at);
            return null;
        }
        return value.asText();
    }
}
