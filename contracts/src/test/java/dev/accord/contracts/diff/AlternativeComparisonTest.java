package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of lists of alternatives: which of them are the same, which changed, came or went. */
class AlternativeComparisonTest {

    private static final String COMPONENTS = """
            components:
              schemas:
                Cat: {type: object, properties: {lives: {type: integer}}}
                Dog: {type: object, properties: {tricks: {type: string}}}
                Pet: {type: object, properties: {lives: {type: integer}}}
                Role: {type: string, title: Role, enum: [user, admin]}
            """;

    private static String ref(String component) {
        return "{$ref: '#/components/schemas/" + component + "'}";
    }

    private static List<String> inRequest(String before, String after) {
        return severe(Documents.request(before), Documents.request(after));
    }

    private static List<String> inResponse(String before, String after) {
        return severe(Documents.response(before), Documents.response(after));
    }

    private static List<String> severe(String base, String revision) {
        return Documents.diff(base + COMPONENTS, revision + COMPONENTS).stream()
                .filter(each -> each.level() != Level.INFO)
                .map(Change::ruleId)
                .toList();
    }

    @Nested
    class ASingleAlternative {

        @ParameterizedTest
        @ValueSource(strings = {"anyOf", "oneOf"})
        void keepsItsPlaceBesideANewOneInARequest(String keyword) {
            String alone = "{" + keyword + ": [" + ref("Cat") + "]}";
            String two = "{" + keyword + ": [" + ref("Cat") + ", " + ref("Dog") + "]}";

            assertThat(inRequest(alone, two)).isEmpty();
        }

        @Test
        void givesWayToALongerListInAResponse() {
            String alone = "{oneOf: [" + ref("Cat") + "]}";
            String two = "{oneOf: [" + ref("Cat") + ", " + ref("Dog") + "]}";

            assertThat(inResponse(alone, two)).containsExactly("response-body-one-of-added");
            assertThat(inRequest(two, alone)).containsExactly("request-body-one-of-removed");
        }

        @Test
        void losesNoValueToAnotherThatSaysTheSame() {
            String values = "{type: string, enum: [user, admin]}";

            assertThat(inRequest("{anyOf: [" + values + "]}", "{anyOf: [" + values + ", " + ref("Role") + "]}"))
                    .isEmpty();
        }

        @Test
        void keepsItsPlaceBesideNullAndANewOne() {
            String orNull = "{oneOf: [" + ref("Cat") + ", {type: 'null'}]}";
            String two = "{oneOf: [" + ref("Cat") + ", " + ref("Dog") + ", {type: 'null'}]}";

            assertThat(inRequest(orNull, two)).isEmpty();
        }

        @Test
        void isSwappedForAnotherComponent() {
            assertThat(inRequest("{oneOf: [" + ref("Cat") + "]}", "{oneOf: [" + ref("Dog") + "]}"))
                    .containsExactly("request-body-one-of-removed");
        }

        @Test
        void changesInPlaceWhereItHasNoNameOfItsOwn() {
            assertThat(inRequest(
                            "{oneOf: [" + Documents.object("{type: string}") + "]}",
                            "{oneOf: [" + Documents.object("{type: integer}") + "]}"))
                    .containsExactly("request-property-type-changed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"anyOf", "oneOf", "allOf"})
        void saysTheSameAsWhatItListsAlone(String keyword) {
            String listed = "{" + keyword + ": [" + ref("Cat") + "]}";

            Stream.of(listed, ref("Cat")).forEach(each -> {
                assertThat(inRequest(each, ref("Cat"))).isEmpty();
                assertThat(inResponse(ref("Cat"), each)).isEmpty();
            });
        }
    }

    @Nested
    class Titles {

        @Test
        void tellWhichAlternativeChangedItsTypeWhereTheTypesInAllBreak() {
            String before = "{anyOf: [{title: A, type: string}, {title: B, type: string}]}";
            String after = "{anyOf: [{title: A, type: boolean}, {title: B, type: number}]}";

            assertThat(inResponse(before, after))
                    .containsExactlyInAnyOrder(
                            "response-body-list-of-types-widened",
                            "response-property-type-changed",
                            "response-property-type-changed");
        }

        @Test
        void comeBeforeMeaningWhereAnotherAlternativeSaysWhatOneSaid() {
            String before = "{anyOf: [{title: A, type: boolean}, {title: B, type: number}]}";
            String after = "{anyOf: [{title: A, type: string}, {title: B, type: number}, {title: C, type: boolean}]}";

            assertThat(inResponse(before, after))
                    .containsExactlyInAnyOrder("response-body-list-of-types-widened", "response-property-type-changed");
        }

        @ParameterizedTest(name = "{0} → {1}")
        @CsvSource(delimiter = '|', textBlock = """
                {anyOf: [{title: A, minimum: 1}, {title: B, minimum: 2}]} | {anyOf: [{title: C, minimum: 1}, {title: B, minimum: 2}]}
                {anyOf: [{title: A, minimum: 1}, {title: A, minimum: 2}]} | {anyOf: [{title: A, minimum: 2}, {title: A, minimum: 1}]}
                """)
        void meanNothingByThemselves(String before, String after) {
            assertThat(inRequest(before, after)).isEmpty();
            assertThat(inResponse(before, after)).isEmpty();
        }
    }

    @Nested
    class PartsOfAllOf {

        /** Cat and Pet both have the property, so that it is the conjunction of two schemas that say the same. */
        @Test
        void thatSayNothingNewOfAPropertyAreNoNewsOfTheProperty() {
            String before = "{allOf: [" + ref("Cat") + ", " + ref("Dog") + "]}";
            String after = "{allOf: [" + ref("Cat") + ", " + ref("Dog") + ", " + ref("Pet") + "]}";

            assertThat(inRequest(before, after)).containsExactly("request-body-all-of-added");
        }
    }
}
