package dev.accord.contracts.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads bodies: plain JSON values before V4, wrapped contents from V4 on. */
final class BodyReader {

    private BodyReader() {}

    static Body read(JsonNode body, String pointer, @Nullable String headerType, Pact.Specification specification) {
        if (specification == Pact.Specification.V4 && isWrapper(body)) {
            return wrapped(Fields.of(body, pointer), headerType);
        }
        return inline(body, headerType);
    }

    /** A V4 body is an object with "content"; a body that is written without the wrapper is read as it stands. */
    private static boolean isWrapper(JsonNode body) {
        return body.isObject()
                && (body.has("content") || body.isEmpty())
                && body.properties().stream().allMatch(e -> switch (e.getKey()) {
                    case "content", "contentType", "contentTypeHint", "encoded" -> true;
                    default -> false;
                });
    }

    private static Body wrapped(Fields body, @Nullable String headerType) {
        String stated = body.text("contentType", "");
        String type = !stated.isEmpty() ? stated : headerType;
        JsonNode content = body.node("content");
        if (!body.has("content")) {
            return new Body.Absent();
        }
        if (content.isNull()) {
            return new Body.Empty(type);
        }
        JsonNode encoded = body.node("encoded");
        String encoding = encoded.isTextual()
                ? encoded.textValue().toLowerCase(Locale.ROOT)
                : encoded.asBoolean(false) ? "base64" : "";
        if (content.isTextual() && encoding.equals("base64")) {
            return bytes(content.textValue(), body.pointerTo("content"), type);
        }
        if (content.isTextual() && encoding.equals("json")) {
            return text(content.textValue(), type == null ? "application/json" : type);
        }
        // Unencoded JSON stands as a value; a text that is called JSON may also be the JSON itself.
        return inline(content, type);
    }

    private static Body bytes(String base64, String pointer, @Nullable String type) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new UnreadablePactException(pointer, "it is not base64");
        }
        if (bytes.length == 0) {
            return new Body.Empty(type);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return isText(type) ? text(text, type) : new Body.Binary(bytes, type);
        } catch (CharacterCodingException binary) {
            return new Body.Binary(bytes, type);
        }
    }

    private static Body inline(JsonNode body, @Nullable String type) {
        if (body.isNull()) {
            return new Body.Empty(type);
        }
        if (body.isTextual()) {
            return body.textValue().isEmpty() ? new Body.Empty(type) : ofText(body, type);
        }
        return new Body.Json(body, type == null ? "application/json" : type);
    }

    private static Body ofText(JsonNode body, @Nullable String type) {
        if (type != null && isJson(type)) {
            JsonNode inner = PactReader.jsonOrNull(body.textValue());
            // A text body of a JSON type is JSON written as text, or else a JSON string.
            return new Body.Json(inner != null && inner.isContainerNode() ? inner : body, type);
        }
        return text(body.textValue(), type);
    }

    private static Body text(String text, @Nullable String type) {
        String start = text.stripLeading();
        boolean looksLikeJson = type == null && (start.startsWith("{") || start.startsWith("["));
        if (looksLikeJson || (type != null && isJson(type))) {
            JsonNode json = PactReader.jsonOrNull(text);
            if (json != null) {
                return new Body.Json(json, type == null ? "application/json" : type);
            }
        }
        return text.isEmpty() ? new Body.Empty(type) : new Body.Text(text, type);
    }

    static boolean isJson(String type) {
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.endsWith("/json") || bare.endsWith("+json");
    }

    private static boolean isText(@Nullable String type) {
        if (type == null) {
            return true;
        }
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return isJson(bare)
                || bare.startsWith("text/")
                || bare.endsWith("xml")
                || bare.startsWith("multipart/")
                || bare.equals("application/x-www-form-urlencoded")
                || bare.contains("javascript")
                || bare.contains("graphql");
    }
}
