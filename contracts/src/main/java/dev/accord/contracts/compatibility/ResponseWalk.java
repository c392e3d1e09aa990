package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import dev.accord.contracts.usage.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks a need over the schema of a response: is everything that the provider may answer accepted? The walk follows the
 * need, which is finite, so recursive schemas end with it.
 */
final class ResponseWalk {

    private final Trace trace;

    ResponseWalk(Trace trace) {
        this.trace = trace;
    }

    /** Checks one place. The alternatives are what may hold there: schemas that hold together. */
    void walk(Need need, List<List<Schema>> alternatives, String place) {
        walk(need, alternatives, place, false);
    }

    /** In an open place other values may stand, too, of which nothing is said. */
    private void walk(Need need, List<List<Schema>> alternatives, String place, boolean open) {
        trace.visit(place, alternatives);
        Source source = Places.source(alternatives);
        for (List<Schema> conjunction : alternatives) {
            for (Schema schema : conjunction) {
                String reference = schema.effective().unresolvedReference();
                if (reference != null) {
                    unresolved(place, reference, source);
                    return;
                }
            }
        }
        Variants.Expansion expansion = Variants.of(alternatives);
        if (!expansion.complete()) {
            trace.add(
                    ViolationKind.RESPONSE_UNDECIDED,
                    place,
                    "alternatives",
                    at(place) + " has too many alternatives to look at",
                    source);
        }
        kinds(need, expansion.list(), place, source, open);
        if (!trace.hasTotalAt(place)) {
            values(need, expansion.list(), place, source);
        }
    }

    private void unresolved(String place, String reference, Source source) {
        trace.add(
                ViolationKind.UNRESOLVED,
                place,
                reference,
                at(place) + " cannot be judged, because the reference " + reference + " cannot be resolved",
                source);
    }

    private void kinds(Need need, List<Variant> variants, String place, Source source, boolean open) {
        Set<SchemaType> accepted = EnumSet.noneOf(SchemaType.class);
        Set<SchemaType> possible = EnumSet.noneOf(SchemaType.class);
        for (Variant variant : variants) {
            possible.addAll(variant.kinds());
        }
        for (SchemaType kind : possible) {
            if (Acceptance.ofKind(need, kind)
                    || (kind == SchemaType.NUMBER && Acceptance.ofKind(need, SchemaType.INTEGER))) {
                accepted.add(kind);
            }
        }
        if (accepted.isEmpty() && !variants.isEmpty() && !open) {
            trace.add(
                    ViolationKind.KIND_REFUSED,
                    place,
                    "",
                    at(place) + " is " + KindNames.of(possible) + "; the consumer accepts " + Words.of(need),
                    source);
            return;
        }
        for (Variant variant : variants) {
            for (SchemaType kind : variant.kinds()) {
                if (!Acceptance.ofKind(need, kind)) {
                    refusedKind(need, variant, kind, place, source);
                }
            }
        }
    }

    private void refusedKind(Need need, Variant variant, SchemaType kind, String place, Source source) {
        String accepts = "; the consumer accepts " + Words.of(need);
        if (variant.isAnything()) {
            trace.add(ViolationKind.KIND_POSSIBLE, place, "anything", at(place) + " may be anything" + accepts, source);
        } else if (variant.isUntyped()) {
            trace.add(
                    ViolationKind.KIND_UNSTATED,
                    place,
                    kind.keyword(),
                    at(place) + " may be " + kind.keyword() + ", because its schema states no type" + accepts,
                    source);
        } else if (kind == SchemaType.NULL) {
            trace.add(ViolationKind.NULL_POSSIBLE, place, "", at(place) + " may be null" + accepts, source);
        } else if (variant.approximate()) {
            trace.add(
                    ViolationKind.RESPONSE_UNDECIDED,
                    place,
                    "kind " + kind.keyword(),
                    at(place) + " may be " + kind.keyword() + ", as far as its conditions can be followed" + accepts,
                    source);
        } else if (kind == SchemaType.NUMBER && onlyWhole(variant)) {
            return;
        } else {
            trace.add(
                    ViolationKind.KIND_POSSIBLE,
                    place,
                    kind.keyword(),
                    at(place) + " may be " + (kind == SchemaType.NUMBER ? "a number with a fraction" : kind.keyword())
                            + accepts,
                    source);
        }
    }

    private static boolean onlyWhole(Variant variant) {
        return variant.parts().stream()
                .anyMatch(p -> p.multipleOf() != null
                        && p.multipleOf().signum() > 0
                        && p.multipleOf().stripTrailingZeros().scale() <= 0);
    }

    private void values(Need need, List<Variant> variants, String place, Source source) {
        ValueCheck check = new ValueCheck(trace, need, place, source);
        for (Variant variant : variants) {
            check.scalars(variant);
        }
        for (Shape shape : need.shapes()) {
            if (shape instanceof Shape.Obj object) {
                objects(object, of(variants, SchemaType.OBJECT), place, source);
            } else if (shape instanceof Shape.Arr array) {
                arrays(array, of(variants, SchemaType.ARRAY), place, source);
            }
        }
    }

    private static List<Variant> of(List<Variant> variants, SchemaType kind) {
        return variants.stream().filter(v -> v.kinds().contains(kind)).toList();
    }

    private void objects(Shape.Obj object, List<Variant> variants, String place, Source source) {
        if (variants.isEmpty()) {
            return;
        }
        if (object.map()) {
            new MapWalk(this, trace).walk(object, variants, place, source);
            return;
        }
        for (String tag : Tagging.unknown(variants, object)) {
            String at = Places.field(place, tag);
            trace.add(
                    ViolationKind.VARIANT_UNKNOWN,
                    at,
                    "",
                    at(at) + " names another variant than the consumer's",
                    source);
        }
        List<Variant> meant = Tagging.narrow(variants, object);
        for (Map.Entry<String, Need> field : object.fields().entrySet()) {
            boolean tag = meant.size() < variants.size() && Tagging.tells(variants, field.getKey());
            field(field.getKey(), field.getValue(), meant, tag ? variants : meant, place, source);
            if (tag) {
                otherVariants(Places.field(place, field.getKey()), field.getValue(), source);
            }
        }
    }

    /** Whoever reads one variant of several has told them apart already: one more of the others is no news. */
    private void otherVariants(String tag, Need need, Source source) {
        trace.add(
                ViolationKind.OTHER_VARIANT_POSSIBLE,
                tag,
                "",
                at(tag) + " may name another variant of the object; the consumer accepts " + Words.of(need),
                source);
    }

    /** Checks a field of the variants that are read; it must be there in all that may be sent. */
    private void field(String name, Need need, List<Variant> read, List<Variant> sent, String place, Source source) {
        String at = Places.field(place, name);
        int never = 0;
        int undeclared = 0;
        int freeForm = 0;
        boolean sometimes = false;
        List<List<Schema>> below = new ArrayList<>();
        Source requiring = source;
        for (Variant variant : sent) {
            boolean isRead = read.contains(variant);
            switch (variant.presence(name, true)) {
                case NEVER -> never++;
                case UNDECLARED -> {
                    undeclared++;
                    freeForm += variant.isFreeForm() ? 1 : 0;
                }
                case SOMETIMES -> {
                    sometimes = true;
                    if (isRead) below.add(variant.property(name));
                }
                case ALWAYS -> {
                    if (isRead) below.add(variant.property(name));
                }
            }
            if (!variant.parts().isEmpty()) {
                requiring = variant.parts().get(0).source("required");
            }
        }
        if (below.isEmpty()) {
            absent(at, undeclared, freeForm, never, source);
            return;
        }
        if (sometimes || never + undeclared > 0) {
            trace.add(ViolationKind.FIELD_OPTIONAL, at, "", at(at) + " is not always sent", requiring);
        }
        Tagging.check(trace, need, name, read, at, source);
        below.forEach(schemas -> Deprecations.noteField(trace, schemas, at));
        walk(need, below, at, undeclared > 0);
    }

    private void absent(String at, int undeclared, int freeForm, int never, Source source) {
        if (never == 0 && freeForm == undeclared) {
            trace.add(
                    ViolationKind.FIELD_FREE_FORM,
                    at,
                    "",
                    at(at) + " stands in an object of which the document says nothing",
                    source);
        } else if (undeclared > 0) {
            trace.add(ViolationKind.FIELD_UNDECLARED, at, "", at(at) + " is not described", source);
        } else {
            trace.add(ViolationKind.FIELD_ABSENT, at, "", at(at) + " is never sent", source);
        }
    }

    private void arrays(Shape.Arr array, List<Variant> variants, String place, Source source) {
        if (variants.isEmpty()) {
            return;
        }
        for (Variant variant : variants) {
            lengths(array, variant, place, source);
        }
        List<List<Schema>> items = new ArrayList<>();
        for (Variant variant : variants) {
            items.addAll(items(variant));
        }
        String at = Places.element(place);
        for (Need element : array.elements()) {
            walk(element, items, at);
        }
        for (Need variant : array.contains()) {
            contains(variant, items, at, source);
        }
    }

    /** Returns what the elements may be: the first ones one by one, then the rest. */
    static List<List<Schema>> items(Variant variant) {
        int positions = variant.parts().stream()
                .mapToInt(p -> p.prefixItems().size())
                .max()
                .orElse(0);
        List<List<Schema>> items = new ArrayList<>();
        for (int i = 0; i <= positions; i++) {
            List<Schema> here = new ArrayList<>();
            boolean end = false;
            for (Schema part : variant.parts()) {
                Schema item = i < part.prefixItems().size() ? part.prefixItems().get(i) : part.items();
                if (item != null) {
                    end |= Boolean.FALSE.equals(item.booleanValue());
                    here.add(item);
                }
            }
            if (!end) {
                items.add(here);
            }
        }
        return items;
    }

    private void contains(Need need, List<List<Schema>> items, String place, Source source) {
        trace.visit(place, items);
        Trace trial = new Trace();
        ResponseWalk walk = new ResponseWalk(trial);
        for (List<Schema> item : items) {
            Trace each = new Trace();
            new ResponseWalk(each).walk(need, List.of(item), place);
            if (each.violations().stream().noneMatch(v -> v.kind().isTotal())) {
                return;
            }
        }
        walk.walk(need, items, place);
        if (items.isEmpty()
                || trial.violations().stream().anyMatch(v -> v.kind().isTotal())) {
            trace.add(
                    ViolationKind.VARIANT_IMPOSSIBLE,
                    place,
                    Words.of(need),
                    at(place) + " can never be the " + Words.of(need) + " that the consumer looks for",
                    source);
        }
    }

    private void lengths(Shape.Arr array, Variant variant, String place, Source source) {
        long least = 0;
        Long most = null;
        for (Schema part : variant.parts()) {
            least = Math.max(least, part.minItems() == null ? 0 : part.minItems());
            if (part.maxItems() != null) {
                most = most == null ? part.maxItems() : Long.valueOf(Math.min(most, part.maxItems()));
            }
        }
        Integer min = array.min();
        Integer max = array.max();
        if (min != null && least < min) {
            trace.add(
                    min == 1 ? ViolationKind.MAYBE_EMPTY : ViolationKind.TOO_SHORT,
                    place,
                    "",
                    at(place) + " may have " + least + " elements; the consumer asks for " + min + " or more",
                    source);
        }
        if (max != null && (most == null || most > max)) {
            trace.add(
                    ViolationKind.TOO_LONG,
                    place,
                    "",
                    at(place) + " may have more than the " + max + " elements that the consumer accepts",
                    source);
        }
    }

    static String at(String place) {
        String shown = Places.shown(place);
        return shown.isEmpty() ? "the body" : shown;
    }
}
