package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.openapi.Discriminator;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates JSON values against schemas: JSON Schema 2020-12 with formats, discriminators and the direction of a message
 * (a request need not hold what is read-only, a response need not hold what is write-only).
 *
 * <p>The work for one value is bounded; beyond the bound, and where a schema cannot be resolved or a pattern cannot be
 * run, the answer is "undecided".
 */
final class SchemaValidator {

    /** How a value is looked at. */
    enum Mode {
        /** A whole request body: read-only properties are not required. */
        REQUEST,
        /** A whole response body: write-only properties are not required. */
        RESPONSE,
        /**
         * The part of a response that a pact shows: nothing is required but in the branches of a condition, and several
         * alternatives of a oneOf may fit, because what is left out decides between them.
         */
        EXCERPT
    }

    /**
     * Something that a schema does not admit.
     *
     * @param pointer the place in the value
     * @param keyword the keyword that refuses it
     * @param detail what of the keyword, such as the name of a missing property
     * @param sentence for people
     * @param schema the schema that holds the keyword
     */
    record Problem(String pointer, String keyword, String detail, String sentence, Schema schema) {}

    private static final int MAX_STEPS = 200_000;
    private static final int MAX_DEPTH = 150;
    private static final int MAX_PROBLEMS = 50;

    private final Mode mode;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private int steps;
    private int depth;
    private int inCondition;

    private SchemaValidator(Mode mode) {
        this.mode = mode;
    }

    /**
     * The outcome of a validation.
     *
     * @param problems what is refused
     * @param undecided what could not be decided, in words
     */
    record Outcome(List<Problem> problems, List<String> undecided) {
        boolean admitted() {
            return problems.isEmpty();
        }
    }

    static Outcome validate(Schema schema, JsonNode value, Mode mode) {
        SchemaValidator validator = new SchemaValidator(mode);
        validator.check(schema, value, "", new Evaluated());
        return new Outcome(List.copyOf(validator.problems), List.copyOf(validator.undecided));
    }

    /** Returns whether all of the schemas admit a value. */
    static boolean admits(List<Schema> schemas, JsonNode value, Mode mode) {
        return schemas.stream().allMatch(s -> validate(s, value, mode).admitted());
    }

    private boolean check(Schema raw, JsonNode value, String pointer, Evaluated evaluated) {
        if (++steps > MAX_STEPS || depth > MAX_DEPTH) {
            undecided.add("the schema is too deep or too wide to check");
            return true;
        }
        depth++;
        try {
            return checkKeywords(raw.effective(), value, pointer, evaluated);
        } finally {
            depth--;
        }
    }

    private boolean checkKeywords(Schema schema, JsonNode value, String pointer, Evaluated evaluated) {
        if (schema.unresolvedReference() != null) {
            undecided.add("the reference " + schema.unresolvedReference() + " cannot be resolved");
            return true;
        }
        if (schema.booleanValue() != null) {
            return schema.booleanValue() || refuse(pointer, "false", "", "nothing is allowed here", schema);
        }
        int before = problems.size();
        boolean typed = checkType(schema, value, pointer);
        refuse(ScalarKeywords.unlisted(schema, value), pointer, schema);
        if (typed) {
            switch (value.getNodeType()) {
                case ARRAY -> checkArray(schema, value, pointer, evaluated);
                case OBJECT -> checkObject(schema, value, pointer, evaluated);
                default -> refuse(ScalarKeywords.refusals(schema, value, undecided), pointer, schema);
            }
            checkCombinations(schema, value, pointer, evaluated);
            checkUnevaluated(schema, value, pointer, evaluated);
        }
        return problems.size() == before;
    }

    private boolean refuse(String pointer, String keyword, String detail, String sentence, Schema schema) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(pointer, keyword, detail, sentence, schema));
        }
        return false;
    }

    private boolean checkType(Schema schema, JsonNode value, String pointer) {
        Set<SchemaType> types = schema.types();
        if (types.isEmpty()) {
            return true;
        }
        SchemaType kind = JsonValues.kind(value);
        boolean fits = types.contains(kind) || (kind == SchemaType.INTEGER && types.contains(SchemaType.NUMBER));
        return fits
                || refuse(
                        pointer,
                        "type",
                        kind.keyword(),
                        "it is " + kind.keyword() + " where " + KindNames.of(types) + " is expected",
                        schema);
    }

    private void refuse(List<ScalarKeywords.Refusal> refusals, String pointer, Schema schema) {
        for (ScalarKeywords.Refusal refusal : refusals) {
            refuse(pointer, refusal.keyword(), refusal.detail(), refusal.sentence(), schema);
        }
    }

    private void checkArray(Schema schema, JsonNode array, String pointer, Evaluated evaluated) {
        if (schema.minItems() != null && array.size() < schema.minItems()) {
            refuse(pointer, "minItems", "", "it has fewer than " + schema.minItems() + " elements", schema);
        }
        if (schema.maxItems() != null && array.size() > schema.maxItems()) {
            refuse(pointer, "maxItems", "", "it has more than " + schema.maxItems() + " elements", schema);
        }
        if (schema.uniqueItems()) {
            checkUnique(schema, array, pointer);
        }
        List<Schema> first = schema.prefixItems();
        Schema items = schema.items();
        for (int i = 0; i < array.size(); i++) {
            Schema item = i < first.size() ? first.get(i) : items;
            if (item != null) {
                check(item, array.get(i), pointer + "/" + i, new Evaluated());
            }
        }
        evaluated.items = Math.max(evaluated.items, Math.min(first.size(), array.size()));
        evaluated.allItems |= items != null;
        checkContains(schema, array, pointer, evaluated);
    }

    private void checkUnique(Schema schema, JsonNode array, String pointer) {
        long pairs = (long) array.size() * array.size() / 2;
        steps += (int) Math.min(pairs, MAX_STEPS);
        if (steps > MAX_STEPS) {
            undecided.add("the array is too long to find equal elements");
        } else if (JsonValues.hasEqualElements(array)) {
            refuse(pointer, "uniqueItems", "", "two of its elements are equal", schema);
        }
    }

    private void checkContains(Schema schema, JsonNode array, String pointer, Evaluated evaluated) {
        Schema contains = schema.contains();
        if (contains == null) {
            return;
        }
        long found = 0;
        for (JsonNode element : array) {
            if (passes(contains, element, pointer, new Evaluated())) {
                found++;
            }
        }
        long least = schema.minContains() == null ? 1 : schema.minContains();
        if (found < least) {
            refuse(pointer, "contains", "", "too few of its elements are of the kind it must contain", schema);
        }
        if (schema.maxContains() != null && found > schema.maxContains()) {
            refuse(pointer, "maxContains", "", "too many of its elements are of the kind it may contain", schema);
        }
        evaluated.allItems |= found == array.size() && found > 0;
    }

    private void checkObject(Schema schema, JsonNode object, String pointer, Evaluated evaluated) {
        boolean requiring = mode != Mode.EXCERPT || inCondition > 0;
        if (requiring) {
            checkRequired(schema, object, pointer);
        }
        if (mode != Mode.EXCERPT && schema.minProperties() != null && object.size() < schema.minProperties()) {
            refuse(pointer, "minProperties", "", "it has fewer than " + schema.minProperties() + " keys", schema);
        }
        if (schema.maxProperties() != null && object.size() > schema.maxProperties()) {
            refuse(pointer, "maxProperties", "", "it has more than " + schema.maxProperties() + " keys", schema);
        }
        Schema additional = schema.additionalProperties();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            checkProperty(schema, additional, entry.getKey(), entry.getValue(), pointer, evaluated);
        }
        schema.dependentRequired().forEach((name, names) -> {
            for (String needed : names) {
                if (mode != Mode.EXCERPT && object.has(name) && !object.has(needed)) {
                    refuse(pointer, "dependentRequired", needed, needed + " is missing beside " + name, schema);
                }
            }
        });
        schema.dependentSchemas().forEach((name, dependent) -> {
            if (object.has(name)) {
                check(dependent, object, pointer, evaluated);
            }
        });
    }

    private void checkRequired(Schema schema, JsonNode object, String pointer) {
        for (String name : schema.required()) {
            Schema property = schema.properties().get(name);
            boolean exempt = property != null
                    && (mode == Mode.REQUEST
                            ? property.effective().readOnly()
                            : property.effective().writeOnly());
            if (!exempt && !object.has(name)) {
                refuse(pointer, "required", name, name + " is missing", schema);
            }
        }
    }

    private void checkProperty(
            Schema schema,
            @Nullable Schema additional,
            String name,
            JsonNode value,
            String pointer,
            Evaluated evaluated) {
        String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        boolean declared = false;
        Schema property = schema.properties().get(name);
        if (property != null) {
            declared = true;
            check(property, value, at, new Evaluated());
        }
        for (Map.Entry<String, Schema> pattern : schema.patternProperties().entrySet()) {
            if (Regexes.find(pattern.getKey(), name).orElse(false)) {
                declared = true;
                check(pattern.getValue(), value, at, new Evaluated());
            }
        }
        if (schema.propertyNames() != null) {
            check(schema.propertyNames(), TextNode.valueOf(name), at, new Evaluated());
        }
        if (!declared && additional != null) {
            declared = true;
            if (Boolean.FALSE.equals(additional.booleanValue())) {
                refuse(at, "additionalProperties", name, "'" + name + "' is not among the allowed keys", schema);
            } else {
                check(additional, value, at, new Evaluated());
            }
        }
        if (declared) {
            evaluated.properties.add(name);
        }
    }

    private void checkCombinations(Schema schema, JsonNode value, String pointer, Evaluated evaluated) {
        for (Schema part : schema.allOf()) {
            check(part, value, pointer, evaluated);
        }
        boolean orNull = value.isNull() && schema.nullable();
        if (!orNull) {
            checkAlternatives(schema, schema.anyOf(), false, value, pointer, evaluated);
            checkAlternatives(schema, schema.oneOf(), mode != Mode.EXCERPT, value, pointer, evaluated);
        }
        if (schema.not() != null && refutes(schema.not(), value, pointer)) {
            refuse(pointer, "not", "", "it is what it must not be", schema);
        }
        Schema condition = schema.ifSchema();
        if (condition != null) {
            Evaluated seen = new Evaluated();
            inCondition++;
            boolean holds = passes(condition, value, pointer, seen);
            Schema branch = holds ? schema.thenSchema() : schema.elseSchema();
            if (holds) {
                evaluated.add(seen);
            }
            if (branch != null) {
                check(branch, value, pointer, evaluated);
            }
            inCondition--;
        }
    }

    /**
     * An undecided schema under "not" must not count as fitting, and what it requires must be there: what an excerpt leaves out
     * may be missing.
     */
    private boolean refutes(Schema not, JsonNode value, String pointer) {
        int before = undecided.size();
        inCondition++;
        boolean fits = passes(not, value, pointer, new Evaluated());
        inCondition--;
        return fits && undecided.size() == before;
    }

    private void checkAlternatives(
            Schema schema,
            List<Schema> alternatives,
            boolean exactlyOne,
            JsonNode value,
            String pointer,
            Evaluated evaluated) {
        if (alternatives.isEmpty()) {
            return;
        }
        Discriminator discriminator = schema.discriminator();
        String tag = discriminator == null ? null : Discriminators.tag(discriminator, alternatives, value);
        if (discriminator != null && tag != null) {
            Schema chosen = Discriminators.choose(discriminator, alternatives, tag);
            if (chosen != null) {
                check(chosen, value, pointer, evaluated);
            } else {
                String at = pointer + "/" + discriminator.propertyName();
                refuse(at, "discriminator", tag, "'" + tag + "' names none of the alternatives", schema);
            }
            return;
        }
        int fitting = 0;
        for (Schema alternative : alternatives) {
            Evaluated seen = new Evaluated();
            if (passes(alternative, value, pointer, seen)) {
                fitting++;
                evaluated.add(seen);
            }
        }
        if (fitting == 0) {
            refuse(pointer, exactlyOne ? "oneOf" : "anyOf", "none", "none of the alternatives fits", schema);
        } else if (exactlyOne && fitting > 1) {
            refuse(pointer, "oneOf", "several", fitting + " alternatives fit where exactly one must", schema);
        }
    }

    /** Returns whether a value passes without keeping the problems. */
    private boolean passes(Schema schema, JsonNode value, String pointer, Evaluated evaluated) {
        int before = problems.size();
        if (before >= MAX_PROBLEMS) {
            return true;
        }
        boolean passed = check(schema, value, pointer, evaluated);
        while (problems.size() > before) {
            problems.remove(problems.size() - 1);
        }
        return passed;
    }

    private void checkUnevaluated(Schema schema, JsonNode value, String pointer, Evaluated evaluated) {
        Schema properties = schema.unevaluatedProperties();
        if (properties != null && value.isObject()) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                if (!evaluated.properties.contains(entry.getKey())
                        && !passes(properties, entry.getValue(), pointer, new Evaluated())) {
                    refuse(
                            pointer + "/" + entry.getKey(),
                            "unevaluatedProperties",
                            entry.getKey(),
                            "'" + entry.getKey() + "' is not among the allowed keys",
                            schema);
                }
            }
            value.fieldNames().forEachRemaining(evaluated.properties::add);
        }
        Schema items = schema.unevaluatedItems();
        if (items != null && value.isArray() && !evaluated.allItems) {
            for (int i = evaluated.items; i < value.size(); i++) {
                check(items, value.get(i), pointer + "/" + i, new Evaluated());
            }
            evaluated.allItems = true;
        }
    }
}
