package dev.accord.broker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to publish a provider's OpenAPI document.
 *
 * @param version     provider version number
 * @param branch      or null
 * @param tags        possibly none
 * @param buildUrl    or null
 * @param document    the decoded text
 * @param contentType as sent
 * @param selfCheck   the provider's own check, or null when nothing is known of it
 */
record Publication(
        String version,
        @Nullable String branch,
        List<String> tags,
        @Nullable String buildUrl,
        String document,
        String contentType,
        @Nullable SelfCheck selfCheck) {

    /** The provider's own check of its document against its implementation; each text may be null. */
    record SelfCheck(
            boolean success,
            @Nullable String results,
            @Nullable String contentType,
            @Nullable String format,
            @Nullable String verifier,
            @Nullable String verifierVersion) {}

    /** Reads the body of {@code pf:publish-provider-contract}. */
    static Publication read(ObjectNode body) {
        Fields fields = new Fields();
        String version = fields.required(body, "pacticipantVersionNumber", "pacticipantVersionNumber");
        String branch = fields.optional(body, "branch", "branch");
        String buildUrl = fields.optional(body, "buildUrl", "buildUrl");
        List<String> tags = fields.texts(body, "tags");
        JsonNode contract = body.path("contract");
        if (!contract.isObject()) {
            fields.problems.add("contract", contract.isMissingNode() ? "is missing" : "must be a hash");
        }
        String contentType = fields.required(contract, "contentType", "contract.contentType");
        String specification = fields.required(contract, "specification", "contract.specification");
        fields.mustBeOas(specification, "contract.specification");
        String document = fields.base64(contract, "content", "contract.content", true);
        SelfCheck check = fields.selfCheck(contract, "selfVerificationResults", "contract.selfVerificationResults");
        fields.problems.throwIfAny();
        return new Publication(version, branch, tags, buildUrl, document, contentType, check);
    }

    /** Reads the body of the older {@code PUT /contracts/provider/...}, whose version is in the path. */
    static Publication readOlder(String version, ObjectNode body) {
        Fields fields = new Fields();
        String contentType = fields.required(body, "contentType", "contentType");
        String type = fields.required(body, "contractType", "contractType");
        fields.mustBeOas(type, "contractType");
        String document = fields.base64(body, "content", "content", true);
        SelfCheck check = fields.selfCheck(body, "verificationResults", "verificationResults");
        fields.problems.throwIfAny();
        return new Publication(version, null, List.of(), null, document, contentType, check);
    }

    /** Takes members out of a body and collects what is wrong with them. */
    private static final class Fields {

        private final Problems problems = new Problems();

        String required(JsonNode from, String member, String field) {
            JsonNode value = from.path(member);
            if (value.isMissingNode()) {
                problems.add(field, "is missing");
            } else if (!value.isTextual()) {
                problems.add(field, "must be a string");
            } else if (value.textValue().isBlank()) {
                problems.add(field, "cannot be blank");
            } else if (value.textValue().contains("\n")) {
                problems.add(field, "cannot contain multiple lines");
            }
            return value.asText("");
        }

        @Nullable
        String optional(JsonNode from, String member, String field) {
            JsonNode value = from.path(member);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            return required(from, member, field);
        }

        List<String> texts(JsonNode from, String member) {
            JsonNode value = from.path(member);
            List<String> texts = new ArrayList<>();
            if (value.isMissingNode() || value.isNull()) {
                return texts;
            }
            if (!value.isArray()) {
                problems.add(member, "must be an array");
                return texts;
            }
            for (int i = 0; i < value.size(); i++) {
                JsonNode element = value.get(i);
                if (!element.isTextual() || element.textValue().isBlank()) {
                    problems.add(member, "must be a string that is not blank (at index " + i + ")");
                } else {
                    texts.add(element.textValue());
                }
            }
            return texts;
        }

        void mustBeOas(String specification, String field) {
            if (!problems.has(field) && !specification.equals("oas")) {
                problems.add(field, "must be one of: oas");
            }
        }

        String base64(JsonNode from, String member, String field, boolean strictText) {
            String encoded = strictText
                    ? required(from, member, field)
                    : from.path(member).asText("");
            if (problems.has(field)) {
                return "";
            }
            try {
                return Json.utf8(Base64.getDecoder().decode(encoded));
            } catch (IllegalArgumentException e) {
                problems.add(field, "is not valid Base64");
            } catch (ProblemException notUtf8) {
                problems.add(field, "is not UTF-8");
            }
            return "";
        }

        @Nullable
        SelfCheck selfCheck(JsonNode from, String member, String field) {
            JsonNode value = from.path(member);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isObject()) {
                problems.add(field, "must be a hash");
                return null;
            }
            if (!value.path("success").isBoolean()) {
                problems.add(field + ".success", value.has("success") ? "must be boolean" : "is missing");
            }
            String results = value.hasNonNull("content") ? base64(value, "content", field + ".content", false) : null;
            return new SelfCheck(
                    value.path("success").asBoolean(),
                    results,
                    optional(value, "contentType", field + ".contentType"),
                    optional(value, "format", field + ".format"),
                    optional(value, "verifier", field + ".verifier"),
                    optional(value, "verifierVersion", field + ".verifierVersion"));
        }
    }
}
