package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.usage.BodyUsage;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks whether the example of a response, as far as it goes, can be sent. */
final class ExampleCheck {

    private static final Set<String> MOMENTS = Set.of("date", "date-time", "time");

    private final Trace trace;

    ExampleCheck(Trace trace) {
        this.trace = trace;
    }

    void check(Schema schema, BodyUsage.Structured body) {
        SchemaValidator.Outcome outcome =
                SchemaValidator.validate(schema, body.example(), SchemaValidator.Mode.EXCERPT);
        for (SchemaValidator.Problem problem : outcome.problems()) {
            String place = Places.RESPONSE_BODY + problem.pointer().replaceAll("/\\d+(?=/|$)", "/*");
            if (trace.hasTotalAt(place)) {
                continue;
            }
            JsonNode value = body.example().at(problem.pointer());
            Need need = find(body.need(), problem.pointer());
            trace.add(
                    kind(problem, value, need),
                    place,
                    problem.keyword(),
                    ResponseWalk.at(Places.RESPONSE_BODY + problem.pointer()) + " cannot be as in the example: "
                            + problem.sentence(),
                    problem.schema().source(problem.keyword()));
        }
        for (String undecided : outcome.undecided()) {
            if (!undecided.startsWith("the reference")) {
                trace.add(
                        ViolationKind.RESPONSE_UNDECIDED,
                        Places.RESPONSE_BODY,
                        undecided,
                        "the response body could not be checked in full: " + undecided,
                        schema.source());
            }
        }
    }

    private static ViolationKind kind(SchemaValidator.Problem problem, JsonNode value, @Nullable Need need) {
        if (need != null && !need.isLiteral()) {
            return ViolationKind.EXAMPLE_ATYPICAL;
        }
        boolean moment = problem.keyword().equals("format")
                && MOMENTS.contains(problem.detail())
                && value.isTextual()
                && MOMENTS.stream().anyMatch(m -> Formats.admits(m, value.textValue()));
        return moment ? ViolationKind.EXAMPLE_OF_OTHER_FORMAT : ViolationKind.EXAMPLE_IMPOSSIBLE;
    }

    /** Returns the need at a place of the example, or the nearest one above it. */
    private static Need find(Need root, String pointer) {
        Need need = root;
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            Need next = below(need, name);
            if (next == null) {
                return need;
            }
            need = next;
        }
        return Objects.requireNonNull(need);
    }

    private static @Nullable Need below(Need need, String step) {
        for (Shape shape : need.shapes()) {
            if (shape instanceof Shape.Obj object) {
                Need field = object.fields().get(step);
                return field != null ? field : object.eachValue();
            }
            if (shape instanceof Shape.Arr array && !array.elements().isEmpty()) {
                int index = step.matches("\\d{1,6}") ? Integer.parseInt(step) : 0;
                return array.elements().get(Math.min(index, array.elements().size() - 1));
            }
        }
        return null;
    }
}
