package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a change of one schema is told in the places that lead to it. */
class SchemaGraphTest {

    /** Two operations that answer a schema from which 256 ways lead to another. */
    private static final String MANY_WAYS = Documents.document("""
            /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S8'}}}}}}}
            /b: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S8'}}}}}}}
            """) + "components: {schemas: {S0: {type: string}"
            + IntStream.rangeClosed(1, 8)
                    .mapToObj(i -> ", S" + i + ": {properties: {l: {$ref: '#/components/schemas/S" + (i - 1)
                            + "'}, r: {$ref: '#/components/schemas/S" + (i - 1) + "'}}}")
                    .collect(Collectors.joining())
            + "}}\n";

    @Test
    void eachPlaceTells200OfManyWaysToAChange() {
        List<Change> changes = Documents.diff(MANY_WAYS, MANY_WAYS.replace("type: string", "type: integer"));

        assertThat(changes)
                .filteredOn(each -> "GET /a".equals(each.operation()))
                .hasSize(200);
        assertThat(changes)
                .filteredOn(each -> "GET /b".equals(each.operation()))
                .hasSize(200);
    }

    @ParameterizedTest(name = "{0} levels")
    @ValueSource(ints = {1, 50, 100})
    void aChangeIsToldDownTo100Levels(int levels) {
        assertThat(changesBelow(levels))
                .singleElement()
                .extracting(Change::location)
                .isEqualTo("response 200 application/json" + "/p".repeat(levels));
    }

    @Test
    void thatThereIsMoreBelow100LevelsIsSaid() {
        assertThat(changesBelow(101)).extracting(Change::ruleId).containsExactly("changes-truncated");
    }

    private static List<Change> changesBelow(int levels) {
        String base = Documents.response("{$ref: '#/components/schemas/S" + levels + "'}")
                + "components: {schemas: {S0: {type: string}"
                + IntStream.rangeClosed(1, levels)
                        .mapToObj(
                                i -> ", S" + i + ": {properties: {p: {$ref: '#/components/schemas/S" + (i - 1) + "'}}}")
                        .collect(Collectors.joining())
                + "}}\n";
        return Documents.diff(base, base.replace("type: string", "type: integer"));
    }

    @Test
    void aChangeOfASchemaUsedTwiceIsToldWhereItStands() {
        String base = Documents.request("{properties: {a: $S, b: {items: $S}}}")
                + "components: {schemas: {S: {maxLength: 5, properties: {c: {type: string}}}}}\n";
        base = base.replace("$S", "{$ref: '#/components/schemas/S'}");

        assertThat(Documents.diff(
                        base, base.replace("maxLength: 5", "maxLength: 4").replace("string", "integer")))
                .extracting(each -> each.ruleId() + " " + each.location())
                .containsExactly(
                        "request-property-max-length-decreased request body application/json/a",
                        "request-property-type-changed request body application/json/a/c",
                        "request-property-max-length-decreased request body application/json/b/*",
                        "request-property-type-changed request body application/json/b/*/c");
    }
}
