package dev.accord.contracts.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A set of JSON values of one kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Shape.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Shape.Null.class, name = "null"),
    @JsonSubTypes.Type(value = Shape.Bool.class, name = "boolean"),
    @JsonSubTypes.Type(value = Shape.Num.class, name = "number"),
    @JsonSubTypes.Type(value = Shape.Text.class, name = "string"),
    @JsonSubTypes.Type(value = Shape.Exactly.class, name = "exactly"),
    @JsonSubTypes.Type(value = Shape.Obj.class, name = "object"),
    @JsonSubTypes.Type(value = Shape.Arr.class, name = "array"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Shape {

    /** Every value. */
    record Any() implements Shape {}

    /** JSON null. */
    record Null() implements Shape {}

    /** True and false. */
    record Bool() implements Shape {}

    /** Numbers of a kind. */
    record Num(NumberKind kind) implements Shape {}

    /** Which numbers. */
    enum NumberKind {
        /** Any number. */
        ANY,
        /** Without a fraction. */
        INTEGER,
        /** With a fraction. */
        DECIMAL
    }

    /** Texts that keep all of the rules. */
    record Text(List<TextRule> rules) implements Shape {
        public Text {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule for texts.
     *
     * @param argument the regular expression, the date format, the part; empty where the kind needs none or has a default
     */
    record TextRule(TextKind kind, String argument) {}

    /** The kinds of rules for texts. */
    enum TextKind {
        /** The whole text matches a regular expression. */
        REGEX,
        /** A date. */
        DATE,
        /** A time of day. */
        TIME,
        /** A date with a time. */
        TIMESTAMP,
        /** Contains a part. */
        INCLUDE,
        /** A semantic version. */
        SEMVER,
        /** Content of a media type. */
        CONTENT_TYPE,
        /** Not empty. */
        NOT_EMPTY
    }

    /** One scalar value. */
    record Exactly(JsonNode value) implements Shape {}

    /**
     * Objects that have at least the fields.
     *
     * @param fields the keys that are read or sent; in a request the object has no other keys
     * @param eachValue what every value of a map is like, or null where the object is no map
     * @param keyRules rules for every key of a map
     * @param map whether the keys are free
     */
    record Obj(Map<String, Need> fields, @Nullable Need eachValue, List<TextRule> keyRules, boolean map)
            implements Shape {
        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            keyRules = List.copyOf(keyRules);
        }
    }

    /**
     * Arrays.
     *
     * @param elements needs of the elements by position
     * @param repeats whether there may be any number of elements, further ones like the first
     * @param min the least length that a rule demands, or null
     * @param max the greatest length that a rule allows, or null
     * @param contains needs of which each holds for some element; all others are free
     */
    record Arr(
            List<Need> elements,
            boolean repeats,
            @Nullable Integer min,
            @Nullable Integer max,
            List<Need> contains) implements Shape {
        public Arr {
            elements = List.copyOf(elements);
            contains = List.copyOf(contains);
        }
    }
}
