package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Walks the need for a map, whose keys are free, over the schema of an object. */
final class MapWalk {

    private final ResponseWalk walk;
    private final Trace trace;

    MapWalk(ResponseWalk walk, Trace trace) {
        this.walk = walk;
        this.trace = trace;
    }

    void walk(Shape.Obj map, List<Variant> variants, String place, Source source) {
        List<List<Schema>> values = new ArrayList<>();
        for (Variant variant : variants) {
            values.addAll(values(variant));
            keys(map, variant, place, source);
        }
        Need each = map.eachValue();
        if (each == null) {
            return;
        }
        String at = Places.element(place);
        if (values.isEmpty()) {
            trace.add(ViolationKind.FIELD_ABSENT, at, "", ResponseWalk.at(place) + " never has an entry", source);
            return;
        }
        walk.walk(each, values, at);
    }

    /** Returns what the values may be: of declared properties, of patterns, of all others. */
    private static List<List<Schema>> values(Variant variant) {
        Set<String> names = new LinkedHashSet<>();
        boolean closed = false;
        List<Schema> others = new ArrayList<>();
        List<List<Schema>> values = new ArrayList<>();
        for (Schema part : variant.parts()) {
            names.addAll(part.properties().keySet());
            part.patternProperties().values().forEach(p -> values.add(List.of(p)));
            Schema additional = part.additionalProperties();
            if (additional != null) {
                closed |= Boolean.FALSE.equals(additional.effective().booleanValue());
                others.add(additional);
            }
        }
        for (String name : names) {
            if (variant.presence(name, true) != Variant.Presence.NEVER) {
                values.add(variant.property(name));
            }
        }
        boolean describesOthers = !others.isEmpty() || values.isEmpty();
        if (!closed && describesOthers) {
            values.add(others);
        }
        return values;
    }

    private void keys(Shape.Obj map, Variant variant, String place, Source source) {
        if (map.keyRules().isEmpty()) {
            return;
        }
        Set<String> said = new TreeSet<>();
        for (Schema part : variant.parts()) {
            for (String name : part.properties().keySet()) {
                if (!Acceptance.ofText(map.keyRules(), name).orElse(true)) {
                    trace.add(
                            ViolationKind.VALUE_POSSIBLE,
                            place,
                            "key " + name,
                            List.of(),
                            ResponseWalk.at(place) + " may have the key '" + name + "', which the consumer refuses",
                            source);
                }
            }
            part.patternProperties().keySet().forEach(p -> said.add("pattern " + p));
            Schema names = part.propertyNames();
            if (names != null) {
                said.add("names " + names.effective().pattern());
            }
            Schema additional = part.additionalProperties();
            said.add("others " + !(additional != null && Boolean.FALSE.equals(additional.booleanValue())));
        }
        if (said.contains("others true") || said.size() > 1) {
            trace.add(
                    ViolationKind.RESPONSE_UNDECIDED,
                    place,
                    "keys " + said,
                    "whether all keys of " + ResponseWalk.at(place) + " are accepted could not be decided",
                    source);
        }
    }
}
