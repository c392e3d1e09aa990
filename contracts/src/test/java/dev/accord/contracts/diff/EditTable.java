package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables of edits and of all that is told of them. An edit is a line {@code one ⇄ other}; each line below it says what is
 * told in a place, there ({@code →}) or back ({@code ←}): the level, the rule, where below the place it is, and what was and
 * is. {@code –} is nothing at all.
 *
 * <pre>
 * {maximum: 5} ⇄ {maximum: 6}
 *   → request: info request-body-max-increased (5 → 6)
 *   ← request.p: error request-property-max-decreased (6 → 5)
 *   ← request, 180 days: …
 * </pre>
 *
 * <p>A place is one of {@link Place}, {@code .p} after it puts the edit into a property of an object there, and
 * {@code 180 days} asks for so many days between a deprecation and its sunset, or half as many for what is beta.
 */
final class EditTable {

    static final DiffPolicy STRICT = new DiffPolicy(LocalDate.of(2026, 6, 1), 180, 90, 10_000);

    private EditTable() {}

    /** The edits of a table. */
    static Stream<Edit> of(String table) {
        List<Edit> edits = new ArrayList<>();
        for (String line : table.lines().filter(each -> !each.isBlank()).toList()) {
            if (line.startsWith(" ")) {
                edits.getLast().told.add(line.strip());
            } else {
                String[] sides = line.split(" ⇄ ", -1);
                edits.add(new Edit(side(sides[0]), side(sides[1]), new ArrayList<>()));
            }
        }
        return edits.stream();
    }

    private static String side(String text) {
        return text.strip().equals("–") ? "" : text.strip();
    }

    /**
     * An edit and what is told of it.
     *
     * @param one the text on the left
     * @param other the text on the right
     * @param told the lines below
     */
    record Edit(String one, String other, List<String> told) {

        /** Asserts that this and nothing else is told in the places that the lines name. */
        void isTold() {
            Set<String> asked = new LinkedHashSet<>();
            told.forEach(line -> asked.add(line.substring(0, line.indexOf(": "))));
            List<String> found = new ArrayList<>();
            asked.forEach(each -> found.addAll(tell(each)));

            assertThat(found).isNotEmpty().containsExactlyElementsOf(told);
        }

        /** What is told in a place, such as {@code → request.p}, in lines as they stand in a table. */
        List<String> tell(String asked) {
            String name = asked.substring(2).replace(", 180 days", "").replace(".p", "");
            Place place = Place.valueOf(name.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
            boolean nested = asked.contains(".p");
            boolean there = asked.startsWith("→");
            List<Change> changes = OpenApiDiff.compare(
                    Documents.read(place.document(there ? one : other, nested)),
                    Documents.read(place.document(there ? other : one, nested)),
                    asked.contains(", 180 days") ? STRICT : Documents.POLICY);
            if (changes.isEmpty()) return List.of(asked + ": nothing");
            return changes.stream()
                    .map(each -> asked + ": " + text(each, place.below(each, nested)))
                    .toList();
        }

        @Override
        public String toString() {
            return one + " ⇄ " + other;
        }
    }

    private static String text(Change change, String where) {
        String values = change.before() == null && change.after() == null
                ? ""
                : " (" + shown(change.before()) + " → " + shown(change.after()) + ")";
        return change.level().keyword() + " " + change.ruleId() + (where.isEmpty() ? "" : " at " + where) + values;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "–" : value;
    }

    /** Where the sides of an edit stand. */
    enum Place {
        REQUEST("POST /things", "request body application/json", Direction.REQUEST, Documents::request),
        RESPONSE("GET /things", "response 200 application/json", Direction.RESPONSE, Documents::response),
        XML_REQUEST(
                "POST /things",
                "request body application/xml",
                Direction.REQUEST,
                schema -> Documents.request(schema).replace("application/json", "application/xml")),
        XML_RESPONSE(
                "GET /things",
                "response 200 application/xml",
                Direction.RESPONSE,
                schema -> Documents.response(schema).replace("application/json", "application/xml")),
        QUERY("GET /things", "query parameter q", Direction.REQUEST, Documents::parameter),
        REQUIRED_QUERY(
                "GET /things",
                "query parameter q",
                Direction.REQUEST,
                schema -> Documents.parameter(schema).replace("in: query", "in: query, required: true")),
        REQUEST_HEADER(
                "GET /things",
                "header parameter q",
                Direction.REQUEST,
                schema -> Documents.parameter(schema).replace("in: query", "in: header")),
        RESPONSE_HEADER(
                "GET /things",
                "response 200 header X-A",
                Direction.RESPONSE,
                schema -> Documents.document("""
                        /things:
                          get: {responses: {'200': {description: ok, headers: {X-A: {schema: SCHEMA}}}}}
                        """.replace("SCHEMA", schema))),
        /** The sides are components, of which {@code Root} is answered; {@code $A} stands for a reference to A. */
        COMPONENTS(
                null,
                "",
                null,
                schemas -> Documents.response("$Root")
                        .concat("components: {schemas: {" + schemas + "}}\n")
                        .replaceAll("\\$([A-Z]\\w*)", "{\\$ref: '#/components/schemas/$1'}")),
        /** The sides are members of the operation {@code GET /a}. */
        OPERATION("GET /a", "", null, members -> "openapi: 3.1.0\npaths: {/a: {get: {" + members + "}}}\n"),
        /** The sides are path items. */
        PATHS(null, "", null, items -> "openapi: 3.1.0\npaths: {" + items + "}\n"),
        /** The sides are members of the document. */
        DOCUMENT(null, "", null, members -> "{openapi: 3.1.0, " + members + "}\n");

        private final @Nullable String operation;
        private final String location;
        private final @Nullable Direction direction;
        private final UnaryOperator<String> document;

        Place(
                @Nullable String operation,
                String location,
                @Nullable Direction direction,
                UnaryOperator<String> document) {
            this.operation = operation;
            this.location = location;
            this.direction = direction;
            this.document = document;
        }

        private String document(String side, boolean nested) {
            return document.apply(nested ? Documents.object(side) : side);
        }

        /** Where below the place a change is; all of where it is for what does not belong to an operation of it. */
        private String below(Change change, boolean nested) {
            String full = Stream.of(change.operation() == null ? "" : change.operation(), change.location())
                    .filter(each -> !each.isEmpty())
                    .collect(java.util.stream.Collectors.joining(", "));
            assertThat(change.sentence())
                    .startsWith(full.isEmpty() ? "" : full + ": ")
                    .endsWith(".");
            if (direction != null) assertThat(change.direction()).isEqualTo(direction);
            if (operation == null) return full;
            assertThat(change.operation()).isEqualTo(operation);
            String around = location + (nested ? "/p" : "");
            assertThat(change.location()).startsWith(around);
            return change.location().substring(around.length());
        }
    }
}
