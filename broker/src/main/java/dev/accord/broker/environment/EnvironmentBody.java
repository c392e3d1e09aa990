package dev.accord.broker.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.pacticipant.DisplayName;
import dev.accord.broker.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to write about an environment, already checked.
 *
 * @param name        one line without spaces
 * @param displayName as given, or made from the name
 * @param production  whether it is for real
 * @param contacts    array of objects with {@code name}, or null
 */
record EnvironmentBody(
        String name,
        String displayName,
        boolean production,
        @Nullable JsonNode contacts) {

    static EnvironmentBody of(ObjectNode node) {
        Problems problems = new Problems();
        checkName(node.get("name"), problems);
        JsonNode production = node.path("production");
        if (production.isMissingNode()) {
            problems.add("production", "is missing");
        } else if (!production.isBoolean()) {
            problems.add("production", "must be boolean");
        }
        JsonNode displayName = node.path("displayName");
        if (!displayName.isMissingNode() && !displayName.isNull()) {
            checkLine(displayName, "displayName", "", problems);
        }
        JsonNode contacts = node.path("contacts");
        if (!contacts.isMissingNode() && !contacts.isNull()) {
            checkContacts(contacts, problems);
        }
        problems.throwIfAny();
        String name = node.path("name").asText();
        String given = displayName.textValue();
        return new EnvironmentBody(
                name,
                given == null || given.isBlank() ? DisplayName.from(name) : given,
                production.booleanValue(),
                contacts.isArray() ? contacts : null);
    }

    private static void checkName(@Nullable JsonNode name, Problems problems) {
        if (name == null) {
            problems.add("name", "is missing");
        } else if (checkLine(name, "name", "", problems)) {
            String text = name.textValue();
            if (text.isEmpty()) {
                problems.add("name", "must be filled");
            } else if (text.chars().anyMatch(Character::isWhitespace)) {
                problems.add("name", "cannot contain spaces");
            }
        }
    }

    private static void checkContacts(JsonNode contacts, Problems problems) {
        if (!contacts.isArray()) {
            problems.add("contacts", "must be an array");
            return;
        }
        for (int i = 0; i < contacts.size(); i++) {
            JsonNode contact = contacts.get(i);
            String where = " (at index " + i + ")";
            if (!contact.isObject()) {
                problems.add("contacts", "must be a hash" + where);
                continue;
            }
            JsonNode name = contact.path("name");
            if (name.isMissingNode()) {
                problems.add("contacts", "name is missing" + where);
            } else if (checkLine(name, "contacts", where, problems)
                    && name.textValue().isBlank()) {
                problems.add("contacts", "name must be filled" + where);
            }
            JsonNode details = contact.path("details");
            if (!details.isMissingNode() && !details.isNull() && !details.isObject()) {
                problems.add("contacts", "details must be a hash" + where);
            }
        }
    }

    private static boolean checkLine(JsonNode value, String key, String where, Problems problems) {
        String subject = where.isEmpty() ? "" : "name ";
        if (!value.isTextual()) {
            problems.add(key, subject + "must be a string" + where);
            return false;
        }
        if (value.textValue().indexOf('\n') >= 0 || value.textValue().indexOf('\r') >= 0) {
            problems.add(key, subject + "cannot contain multiple lines" + where);
            return false;
        }
        return true;
    }
}
