package dev.accord.contracts.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.contracts.pact.PactReader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values an example and its matching rules mean. */
class NeedTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a"        |                                        | string                              | soft   |
            1          |                                        | number                              | soft   |
            true       |                                        | boolean                             | soft   |
            null       |                                        | null                                | soft   |
            [1]        |                                        | array                               | soft   |
            {"a": 1}   |                                        | object                              | soft   |
            "a"        | {"match": "type"}                      | string                              | hard   | type
            "a"        | {"match": "equality"}                  | exactly "a"                         | hard   | equality
            1          | {"match": "equality"}                  | exactly 1                           | hard   | equality
            1          | {"match": "number"}                    | number                              | hard   | number
            1          | {"match": "integer"}                   | integer                             | hard   | integer
            1.5        | {"match": "decimal"}                   | decimal                             | hard   | decimal
            1.5        | {"match": "number"}, {"match": "decimal"} | decimal                          | hard   | number and decimal
            1          | {"match": "integer"}, {"match": "number"} | integer                          | hard   | integer and number
            "1"        | {"match": "integer"}                   | integer                             | hard   | integer
            true       | {"match": "boolean"}                   | boolean                             | hard   | boolean
            "true"     | {"match": "boolean"}                   | boolean                             | hard   | boolean
            "a"        | {"match": "null"}                      | null                                | hard   | null
            "a"        | {"match": "regex", "regex": "[ab]"}    | string matching [ab]                | hard   | regex [ab]
            null       | {"match": "regex", "regex": "a"}       | string matching a                   | hard   | regex a
            null       | {"match": "type"}                      | null                                | hard   | type
            5          | {"match": "regex", "regex": "5"}       | number                              | hard   | regex 5
            false      | {"match": "regex", "regex": "f.*"}     | boolean                             | hard   | regex f.*
            "a"        | {"match": "date"}                      | string as date                      | hard   | date
            "a"        | {"match": "date", "format": "yyyy"}    | string as date yyyy                 | hard   | date yyyy
            "a"        | {"match": "time", "format": "HH"}      | string as time HH                   | hard   | time HH
            "a"        | {"match": "timestamp"}                 | string as timestamp                 | hard   | timestamp
            "abc"      | {"match": "include", "value": "b"}     | string including 'b'                | hard   | include b
            "1.0.0"    | {"match": "semver"}                    | string as semver                    | hard   | semver
            "a"        | {"match": "contentType", "value": "text/plain"} | string as content type text/plain | hard | contentType
            "a"        | {"match": "notEmpty"}                  | string not empty                    | hard   | notEmpty
            "ab"       | {"match": "regex", "regex": "a.*"}, {"match": "include", "value": "b"} | string matching a.* and including 'b' | hard | regex a.* and include b
            "a"        | {"match": "plugin-matcher"}            | anything                            | opaque | plugin-matcher
            ["a"]      | {"match": "type", "min": 1}            | array of 1 to any number of elements | hard  | type min 1
            ["a"]      | {"match": "type", "max": 3}            | array of 0 to 3 elements            | hard   | type max 3
            ["a"]      | {"match": "type", "min": 0, "max": 3}, {"match": "type"} | array of 0 to 3 elements | hard | type min 0 max 3 and type
            ["a"]      | {"match": "notEmpty"}                  | array of 1 to any number of elements | hard  | notEmpty
            ["a"]      | {"match": "ignore-order", "min": 1, "max": 2} | array of 1 to 2 elements     | hard   | ignoreOrder
            ["a"]      | {"match": "min-equals-ignore-order", "min": 4}, {"match": "ignore-order", "max": 5} | array of 4 to 5 elements | hard | ignoreOrder and ignoreOrder
            ["a"]      | {"match": "arrayContains", "variants": [{"index": 0, "rules": {}}]} | array containing variants | hard | arrayContains
            {"a": 1}   | {"match": "type"}                      | object                              | hard   | type
            {"a": 1}   | {"match": "values"}                    | map                                 | hard   | values
            {"a": 1}   | {"match": "eachKey", "rules": [{"match": "regex", "regex": "[a-z]"}]} | map  | hard   | eachKey
            {"a": 1}   | {"match": "eachValue", "rules": [{"match": "integer"}]} | map                | hard   | eachValue
            """)
    void isTheSetThatTheRulesDescribe(String example, String matchers, String accepts, String strength, String rule) {
        UsageFact fact = fact(example, matchers, "AND", "/v");

        assertThat(fact.accepts()).isEqualTo(accepts);
        assertThat(fact.strength()).isEqualTo(strength);
        assertThat(fact.nullAccepted()).isEqualTo(accepts.equals("null") || accepts.equals("anything"));
        assertThat(need(example, matchers, "AND").rule()).isEqualTo(rule == null ? "" : rule);
    }

    @ParameterizedTest(name = "{0} with any of {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1   | {"match": "integer"}, {"match": "null"}                         | integer or null          | true
            1   | {"match": "integer"}, {"match": "decimal"}                      | integer or decimal       | false
            "a" | {"match": "type"}, {"match": "type"}                            | string                   | false
            "a" | {"match": "regex", "regex": "a"}, {"match": "equality"}         | string matching a or exactly "a" | false
            """)
    void rulesJoinedByOrAreAlternatives(String example, String matchers, String accepts, boolean nullAccepted) {
        UsageFact fact = fact(example, matchers, "OR", "/v");

        assertThat(fact.accepts()).isEqualTo(accepts);
        assertThat(fact.nullAccepted()).isEqualTo(nullAccepted);
        assertThat(need(example, matchers, "OR").rule()).contains(" or ");
    }

    @Nested
    class BelowARule {

        @Test
        void itsKindCountsAndItsLengthsDoNot() {
            String list = "[[\"a\"]]";

            assertThat(fact(list, "{\"match\": \"type\", \"min\": 2}", "AND", "/v/*")
                            .accepts())
                    .isEqualTo("array");
            assertThat(fact(list, "{\"match\": \"type\", \"min\": 2}", "AND", "/v/*/*"))
                    .satisfies(f -> assertThat(f.accepts()).isEqualTo("string"))
                    .satisfies(f -> assertThat(f.strength()).isEqualTo("hard"));
            assertThat(fact(list, "{\"match\": \"notEmpty\"}", "AND", "/v/*").accepts())
                    .isEqualTo("array");
            assertThat(fact("[\"a\"]", "{\"match\": \"notEmpty\"}", "AND", "/v/*")
                            .accepts())
                    .isEqualTo("string");
            assertThat(fact("{\"a\": {\"b\": 1}}", "{\"match\": \"eachKey\", \"rules\": []}", "AND", "/v/a")
                            .accepts())
                    .isEqualTo("object");
        }

        @Test
        void everyValueOfAMapIsLikeTheFirst() {
            String map = "{\"a\": 1, \"b\": 2}";

            assertThat(accepted(map, "{\"match\": \"eachValue\", \"rules\": [{\"match\": \"integer\"}]}"))
                    .containsExactly("/ object", "/v map", "/v/* integer");
            assertThat(accepted(map, "{\"match\": \"values\"}")).containsExactly("/ object", "/v map", "/v/* number");
            assertThat(accepted(map, "{\"match\": \"eachKey\", \"rules\": [{\"match\": \"regex\", \"regex\": \"x\"}]}"))
                    .containsExactly("/ object", "/v map", "/v/a number", "/v/b number");
            assertThat(accepted("{}", "{\"match\": \"values\"}")).containsExactly("/ object", "/v map");
        }

        @Test
        void keysOfAMapKeepTheirRules() {
            Shape.Obj map = (Shape.Obj)
                    need("{\"a\": 1}", "{\"match\": \"eachKey\", \"rules\": [{\"match\": \"semver\"}]}", "AND")
                            .shapes()
                            .getFirst();

            assertThat(map.keyRules()).containsExactly(new Shape.TextRule(Shape.TextKind.SEMVER, ""));
            assertThat(map.eachValue()).isNull();
        }

        @Test
        void everyElementIsWhatEachValueSays() {
            assertThat(accepted("[1]", "{\"match\": \"eachValue\", \"rules\": [{\"match\": \"integer\"}]}"))
                    .containsExactly("/ object", "/v array", "/v/* integer");
        }

        @Test
        void variantsOfAnArrayHaveTheirOwnRules() {
            String variants = "{\"match\": \"arrayContains\", \"variants\": ["
                    + "{\"index\": 0, \"rules\": {\"$.k\": {\"matchers\": [{\"match\": \"integer\"}]}}},"
                    + "{\"index\": 1, \"rules\": {}}, {\"index\": 2, \"rules\": {}}]}";

            assertThat(accepted("[{\"k\": 1}, \"x\"]", variants))
                    .containsExactly(
                            "/ object", "/v array containing variants", "/v/* object", "/v/*/k integer", "/v/* string");
        }

        @Test
        void elementsThatAreAlikeAreOne() {
            Shape.Arr alike = (Shape.Arr) need("[\"a\", \"a\"]", "{\"match\": \"type\"}", "AND")
                    .shapes()
                    .getFirst();
            Shape.Arr different =
                    (Shape.Arr) need("[\"a\", 1]", "", "AND").shapes().getFirst();

            assertThat(alike.elements()).hasSize(1);
            assertThat(alike.repeats()).isTrue();
            assertThat(different.elements()).hasSize(2);
            assertThat(different.repeats()).isFalse();
        }
    }

    @Test
    void aGeneratedValueIsNoLiteral() {
        Need literal = need("\"a\"", "", "AND");
        Need generated = body(SmallPacts.usage(SmallPacts.answer("{\"v\": \"a\"}", "")
                .replace("\"status\"", "\"generators\": {\"body\": {\"$.v\": {\"type\": \"Uuid\"}}}, \"status\"")));

        assertThat(literal.isLiteral()).isTrue();
        assertThat(literal.example().asText()).isEqualTo("a");
        assertThat(generated.isLiteral()).isFalse();
        assertThat(generated.rule()).isEqualTo("generated");
    }

    @Test
    void objectsAndArraysHaveNoExampleOfTheirOwn() {
        assertThat(need("{}", "", "AND").example()).isNull();
        assertThat(need("[]", "", "AND").example()).isNull();
    }

    private static Need need(String example, String matchers, String combine) {
        return body(Usage.of(PactReader.read(
                SmallPacts.pact(SmallPacts.answer("{\"v\": " + example + "}", rules(matchers, combine))))));
    }

    private static Need body(Usage usage) {
        BodyUsage.Structured body = (BodyUsage.Structured)
                usage.interactions().getFirst().response().body();
        return ((Shape.Obj) body.need().shapes().getFirst()).fields().get("v");
    }

    private static UsageFact fact(String example, String matchers, String combine, String location) {
        return SmallPacts.of(SmallPacts.answer("{\"v\": " + example + "}", rules(matchers, combine))).stream()
                .filter(f -> f.part().equals("body") && f.location().equals(location))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> accepted(String example, String matchers) {
        return SmallPacts.of(SmallPacts.answer("{\"v\": " + example + "}", rules(matchers, "AND"))).stream()
                .filter(f -> f.part().equals("body"))
                .map(f -> f.location() + " " + f.accepts())
                .toList();
    }

    private static String rules(String matchers, String combine) {
        return matchers == null || matchers.isEmpty()
                ? ""
                : "\"$.v\": {\"combine\": \"" + combine + "\", \"matchers\": [" + matchers + "]}";
    }
}
