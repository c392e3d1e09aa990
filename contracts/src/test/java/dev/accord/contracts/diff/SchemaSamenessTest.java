package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.contracts.openapi.Schema;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaSamenessTest {

    private static Schema schema(String components, String name) {
        String text = "openapi: 3.1.0\ncomponents: {schemas: {"
                + components.replaceAll("\\$([A-Z]\\w*)", "{\\$ref: '#/components/schemas/$1'}") + "}}\n";
        return Objects.requireNonNull(
                Documents.read(text).components().schemas().get(name));
    }

    private static boolean same(String one, String other) {
        return new SchemaSameness().same(schema("A: " + one, "A"), schema("A: " + other, "A"));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {type: string} | {type: integer}
            {type: string} | {type: [string, 'null']}
            {type: [string, 'null']} | {enum: [null]}
            {type: string} | {type: text}
            {} | {type: string}
            {} | false
            {$ref: 'a.yaml'} | {$ref: 'b.yaml'}
            {format: date} | {format: time}
            {enum: [a, b]} | {enum: [a]}
            {enum: [a]} | {enum: [a, b]}
            {enum: [a]} | {}
            {const: a} | {const: b}
            {maximum: 1} | {maximum: 2}
            {maximum: 1} | {}
            {minLength: 1} | {}
            {multipleOf: 1} | {multipleOf: 2}
            {multipleOf: 1} | {}
            {pattern: a} | {pattern: b}
            {uniqueItems: true} | {}
            {required: [a]} | {required: [b]}
            {dependentRequired: {a: [b]}} | {dependentRequired: {a: [c]}}
            {contains: {}, minContains: 2} | {contains: {}}
            {contains: {}, maxContains: 2} | {contains: {}, maxContains: 3}
            {contentEncoding: base64} | {}
            {contentMediaType: text/plain} | {}
            {default: 1} | {default: 2}
            {x-extensible-enum: [a]} | {x-extensible-enum: [b]}
            {readOnly: true} | {}
            {writeOnly: true} | {}
            {deprecated: true} | {}
            {x-stability-level: beta} | {}
            {discriminator: {propertyName: a}} | {discriminator: {propertyName: b}}
            {discriminator: {propertyName: a}} | {}
            {discriminator: {propertyName: a, mapping: {x: A}}} | {discriminator: {propertyName: a, mapping: {x: B}}}
            {properties: {a: {type: string}}} | {properties: {a: {type: integer}}}
            {properties: {a: {}}} | {properties: {b: {}}}
            {properties: {a: {}}} | {properties: {a: {}, b: {}}}
            {patternProperties: {a: {type: string}}} | {patternProperties: {a: {type: integer}}}
            {dependentSchemas: {a: {type: string}}} | {dependentSchemas: {a: {type: integer}}}
            {items: {type: string}} | {items: {type: integer}}
            {items: {type: string}} | {}
            {additionalProperties: {type: string}} | {additionalProperties: false}
            {not: {type: string}} | {not: {type: integer}}
            {contains: {type: string}} | {contains: {type: integer}}
            {propertyNames: {maxLength: 2}} | {propertyNames: {maxLength: 3}}
            {unevaluatedItems: false} | {}
            {unevaluatedProperties: {type: string}} | {}
            {if: {type: string}} | {if: {type: integer}}
            {if: {}, then: {type: string}} | {if: {}, then: {type: integer}}
            {if: {}, else: {type: string}} | {if: {}, else: {type: integer}}
            {contentSchema: {type: string}} | {contentSchema: {type: integer}}
            {prefixItems: [{type: string}, {type: integer}]} | {prefixItems: [{type: integer}, {type: string}]}
            {prefixItems: [{type: string}]} | {prefixItems: [{type: string}, {}]}
            {oneOf: [{minimum: 1}, {minimum: 2}]} | {oneOf: [{minimum: 1}, {minimum: 3}]}
            {oneOf: [{minimum: 1}, {minimum: 2}]} | {anyOf: [{minimum: 1}, {minimum: 2}]}
            {anyOf: [{minimum: 1}, {minimum: 2}]} | {anyOf: [{minimum: 1}, {minimum: 2}, {minimum: 3}]}
            {anyOf: [{minimum: 1}, {minimum: 1}, {minimum: 2}]} | {anyOf: [{minimum: 1}, {minimum: 2}, {minimum: 2}]}
            {allOf: [{format: a}, {format: b}]} | {allOf: [{format: a}, {format: c}]}
            """)
    void whatSaysSomethingElseIsNotTheSame(String one, String other) {
        assertThat(same(one, other)).isFalse();
        assertThat(same(other, one)).isFalse();
        assertThat(same(one, one)).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {title: A, description: x, example: y} | {title: B}
            {enum: [a, 1]} | {enum: [1.0, a]}
            {const: a} | {enum: [a]}
            {maximum: 1} | {maximum: 1.0}
            {minLength: 0, minItems: 0, minProperties: 0} | {}
            {items: {}} | {}
            {additionalProperties: true} | {}
            {type: [integer, number]} | {type: number}
            {allOf: [{minimum: 1}, {maximum: 2}]} | {minimum: 1, maximum: 2}
            {oneOf: [{minimum: 1}, {minimum: 2}]} | {oneOf: [{minimum: 2}, {minimum: 1}]}
            {properties: {a: {type: string}, b: {}}} | {properties: {b: {}, a: {type: string}}}
            {discriminator: {propertyName: a, mapping: {x: A}}} | {discriminator: {propertyName: a, mapping: {x: '#/components/schemas/A'}}}
            """)
    void whatSaysTheSameInOtherWordsIsTheSame(String one, String other) {
        assertThat(same(one, other)).isTrue();
        assertThat(same(other, one)).isTrue();
    }

    @Nested
    class Recursion {

        private final String lists = "A: {properties: {next: $A, v: {type: integer}}},"
                + " B: {properties: {next: $C, v: {type: integer}}}, C: {properties: {next: $B, v: {type: integer}}},"
                + " D: {properties: {next: $D, v: {type: number}}}";

        @Test
        void endsWhereItComesRound() {
            SchemaSameness sameness = new SchemaSameness();

            assertThat(sameness.same(schema(lists, "A"), schema(lists, "A"))).isTrue();
            assertThat(sameness.same(schema(lists, "A"), schema(lists, "B"))).isTrue();
            assertThat(sameness.same(schema(lists, "A"), schema(lists, "D"))).isFalse();
        }

        @Test
        void aDifferenceFarDownIsADifference() {
            String one =
                    "A: {properties: {b: $B}}, B: {properties: {a: $A, c: $C}}, C: {properties: {v: {type: string}}}";

            SchemaSameness sameness = new SchemaSameness();
            Schema a = schema(one, "A");
            Schema b = schema(one.replace("string", "integer"), "A");

            assertThat(sameness.same(a, b)).isFalse();
            assertThat(sameness.same(a, b)).isFalse();
        }

        @Test
        void whatWasOnlyAssumedOnTheWayToADifferenceIsNotKept() {
            String one = "A: {properties: {b: $B, v: {type: string}}}, B: {properties: {a: $A}}";
            String two = one.replace("string", "integer");
            Schema a = schema(one, "A");
            Schema b = Objects.requireNonNull(a.properties().get("b"));
            Schema otherA = schema(two, "A");
            Schema otherB = Objects.requireNonNull(otherA.properties().get("b"));
            SchemaSameness sameness = new SchemaSameness();

            assertThat(sameness.same(a, otherA)).isFalse();
            assertThat(sameness.same(b, otherB)).isFalse();
        }

        @Test
        void whatWasOnlyAssumedForOneAlternativeIsNotKeptForTheNext() {
            String nodes = "X: {properties: {p: $S, v: {const: 1}}}, S: {properties: {x: $X}},"
                    + " Y: {properties: {p: $T, v: {const: 2}}}, T: {properties: {x: $Y}}, ";
            String one = nodes + "A: {anyOf: [$X, $Y], oneOf: [$S, {const: 5}]}";
            String same = nodes + "A: {anyOf: [$Y, $X], oneOf: [$S, {const: 5}]}";
            String other = nodes + "A: {anyOf: [$Y, $X], oneOf: [$T, {const: 5}]}";

            assertThat(new SchemaSameness().same(schema(one, "A"), schema(same, "A")))
                    .isTrue();
            assertThat(new SchemaSameness().same(schema(one, "A"), schema(other, "A")))
                    .isFalse();
        }

        @Test
        void anAlternativeThatDiffersIsForgottenBeforeTheNextIsTried() {
            String one = "A: {oneOf: [{properties: {a: $A, v: {const: 1}}}, {properties: {a: $A, v: {const: 2}}}]}";
            String two = "A: {oneOf: [{properties: {a: $A, v: {const: 2}}}, {properties: {a: $A, v: {const: 1}}}]}";
            String three = "A: {oneOf: [{properties: {a: $A, v: {const: 2}}}, {properties: {a: $A, v: {const: 3}}}]}";

            assertThat(new SchemaSameness().same(schema(one, "A"), schema(two, "A")))
                    .isTrue();
            assertThat(new SchemaSameness().same(schema(one, "A"), schema(three, "A")))
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0} levels")
    @ValueSource(ints = {1, 10, 150})
    void schemasAreLookedIntoFor150Levels(int levels) {
        assertThat(new SchemaSameness().same(deep(levels), deep(levels))).isTrue();
    }

    @Test
    void whatIsDeeperIsTakenToDiffer() {
        assertThat(new SchemaSameness().same(deep(151), deep(151))).isFalse();
    }

    /** A schema with so many schemas below each other. */
    private static Schema deep(int levels) {
        StringBuilder components = new StringBuilder("S0: {type: string}");
        IntStream.rangeClosed(1, levels)
                .forEach(i -> components.append(
                        ", S" + i + ": {properties: {p: {$ref: '#/components/schemas/S" + (i - 1) + "'}}}"));
        return schema(components.toString(), "S" + levels);
    }
}
