package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Discriminator;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes schemas out as variants: every choice of alternatives, as far as the choices can hold together. */
final class Variants {

    private static final int MAX_VARIANTS = 200;
    private static final int MAX_DEPTH = 40;

    private final List<Variant> variants = new ArrayList<>();
    private boolean complete = true;

    private Variants() {}

    /**
     * The variants of a schema.
     *
     * @param list the variants that admit some kind of value
     * @param complete whether all are there; false when there are too many to look at
     */
    record Expansion(List<Variant> list, boolean complete) {}

    /** Expands alternatives of schemas that hold together. */
    static Expansion of(List<List<Schema>> alternatives) {
        Variants expansion = new Variants();
        for (List<Schema> conjunction : alternatives) {
            expansion.expand(new Partial(List.of(), null, false), conjunction, 0);
        }
        return new Expansion(List.copyOf(expansion.variants), expansion.complete);
    }

    /** A variant on the way. */
    private record Partial(List<Schema> parts, Variant.@Nullable Tags tags, boolean approximate) {
        Partial with(Schema part) {
            List<Schema> longer = new ArrayList<>(parts);
            longer.add(part);
            return new Partial(
                    longer,
                    tags,
                    approximate
                            || part.not() != null
                            || !part.dependentSchemas().isEmpty());
        }

        Partial approximately() {
            return new Partial(parts, tags, true);
        }

        Partial tagged(Variant.Tags tag) {
            return new Partial(parts, tag, approximate);
        }
    }

    private void expand(Partial soFar, List<Schema> open, int depth) {
        if (variants.size() >= MAX_VARIANTS || depth > MAX_DEPTH) {
            complete = false;
            return;
        }
        if (open.isEmpty()) {
            finish(soFar);
            return;
        }
        Schema schema = open.get(0).effective();
        List<Schema> rest = new ArrayList<>(open.subList(1, open.size()));
        rest.addAll(schema.allOf());
        Partial here = soFar.with(schema);
        List<Choice> choices = choices(schema);
        for (Choice choice : choices) {
            List<Schema> next = new ArrayList<>(rest);
            next.addAll(choice.schemas());
            Partial partial = choice.approximate() ? here.approximately() : here;
            Variant.Tags tags = choice.tags();
            expand(tags == null ? partial : partial.tagged(tags), next, depth + 1);
        }
    }

    private record Choice(List<Schema> schemas, Variant.@Nullable Tags tags, boolean approximate) {
        static final Choice NOTHING = new Choice(List.of(), null, false);
    }

    /** The ways to satisfy a schema's alternatives and conditions, each with the schemas that it adds. */
    private static List<Choice> choices(Schema schema) {
        List<Choice> choices = List.of(Choice.NOTHING);
        choices = times(choices, alternatives(schema, schema.oneOf()));
        choices = times(choices, alternatives(schema, schema.anyOf()));
        Schema condition = schema.ifSchema();
        if (condition != null) {
            List<Choice> branches = new ArrayList<>();
            Schema then = schema.thenSchema();
            Schema otherwise = schema.elseSchema();
            branches.add(new Choice(then == null ? List.of(condition) : List.of(condition, then), null, true));
            branches.add(new Choice(otherwise == null ? List.of() : List.of(otherwise), null, true));
            choices = times(choices, branches);
        }
        return choices;
    }

    private static List<Choice> alternatives(Schema schema, List<Schema> alternatives) {
        if (alternatives.isEmpty()) {
            return List.of(Choice.NOTHING);
        }
        Discriminator discriminator = schema.discriminator();
        List<Choice> choices = new ArrayList<>();
        for (Schema alternative : alternatives) {
            List<String> tags = discriminator == null ? List.of() : Discriminators.tags(discriminator, alternative);
            choices.add(new Choice(
                    List.of(alternative),
                    discriminator == null || tags.isEmpty()
                            ? null
                            : new Variant.Tags(discriminator.propertyName(), tags),
                    false));
        }
        if (schema.nullable()) {
            // null stands beside the alternatives; the other kinds of this choice are cut by NULL_ONLY
            choices.add(new Choice(List.of(), NULL_ONLY, false));
        }
        return choices;
    }

    /** Marks the choice of null beside alternatives. */
    private static final Variant.Tags NULL_ONLY = new Variant.Tags("", List.of());

    private static List<Choice> times(List<Choice> some, List<Choice> others) {
        if (others.size() == 1 && others.get(0) == Choice.NOTHING) {
            return some;
        }
        List<Choice> all = new ArrayList<>();
        for (Choice a : some) {
            for (Choice b : others) {
                List<Schema> schemas = new ArrayList<>(a.schemas());
                schemas.addAll(b.schemas());
                all.add(new Choice(
                        schemas, b.tags() == null ? a.tags() : b.tags(), a.approximate() || b.approximate()));
            }
        }
        return all;
    }

    private void finish(Partial partial) {
        Set<SchemaType> kinds = EnumSet.allOf(SchemaType.class);
        kinds.remove(SchemaType.INTEGER);
        for (Schema part : partial.parts()) {
            kinds = Variant.both(kinds, Variant.kinds(part));
        }
        Variant.Tags tags = partial.tags();
        if (tags == NULL_ONLY) {
            kinds.retainAll(EnumSet.of(SchemaType.NULL));
            tags = null;
        }
        Variant variant = new Variant(partial.parts(), kinds, tags, partial.approximate());
        List<JsonNode> values = kinds.isEmpty() ? null : variant.enumerated();
        if (values != null) {
            Set<SchemaType> listed = EnumSet.noneOf(SchemaType.class);
            values.forEach(v -> listed.add(JsonValues.kind(v)));
            kinds = Variant.both(kinds, listed);
            variant = new Variant(partial.parts(), kinds, tags, partial.approximate());
        }
        if (!kinds.isEmpty()) {
            variants.add(variant);
        }
    }
}
