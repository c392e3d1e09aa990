package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Parameter;
import dev.accord.contracts.openapi.ParameterLocation;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.usage.InteractionUsage;
import dev.accord.contracts.usage.InteractionUsage.Values;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks query parameters, headers and cookies of a request. */
final class ParameterCheck {

    private static final Set<String> IGNORED_HEADERS = Set.of("accept", "content-type", "authorization");

    private final OpenApiDocument document;
    private final Operation operation;
    private final InteractionUsage.Request request;
    private final Trace trace;

    ParameterCheck(OpenApiDocument document, Operation operation, InteractionUsage.Request request, Trace trace) {
        this.document = document;
        this.operation = operation;
        this.request = request;
        this.trace = trace;
    }

    void check() {
        Set<String> seenQuery = new TreeSet<>();
        for (Parameter parameter : operation.parameters()) {
            switch (parameter.in()) {
                case QUERY -> query(parameter, seenQuery);
                case HEADER -> {
                    String name = parameter.name().toLowerCase(Locale.ROOT);
                    if (!IGNORED_HEADERS.contains(name)) {
                        single(parameter, request.headers().get(name), ViolationKind.HEADER_INCOMPATIBLE);
                    }
                }
                case COOKIE ->
                    single(parameter, request.cookies().get(parameter.name()), ViolationKind.COOKIE_INCOMPATIBLE);
                case QUERYSTRING -> seenQuery.addAll(request.query().keySet());
                case PATH -> {
                    // the route has looked at it
                }
            }
        }
        unknown(seenQuery);
    }

    private void unknown(Set<String> seenQuery) {
        Set<String> keys = Credentials.names(document, "query");
        for (String name : request.query().keySet()) {
            if (!seenQuery.contains(name) && !keys.contains(name)) {
                unknown(name, ParameterLocation.QUERY, ViolationKind.QUERY_UNKNOWN);
            }
        }
        Set<String> headers = Credentials.names(document, "header");
        for (String name : request.headers().keySet()) {
            boolean known = operation.parameter(ParameterLocation.HEADER, name).isPresent()
                    || headers.contains(name)
                    || StandardHeaders.contains(name);
            if (!known) {
                unknown(name, ParameterLocation.HEADER, ViolationKind.HEADER_UNKNOWN);
            }
        }
        // Browsers send cookies to whoever asks or not: only one that is looked for elsewhere tells something.
        for (String name : request.cookies().keySet()) {
            boolean here = operation.parameter(ParameterLocation.COOKIE, name).isPresent();
            if (!here && isElsewhere(name, ParameterLocation.COOKIE)) {
                unknown(name, ParameterLocation.COOKIE, ViolationKind.PARAMETER_MOVED);
            }
        }
    }

    private boolean isElsewhere(String name, ParameterLocation in) {
        return operation.parameters().stream()
                .anyMatch(p ->
                        p.in() == in ? isWrittenOtherwise(p, name) : p.name().equalsIgnoreCase(name));
    }

    private void unknown(String name, ParameterLocation in, ViolationKind kind) {
        boolean elsewhere = isElsewhere(name, in);
        String words = in == ParameterLocation.QUERY ? "query parameter " : in.keyword() + " ";
        trace.add(
                elsewhere ? ViolationKind.PARAMETER_MOVED : kind,
                place(in, name),
                "",
                "the " + words + name + " is sent, and the operation "
                        + (elsewhere ? "looks for it elsewhere or in another style" : "does not know it"),
                operation.source());
    }

    /** Whether a name is a part of an object that the operation takes in another style. */
    private static boolean isWrittenOtherwise(Parameter parameter, String name) {
        Schema schema = parameter.effectiveSchema();
        int bracket = name.indexOf('[');
        return parameter.in() == ParameterLocation.QUERY
                && (bracket > 0
                        ? name.substring(0, bracket).equals(parameter.name())
                        : schema != null && ParameterText.property(schema, name) != null);
    }

    private void query(Parameter parameter, Set<String> seen) {
        Map<String, List<String>> parts = parts(parameter, seen);
        Values values = request.query().get(parameter.name());
        if (values != null) {
            seen.add(parameter.name());
        }
        if (values == null && parts.isEmpty()) {
            absent(parameter, ViolationKind.QUERY_INCOMPATIBLE);
            return;
        }
        Schema schema = parameter.effectiveSchema();
        if (schema == null) {
            return;
        }
        List<String> texts = values == null ? List.of() : values.examples();
        boolean empty = texts.size() == 1 && texts.get(0).isEmpty() && parameter.allowEmptyValue();
        if (empty) {
            return;
        }
        JsonNode value = !parts.isEmpty()
                ? ParameterText.deep(schema, parts)
                : parameter.content().isEmpty()
                        ? ParameterText.repeated(schema, parameter.style(), parameter.explode(), texts)
                        : json(texts, schema);
        style(parameter, texts, value);
        value(parameter, schema, value, values, ViolationKind.QUERY_INCOMPATIBLE);
    }

    /** Objects may be spread over several parameters: {@code f[a]=1}, or each property by its own name. */
    private Map<String, List<String>> parts(Parameter parameter, Set<String> seen) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        Schema schema = parameter.effectiveSchema();
        boolean spread = parameter.style().equals("form") && parameter.explode() && schema != null;
        for (Map.Entry<String, Values> each : request.query().entrySet()) {
            String name = each.getKey();
            String prefix = parameter.name() + "[";
            if (parameter.style().equals("deepObject") && name.startsWith(prefix) && name.endsWith("]")) {
                parts.put(
                        name.substring(prefix.length(), name.length() - 1),
                        each.getValue().examples());
                seen.add(name);
            } else if (spread
                    && schema != null
                    && !request.query().containsKey(parameter.name())
                    && ParameterText.property(schema, name) != null) {
                parts.put(name, each.getValue().examples());
                seen.add(name);
            }
        }
        return parts;
    }

    private static JsonNode json(List<String> texts, Schema schema) {
        String text = String.join(",", texts);
        JsonNode value = JsonValues.parsed(text);
        return value == null ? ParameterText.coerced(schema, text) : value;
    }

    private void single(Parameter parameter, @Nullable Values values, ViolationKind kind) {
        if (values == null) {
            absent(parameter, kind);
            return;
        }
        Schema schema = parameter.effectiveSchema();
        if (schema == null) {
            return;
        }
        JsonNode value = parameter.content().isEmpty()
                ? ParameterText.single(parameter, String.join(",", values.examples()))
                : json(values.examples(), schema);
        style(parameter, values.examples(), value);
        value(parameter, schema, value, values, kind);
    }

    private void absent(Parameter parameter, ViolationKind kind) {
        String place = place(parameter.in(), parameter.name());
        if (parameter.required()) {
            trace.add(
                    kind,
                    place,
                    "missing",
                    "the " + parameter.in().keyword() + " parameter " + parameter.name() + " is required and not sent",
                    parameter.source());
            return;
        }
        Schema schema = parameter.effectiveSchema();
        JsonNode value = schema == null ? null : schema.effective().defaultValue();
        trace.add(
                ViolationKind.PARAMETER_DEFAULT,
                place,
                value == null ? "none" : value.toString(),
                "the " + parameter.in().keyword() + " parameter " + parameter.name() + " is not sent; its default is "
                        + (value == null ? "not stated" : Excerpts.of(value)),
                parameter.source());
    }

    private void style(Parameter parameter, List<String> texts, JsonNode value) {
        boolean several = value.isContainerNode() && (value.size() > 1 || value.isObject());
        boolean reserved = parameter.in() == ParameterLocation.QUERY
                && texts.stream().anyMatch(t -> t.chars().anyMatch(c -> ":/?#[]@!$&'()*+,;=".indexOf(c) >= 0));
        if (several || reserved) {
            trace.add(
                    ViolationKind.PARAMETER_STYLE,
                    place(parameter.in(), parameter.name()),
                    (several ? parameter.style() + (parameter.explode() ? " exploded" : "") : "text")
                            + (reserved && parameter.allowReserved() ? " reserved" : ""),
                    "the " + parameter.in().keyword() + " parameter " + parameter.name() + " is written in the style "
                            + parameter.style() + (parameter.explode() ? ", exploded" : ""),
                    parameter.source());
        }
    }

    private void value(
            Parameter parameter, Schema schema, JsonNode value, @Nullable Values values, ViolationKind kind) {
        String place = place(parameter.in(), parameter.name());
        trace.visit(place, List.of(List.of(schema)));
        Deprecations.note(
                trace,
                ViolationKind.PART_DEPRECATED,
                parameter.lifecycle(),
                place,
                "the " + parameter.in().keyword() + " parameter " + parameter.name(),
                parameter.source());
        SchemaValidator.Outcome outcome = SchemaValidator.validate(schema, value, SchemaValidator.Mode.REQUEST);
        for (SchemaValidator.Problem problem : outcome.problems()) {
            trace.add(
                    kind,
                    place,
                    problem.pointer() + " " + problem.keyword() + " " + problem.detail(),
                    "the " + parameter.in().keyword() + " parameter " + parameter.name() + " is refused: "
                            + problem.sentence(),
                    problem.schema().source(problem.keyword()));
        }
        if (outcome.admitted()
                && values != null
                && value.isValueNode()
                && !values.need().isLiteral()) {
            possible(parameter, schema, values.need(), value, place);
        }
    }

    /** Other values that the rules allow, of the kind that the example has. */
    private void possible(Parameter parameter, Schema schema, Need need, JsonNode example, String place) {
        List<JsonNode> refused = new ArrayList<>();
        for (Shape shape : need.shapes()) {
            if (!(shape instanceof Shape.Text(List<Shape.TextRule> rules))) {
                continue;
            }
            var words = TextLanguages.words(rules);
            if (words.isPresent()) {
                for (String word : words.get()) {
                    JsonNode value = ParameterText.coerced(schema, word);
                    if (!admits(schema, value)) {
                        trace.add(
                                ViolationKind.LISTED_VALUE_REFUSED,
                                place,
                                word,
                                List.of(value),
                                "the " + parameter.in().keyword() + " parameter " + parameter.name()
                                        + " may be sent as '" + word + "', which is refused",
                                parameter.source());
                    }
                }
                continue;
            }
            for (JsonNode candidate : candidates(rules, schema, example)) {
                if (!admits(schema, candidate)) {
                    refused.add(candidate);
                }
            }
        }
        if (!refused.isEmpty()) {
            trace.add(
                    ViolationKind.POSSIBLE_VALUE_REFUSED,
                    place,
                    "",
                    refused,
                    "the " + parameter.in().keyword() + " parameter " + parameter.name() + " may be sent as "
                            + Excerpts.of(refused.get(0)) + ", which is refused",
                    parameter.source());
        }
    }

    static List<JsonNode> candidates(List<Shape.TextRule> rules, Schema schema, JsonNode example) {
        List<Schema> parts = new ArrayList<>();
        List<Variant> variants = Variants.of(List.of(List.of(schema))).list();
        variants.forEach(v -> parts.addAll(v.parts()));
        List<JsonNode> candidates = new ArrayList<>();
        if (example.isNumber()) {
            for (JsonNode number : Samples.numbers(parts, !JsonValues.isIntegral(example))) {
                if (Acceptance.ofText(rules, number.asText()).orElse(false)) {
                    candidates.add(number);
                }
            }
        } else if (example.isTextual()) {
            candidates.addAll(RequestWalk.texts(rules, parts));
            TextLanguages.of(rules)
                    .flatMap(sent -> TextLanguages.admitted(sent, variants).counterexample())
                    .ifPresent(text -> candidates.add(TextNode.valueOf(text)));
        }
        return candidates.stream()
                .filter(c -> !c.isTextual() || !TextNode.valueOf("").equals(c))
                .toList();
    }

    private static boolean admits(Schema schema, JsonNode value) {
        return SchemaValidator.admits(List.of(schema), value, SchemaValidator.Mode.REQUEST);
    }

    static String place(ParameterLocation in, String name) {
        return "request/" + in.keyword() + "/"
                + (in == ParameterLocation.HEADER ? name.toLowerCase(Locale.ROOT) : name);
    }
}
