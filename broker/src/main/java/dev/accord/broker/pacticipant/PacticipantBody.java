package dev.accord.broker.pacticipant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to write about a pacticipant, already checked: the members {@code displayName},
 * {@code mainBranch}, {@code repositoryUrl}, {@code repositoryName} and {@code repositoryNamespace}, each a text of one
 * line or null. Other members are ignored.
 */
final class PacticipantBody {

    private static final List<String> REPOSITORY = List.of("repositoryUrl", "repositoryName", "repositoryNamespace");

    private final ObjectNode node;

    private PacticipantBody(ObjectNode node) {
        this.node = node;
    }

    /** A body that also names the pacticipant. */
    static PacticipantBody withName(ObjectNode node) {
        Problems problems = new Problems();
        JsonNode name = node.get("name");
        if (name == null) {
            problems.add("name", "is missing");
        } else if (checkLine(node, "name", problems) && name.isNull()) {
            problems.add("name", "must be a string");
        } else if (name.isTextual() && name.textValue().isBlank()) {
            problems.add("name", "cannot be blank");
        }
        return checked(node, problems);
    }

    /** A body for a pacticipant that the path names. */
    static PacticipantBody withoutName(ObjectNode node) {
        return checked(node, new Problems());
    }

    private static PacticipantBody checked(ObjectNode node, Problems problems) {
        for (String key : List.of("displayName", "mainBranch")) {
            if (checkLine(node, key, problems) && node.path(key).isTextual()) {
                String text = node.get(key).textValue();
                if (text.isBlank()) {
                    problems.add(key, "cannot be blank");
                } else if (key.equals("mainBranch") && text.chars().anyMatch(Character::isWhitespace)) {
                    problems.add(key, "cannot contain spaces");
                }
            }
        }
        REPOSITORY.forEach(key -> checkLine(node, key, problems));
        problems.throwIfAny();
        return new PacticipantBody(node);
    }

    /** Whether the member is absent, null, or a text of one line. */
    private static boolean checkLine(ObjectNode node, String key, Problems problems) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return true;
        }
        if (!value.isTextual()) {
            problems.add(key, "must be a string");
            return false;
        }
        if (value.textValue().indexOf('\n') >= 0 || value.textValue().indexOf('\r') >= 0) {
            problems.add(key, "cannot contain multiple lines");
            return false;
        }
        return true;
    }

    String name() {
        return node.path("name").asText();
    }

    /** Whether the member is there, be it null. */
    boolean has(String key) {
        return node.has(key);
    }

    /** The member's text; null when it is null or absent. */
    @Nullable
    String text(String key) {
        return node.path(key).textValue();
    }
}
