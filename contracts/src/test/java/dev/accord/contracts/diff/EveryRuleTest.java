package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No rule of the catalogue is dead: some edit brings each of them about. Every edit of a schema is made both ways in every
 * place where a schema may stand; what is no edit of a schema stands in {@link DocumentEdits}. Which edit gives which rule is
 * told by the tables of {@link EditTable}, {@link SchemaRulesTest} and {@link OpenApiDiffTest}.
 */
class EveryRuleTest {

    /**
     * In oasdiff's catalogue, and never given by it either: without {@code minItems} the bound is 0 items, so that it is raised
     * or lowered and never set or dropped.
     */
    private static final List<String> NEVER = List.of(
            "request-body-min-items-set",
            "request-property-min-items-set",
            "request-parameter-min-items-set",
            "response-body-min-items-unset",
            "response-property-min-items-unset");

    private static final List<UnaryOperator<String>> PLACES = List.of(
            Documents::request,
            Documents::response,
            Documents::parameter,
            s -> Documents.request(Documents.object(s)),
            s -> Documents.response(Documents.object(s)),
            s -> Documents.parameter(Documents.object(s)),
            s -> Documents.request("{type: object, required: [p], properties: {p: " + s + "}}"),
            s -> Documents.response("{type: object, required: [p], properties: {p: " + s + "}}"),
            s -> Documents.request(Documents.object(s)).replace("application/json", "application/xml"),
            s -> Documents.response(Documents.object(s)).replace("application/json", "application/xml"),
            s -> Documents.request(s).replace("application/json", "text/plain"),
            s -> Documents.response(s).replace("application/json", "text/plain"),
            s -> Documents.parameter(s).replace("in: query", "in: query, required: true"),
            s -> Documents.parameter(s).replace("in: query", "in: header"),
            s -> Documents.parameter(Documents.object(s)).replace("in: query", "in: header"),
            s -> Documents.parameter("{type: array, items: " + s + "}"),
            EveryRuleTest::header,
            s -> header(Documents.object(s)));

    private static String header(String schema) {
        return Documents.document("""
                /things:
                  get:
                    responses: {'200': {description: ok, headers: {X-A: {schema: SCHEMA}}}}
                """.replace("SCHEMA", schema));
    }

    @Test
    void everyRuleOfTheCatalogueIsGivenByAnEdit() {
        Set<String> given = new TreeSet<>();
        SchemaEdits.ALL.forEach(edit -> PLACES.forEach(place -> {
            String one = place.apply(edit.one());
            String other = place.apply(edit.other());
            given.addAll(rules(one, other));
            given.addAll(rules(other, one));
        }));
        DocumentEdits.ALL.forEach(edit -> {
            given.addAll(rules(edit.one(), edit.other()));
            given.addAll(rules(edit.other(), edit.one()));
        });

        Set<String> dead = Rules.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        dead.removeAll(given);

        assertThat(dead).containsExactlyInAnyOrderElementsOf(NEVER);
    }

    private static List<String> rules(String base, String revision) {
        return Stream.of(Documents.POLICY, DocumentEdits.STRICT, DocumentEdits.SHORT)
                .flatMap(policy -> OpenApiDiff.compare(Documents.read(base), Documents.read(revision), policy).stream())
                .map(Change::ruleId)
                .toList();
    }

    /** Two texts that differ in one thing. */
    record Edit(String one, String other) {
        static Edit of(String row) {
            String[] cells = row.split("\\|", 2);
            return new Edit(cells[0].strip(), cells[1].strip());
        }
    }
}
