package dev.accord.broker.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and validates the bodies by which contracts are published. Touches no database. */
@ApplicationScoped
class PublicationReader {

    private static final List<String> CONTENT_TYPES = List.of("application/json");
    private static final List<String> SPECIFICATIONS = List.of("pact");
    private static final List<String> CONFLICT_MODES = List.of("overwrite", "merge");

    private final boolean identityIgnoresTheRest;

    PublicationReader(Settings settings) {
        this.identityIgnoresTheRest = settings.baseEqualityOnlyOnContentThatAffectsVerificationResults();
    }

    /**
     * Reads the body of {@code contracts/publish}.
     *
     * @throws dev.accord.broker.problem.ProblemException 400 with every message by field
     */
    Publication read(ObjectNode body) {
        Problems problems = new Problems();
        String consumer = new Field(body, "pacticipantName", problems)
                .required()
                .notBlank()
                .text();
        String number = new Field(body, "pacticipantVersionNumber", problems)
                .required()
                .notBlank()
                .singleLine()
                .text();
        String branch =
                new Field(body, "branch", problems).notBlank().singleLine().textOrNull();
        String buildUrl = new Field(body, "buildUrl", problems).singleLine().textOrNull();
        List<String> tags = tags(body.path("tags"), problems);
        List<Publication.Contract> contracts = contracts(body.get("contracts"), consumer, problems);
        problems.throwIfAny();
        return new Publication(consumer, number, branch, tags, buildUrl, contracts);
    }

    /**
     * Reads the body of a single pact, whose names are in the path.
     *
     * @throws dev.accord.broker.problem.ProblemException 400 with every message by field
     */
    Publication readOne(String consumer, String provider, String number, JsonNode document, Publication.Mode mode) {
        Problems problems = new Problems();
        agree(consumer, document, "consumer", problems);
        agree(provider, document, "provider", problems);
        if (number.isBlank()) {
            problems.add("consumer_version_number", "cannot be blank");
        }
        problems.throwIfAny();
        PactContent content = identify(document, Json.write(document));
        return Publication.ofOne(consumer, number, new Publication.Contract(provider, document, content, mode));
    }

    /** Identifies a content as the settings ask for. */
    PactContent identify(JsonNode document, String source) {
        return identityIgnoresTheRest ? PactContent.of(document) : PactContent.verbatim(document, source);
    }

    private static void agree(String inPath, JsonNode document, String role, Problems problems) {
        String field = role + ".name";
        JsonNode inContent = PactContent.nameIn(document, role);
        if (inPath.isBlank()) {
            problems.add(field, "cannot be blank");
        } else if (inContent != null && !inContent.isTextual()) {
            problems.add(field, "must be a string");
        } else if (inContent != null
                && !inContent.textValue().isBlank()
                && !inContent.textValue().equals(inPath)) {
            problems.add(
                    field,
                    "the name '" + inContent.textValue() + "' in the pact differs from the name '" + inPath
                            + "' in the path of the URL");
        }
    }

    private static List<String> tags(JsonNode tags, Problems problems) {
        List<String> names = new ArrayList<>();
        if (tags.isMissingNode() || tags.isNull()) {
            return names;
        }
        if (!tags.isArray()) {
            problems.add("tags", "must be an array");
            return names;
        }
        for (int i = 0; i < tags.size(); i++) {
            JsonNode tag = tags.get(i);
            String message = Field.empty(tag)
                    ? "must be filled"
                    : !tag.isTextual() ? "must be a string" : tag.textValue().isBlank() ? "cannot be blank" : null;
            if (message == null) {
                names.add(tag.textValue());
            } else {
                problems.add("tags", message + at(i));
            }
        }
        return names;
    }

    private List<Publication.Contract> contracts(@Nullable JsonNode contracts, String pacticipant, Problems problems) {
        List<Publication.Contract> read = new ArrayList<>();
        if (contracts == null) {
            problems.add("contracts", "is missing");
            return read;
        }
        if (!contracts.isArray()) {
            problems.add("contracts", "must be an array");
            return read;
        }
        for (int i = 0; i < contracts.size(); i++) {
            Problems ofOne = new Problems();
            Publication.Contract contract = null;
            if (contracts.get(i) instanceof ObjectNode object) {
                contract = contract(object, pacticipant, ofOne);
            } else {
                ofOne.add("", "must be a hash");
            }
            for (Map.Entry<String, List<String>> entry : ofOne.errors().entrySet()) {
                for (String message : entry.getValue()) {
                    problems.add("contracts", (entry.getKey() + " " + message).strip() + at(i));
                }
            }
            if (contract != null && ofOne.isEmpty()) {
                read.add(contract);
            }
        }
        return read;
    }

    private Publication.@Nullable Contract contract(ObjectNode body, String pacticipant, Problems problems) {
        String consumer =
                new Field(body, "consumerName", problems).required().notBlank().text();
        String provider =
                new Field(body, "providerName", problems).required().notBlank().text();
        String encoded = new Field(body, "content", problems).required().text();
        new Field(body, "contentType", problems).required().oneOf(CONTENT_TYPES);
        new Field(body, "specification", problems).required().oneOf(SPECIFICATIONS);
        String mode = new Field(body, "onConflict", problems)
                .filledIfPresent()
                .oneOf(CONFLICT_MODES)
                .text();
        boolean knownType = body.path("contentType").asText("").contains("json");
        String source = decode(encoded, problems);
        JsonNode document = source == null ? null : parse(source, problems);
        if (source == null && knownType && !encoded.isEmpty()) {
            problems.add("", "content could not be parsed as " + CONTENT_TYPES.getFirst());
        }
        if (document != null) {
            agree(consumer, "consumerName", document, "consumer", problems);
            agree(provider, "providerName", document, "provider", problems);
        }
        if (!consumer.isEmpty() && !pacticipant.isEmpty() && !consumer.equals(pacticipant)) {
            problems.add("", "consumerName ('" + consumer + "') must match pacticipantName ('" + pacticipant + "')");
        }
        return document == null || source == null || !problems.isEmpty()
                ? null
                : new Publication.Contract(
                        provider,
                        document,
                        identify(document, source),
                        mode.equals("merge") ? Publication.Mode.MERGE : Publication.Mode.OVERWRITE);
    }

    private static void agree(String given, String member, JsonNode document, String role, Problems problems) {
        JsonNode inContent = PactContent.nameIn(document, role);
        if (inContent != null && !given.isEmpty() && !given.equals(inContent.textValue())) {
            problems.add(
                    "",
                    role + " name in contract content ('" + inContent.asText() + "') must match " + member + " ('"
                            + given + "')");
        }
    }

    private static @Nullable String decode(String encoded, Problems problems) {
        byte[] bytes;
        try {
            bytes = strictly(encoded);
        } catch (IllegalArgumentException e) {
            problems.add("", "is not valid Base64");
            return null;
        }
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(input).toString();
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, input.position(), StandardCharsets.UTF_8);
            problems.add(
                    "",
                    "the content is not UTF-8: the character at position " + (before.length() + 1)
                            + " cannot be read, after '" + before.substring(Math.max(0, before.length() - 100)) + "'");
            return null;
        }
    }

    /** Strict Base64 is padded and has neither line breaks nor foreign characters; the JDK forgives missing padding. */
    private static byte[] strictly(String encoded) {
        if (encoded.isEmpty() || encoded.length() % 4 != 0) {
            throw new IllegalArgumentException("length");
        }
        return Base64.getDecoder().decode(encoded);
    }

    private static @Nullable JsonNode parse(String source, Problems problems) {
        try {
            JsonNode document = Json.parse(source);
            if (document.isObject()) {
                return document;
            }
            problems.add("", "parsed content was expected to be an object but was " + document.getNodeType());
        } catch (JsonProcessingException e) {
            problems.add("", "content could not be parsed as application/json: " + Json.sentence(e));
        }
        return null;
    }

    private static String at(int index) {
        return " (at index " + index + ")";
    }

    /** One member of a body while it is checked; only the first finding about it is reported. */
    private record Field(ObjectNode body, String name, Problems problems) {

        Field required() {
            JsonNode value = body.get(name);
            if (value == null) {
                problems.add(name, "is missing");
            } else if (empty(value)) {
                problems.add(name, "must be filled");
            }
            return string();
        }

        Field filledIfPresent() {
            JsonNode value = body.get(name);
            if (value != null && empty(value)) {
                problems.add(name, "must be filled");
            }
            return this;
        }

        Field string() {
            JsonNode value = body.path(name);
            if (fine() && !value.isMissingNode() && !value.isNull() && !value.isTextual()) {
                problems.add(name, "must be a string");
            }
            return this;
        }

        Field notBlank() {
            String text = string().textOrNull();
            if (fine() && text != null && text.isBlank()) {
                problems.add(name, "cannot be blank");
            }
            return this;
        }

        Field singleLine() {
            String text = string().textOrNull();
            if (fine() && text != null && text.indexOf('\n') >= 0) {
                problems.add(name, "cannot contain multiple lines");
            }
            return this;
        }

        Field oneOf(List<String> allowed) {
            JsonNode value = body.path(name);
            if (fine() && !value.isMissingNode() && !allowed.contains(value.textValue())) {
                problems.add(name, "must be one of: " + String.join(", ", allowed));
            }
            return this;
        }

        @Nullable
        String textOrNull() {
            return body.path(name).textValue();
        }

        String text() {
            String text = textOrNull();
            return text == null ? "" : text;
        }

        private boolean fine() {
            return !problems.has(name);
        }

        static boolean empty(JsonNode value) {
            return value.isNull()
                    || value.isTextual() && value.textValue().isEmpty()
                    || value.isContainerNode() && value.isEmpty();
        }
    }
}
