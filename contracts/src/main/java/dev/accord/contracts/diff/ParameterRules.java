package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Lifecycle;
import dev.accord.contracts.openapi.Parameter;
import dev.accord.contracts.openapi.ParameterLocation;
import dev.accord.contracts.openapi.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the parameters of an operation. */
final class ParameterRules {

    private final OperationPair pair;

    ParameterRules(OperationPair pair) {
        this.pair = pair;
    }

    void compare() {
        Map<Parameter, Parameter> matches = new IdentityHashMap<>();
        List<Parameter> unmatched = new ArrayList<>(pair.revision().parameters());
        for (Parameter each : pair.base().parameters()) {
            Optional<Parameter> match =
                    unmatched.stream().filter(other -> isSame(each, other)).findFirst();
            if (match.isEmpty()) continue;
            matches.put(each, match.get());
            unmatched.remove(match.get());
        }
        for (Parameter each : pair.base().parameters()) {
            Parameter other = matches.get(each);
            if (other == null) removed(each);
            else kept(each, other);
        }
        unmatched.forEach(this::added);
    }

    /** Path parameters are the same by their place in the template, whatever they are called. */
    private boolean isSame(Parameter a, Parameter b) {
        if (a.in() != b.in()) return false;
        if (a.in() == ParameterLocation.HEADER) return a.name().equalsIgnoreCase(b.name());
        if (a.in() != ParameterLocation.PATH) return a.name().equals(b.name());
        int before = pair.basePath().variables().indexOf(a.name());
        int after = pair.revisionPath().variables().indexOf(b.name());
        return before >= 0 ? before == after : a.name().equals(b.name());
    }

    private static String location(Parameter parameter) {
        return parameter.in().keyword() + " parameter " + parameter.name();
    }

    private void report(
            String rule, Parameter base, Parameter revision, @Nullable String before, @Nullable String after) {
        pair.report(rule, Direction.REQUEST, location(revision), before, after, base.source(), revision.source());
    }

    private void removed(Parameter parameter) {
        String rule = "request-parameter-removed";
        Lifecycle lifecycle = parameter.lifecycle();
        String text = JsonValues.textOrNull(lifecycle.sunset());
        if (lifecycle.deprecated()) {
            Optional<LocalDate> date = Sunsets.date(lifecycle.sunset());
            if (text != null && date.isEmpty()) rule = "request-parameter-sunset-parse";
            else if (date.isPresent() && pair.policy().today().isBefore(date.get())) {
                rule = "request-parameter-removed-before-sunset";
            } else {
                rule = "request-parameter-removed-with-deprecation";
            }
        }
        pair.report(
                rule,
                Direction.REQUEST,
                location(parameter),
                text,
                null,
                parameter.source(),
                pair.revision().source());
    }

    private void added(Parameter parameter) {
        String rule = parameter.required() ? "new-required-request-parameter" : "new-optional-request-parameter";
        if (parameter.in() == ParameterLocation.PATH) rule = "new-request-path-parameter";
        else if (pair.revision().pathParameters().contains(parameter)) {
            rule = parameter.required()
                    ? "new-required-request-default-parameter-to-existing-path"
                    : "new-optional-request-default-parameter-to-existing-path";
        }
        pair.report(
                rule,
                Direction.REQUEST,
                location(parameter),
                null,
                null,
                pair.base().source(),
                parameter.source());
    }

    private void kept(Parameter a, Parameter b) {
        if (a.required() != b.required()) {
            report(
                    b.required() ? "request-parameter-became-required" : "request-parameter-became-optional",
                    a,
                    b,
                    null,
                    null);
        }
        lifecycle(a, b);
        writing(a, b);
        extensibleEnum(a, b);
        Schema before = a.effectiveSchema();
        Schema after = b.effectiveSchema();
        if (before == null && after != null && !SchemaKeywords.allowsAnything(after)) {
            report("request-parameter-schema-added", a, b, null, null);
        } else if (before != null && after == null && !SchemaKeywords.allowsAnything(before)) {
            report("request-parameter-schema-removed", a, b, null, null);
        } else if (before != null && after != null) {
            boolean optional = !a.requiredAsWritten() && !b.requiredAsWritten();
            boolean header = b.in() == ParameterLocation.HEADER;
            pair.graph()
                    .compare(
                            before,
                            after,
                            SchemaMode.PARAMETER,
                            new SchemaGraph.Place(
                                    pair.label(), location(b), header, optional, isExploded(b), Direction.REQUEST));
        }
    }

    private void extensibleEnum(Parameter a, Parameter b) {
        JsonNode before = a.extensibleEnum();
        JsonNode after = b.extensibleEnum();
        if (before == null || after == null || !before.isArray() || !after.isArray()) return;
        List<JsonNode> now = new ArrayList<>();
        after.forEach(now::add);
        for (JsonNode each : before) {
            if (JsonValues.contains(now, each)) continue;
            report("request-parameter-x-extensible-enum-value-removed", a, b, JsonValues.text(each), null);
        }
    }

    private void lifecycle(Parameter a, Parameter b) {
        Stability stability =
                Stability.of(pair.revision().lifecycle().stability()).orElse(Stability.STABLE);
        int days = pair.policy().deprecationDays(stability);
        JsonNode sunset = b.lifecycle().sunset();
        if (a.lifecycle().deprecated() && !b.lifecycle().deprecated()) {
            report("request-parameter-reactivated", a, b, null, null);
        } else if (!a.lifecycle().deprecated() && b.lifecycle().deprecated()) {
            deprecated(a, b, sunset, days);
        }
        JsonNode before = a.lifecycle().sunset();
        if (!b.lifecycle().deprecated() || before == null || Objects.equals(before, sunset)) return;
        String was = JsonValues.text(before);
        if (sunset == null) {
            report("request-parameter-sunset-deleted", a, b, was, null);
            return;
        }
        String is = JsonValues.text(sunset);
        Optional<LocalDate> baseDate = Sunsets.date(before);
        Optional<LocalDate> date = Sunsets.date(sunset);
        if (date.isEmpty() || baseDate.isEmpty()) report("request-parameter-sunset-parse", a, b, was, is);
        else if (baseDate.get().isAfter(date.get()) && Sunsets.daysUntil(date.get(), pair.policy()) < days) {
            report("request-parameter-sunset-date-changed-too-small", a, b, was, is);
        }
    }

    private void deprecated(Parameter a, Parameter b, @Nullable JsonNode sunset, int days) {
        if (sunset == null) {
            String rule = days > 0 ? "request-parameter-deprecated-sunset-missing" : "request-parameter-deprecated";
            report(rule, a, b, null, null);
            return;
        }
        Optional<LocalDate> date = Sunsets.date(sunset);
        String text = JsonValues.text(sunset);
        if (date.isEmpty()) report("request-parameter-sunset-parse", a, b, null, text);
        else if (Sunsets.daysUntil(date.get(), pair.policy()) < days) {
            report("request-parameter-sunset-date-too-small", a, b, null, text);
        } else {
            report("request-parameter-deprecated", a, b, null, text);
        }
    }

    /** How the value is written, which matters for arrays and objects only. */
    private void writing(Parameter a, Parameter b) {
        if (a.allowEmptyValue() != b.allowEmptyValue()) {
            report(
                    "request-parameter-allow-empty-value-" + (b.allowEmptyValue() ? "added" : "removed"),
                    a,
                    b,
                    null,
                    null);
        }
        if (a.allowReserved() != b.allowReserved()) {
            report("request-parameter-allow-reserved-changed", a, b, "" + a.allowReserved(), "" + b.allowReserved());
        }
        if (!a.content().isEmpty() && !b.content().isEmpty()) {
            String was = a.content().keySet().iterator().next();
            String is = b.content().keySet().iterator().next();
            if (!MediaTypeName.of(was).isSame(MediaTypeName.of(is))) {
                report("request-parameter-content-type-changed", a, b, was, is);
            }
        }
        if (isScalar(a.effectiveSchema()) || isScalar(b.effectiveSchema())) return;
        if (!a.content().isEmpty() || !b.content().isEmpty()) return;
        if (!a.style().equals(b.style())) {
            report("request-parameter-style-changed", a, b, a.style(), b.style());
        } else if (a.explode() != b.explode()) {
            report("request-parameter-explode-changed", a, b, "" + a.explode(), "" + b.explode());
        }
    }

    /** Whether a list is written as several parameters of the name, so that a single value is a list of one. */
    private static boolean isExploded(Parameter parameter) {
        return parameter.style().equals("form") && parameter.explode();
    }

    private static boolean isScalar(@Nullable Schema schema) {
        if (schema == null) return true;
        Set<String> types = SchemaKeywords.typeNames(schema.effective());
        return !types.isEmpty() && !types.contains("array") && !types.contains("object");
    }
}
