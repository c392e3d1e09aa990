package dev.accord.contracts.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.pact.Body;
import dev.accord.contracts.pact.Generators;
import dev.accord.contracts.pact.MatchingRules;
import dev.accord.contracts.pact.QueryString;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out what a body uses: JSON, forms and multipart forms can be looked into. */
final class Bodies {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_PART = Pattern.compile("(?i)content-type:\\s*application/([\\w.+-]+\\+)?json");
    private static final Pattern PART_NAME = Pattern.compile("[;\\s]name=\"?([^\";\\r\\n]+)\"?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Bodies() {}

    static BodyUsage of(Body body, @Nullable String contentType, MatchingRules rules, Generators generators) {
        NeedBuilder needs = new NeedBuilder(rules, generators);
        String type = bare(contentType);
        return switch (body) {
            case Body.Absent absent -> new BodyUsage.Unmentioned();
            case Body.Empty empty -> new BodyUsage.Empty();
            case Body.Json(JsonNode value, String ignored) ->
                contentType == null || isJson(type)
                        ? new BodyUsage.Structured(BodyUsage.Format.JSON, value, needs.body(value))
                        : ofOtherType(value, type, needs);
            case Body.Text(String text, String ignored) -> ofText(text, contentType, type, needs);
            case Body.Binary binary -> new BodyUsage.Opaque("the body is binary" + called(type));
        };
    }

    /** Clients write a form, too, as the JSON object of its fields. */
    private static BodyUsage ofOtherType(JsonNode value, String type, NeedBuilder needs) {
        if (value.isObject() && type.equals("application/x-www-form-urlencoded")) {
            return new BodyUsage.Structured(BodyUsage.Format.FORM, value, needs.body(value));
        }
        return new BodyUsage.Opaque("the body is not JSON" + called(type));
    }

    private static BodyUsage ofText(String text, @Nullable String contentType, String type, NeedBuilder needs) {
        if (type.equals("application/x-www-form-urlencoded")) {
            ObjectNode form = NODES.objectNode();
            QueryString.parse(text).forEach((name, values) -> form.set(name, oneOrList(values)));
            return new BodyUsage.Structured(BodyUsage.Format.FORM, form, needs.body(form));
        }
        if (type.startsWith("multipart/") && contentType != null) {
            ObjectNode parts = multipart(text, contentType);
            if (parts != null) {
                return new BodyUsage.Structured(BodyUsage.Format.MULTIPART, parts, needs.body(parts));
            }
        }
        return new BodyUsage.Opaque("the body is not JSON" + called(type));
    }

    private static JsonNode oneOrList(List<String> values) {
        if (values.size() == 1) {
            return NODES.textNode(values.get(0));
        }
        ArrayNode list = NODES.arrayNode();
        values.forEach(list::add);
        return list;
    }

    /** Returns the parts by name, or null when the text has no such parts. Lines may end with or without CR. */
    private static @Nullable ObjectNode multipart(String text, String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        String mark = boundary.find() ? "--" + boundary.group(1).strip() : firstLine(text);
        if (!mark.startsWith("--") || mark.length() < 3) {
            return null;
        }
        ObjectNode parts = NODES.objectNode();
        for (String part : text.split(Pattern.quote(mark), -1)) {
            String normal = part.replace("\r\n", "\n");
            int blank = normal.indexOf("\n\n");
            if (blank < 0) {
                continue;
            }
            String head = normal.substring(0, blank);
            Matcher name = PART_NAME.matcher(head);
            if (name.find()) {
                boolean file =
                        head.contains("filename=") && !JSON_PART.matcher(head).find();
                add(
                        parts,
                        name.group(1),
                        file ? "" : normal.substring(blank + 2).stripTrailing());
            }
        }
        return parts.isEmpty() ? null : parts;
    }

    private static void add(ObjectNode parts, String name, String value) {
        JsonNode before = parts.get(name);
        if (before == null) {
            parts.put(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            parts.set(name, NODES.arrayNode().add(before).add(value));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    private static String bare(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String type) {
        return type.endsWith("/json") || type.endsWith("+json");
    }

    private static String called(String type) {
        return type.isEmpty() ? "" : " but " + type;
    }
}
