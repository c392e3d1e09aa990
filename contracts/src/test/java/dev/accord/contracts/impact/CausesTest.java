package dev.accord.contracts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.contracts.compatibility.Judgement;
import dev.accord.contracts.compatibility.Violation;
import dev.accord.contracts.compatibility.ViolationKind;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.Direction;
import dev.accord.contracts.diff.Level;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.InteractionUsage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two changes the one that a finding is put down to, whichever is listed first. */
class CausesTest {

    /** A change is written as its level, direction, location and pointer. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            at the field rather than elsewhere          | response/body/a       | /x   | WARNING RESPONSE r/a /y         | ERROR RESPONSE r/b /y
            at the field rather than near it            | response/body/o/a     | /x/y | ERROR RESPONSE r/o/a /q         | ERROR RESPONSE r/n/a /x/y
            at a field of the name rather than at none  | response/body/o/a     | /x   | WARNING RESPONSE r/n/a/z /q     | ERROR RESPONSE r/n/b /q
            nearer in the document                      | response/body/a       | /x/y/z | WARNING RESPONSE r /x/y/z     | ERROR RESPONSE r /x/q/q
            nearer in the document, a shorter path      | response/body/a       | /x/y/z | ERROR RESPONSE r /x/y         | ERROR RESPONSE r /x
            worse, both equally near                    | response/body/a       | /x   | ERROR RESPONSE r/a /x           | WARNING RESPONSE r/a /x
            bad rather than harmless                    | response/body/a       | /x   | WARNING RESPONSE r/a /x         | INFO RESPONSE r/a /x
            of the same direction                       | response/body/a       | /x   | INFO RESPONSE r /y              | ERROR REQUEST r/a /x
            of the same direction in a request          | request/body/a        | /x   | INFO REQUEST r /y               | ERROR RESPONSE r/a /x
            of both directions rather than the other    | response/body/a       | /x   | INFO BOTH r /y                  | ERROR REQUEST r/a /x
            of any direction for the whole operation    | operation             | /x   | ERROR REQUEST r /x              | WARNING RESPONSE r /x
            of security for credentials                 | request/credentials   | /x   | INFO BOTH security /y           | ERROR REQUEST r/credentials /x
            not of security for another part            | request/body/a        | /x   | WARNING REQUEST r /y            | ERROR REQUEST security/a /x
            """)
    void theCauseIs(String why, String place, String pointer, String cause, String other) {
        assertThat(cause(place, pointer, cause, other)).as(why).isEqualTo(cause);
        assertThat(cause(place, pointer, other, cause)).as(why).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            request/body/a      | ERROR RESPONSE r/a /x
            request/credentials | ERROR REQUEST r/credentials /x
            request/body/a      | INFO BOTH security/a /x
            """)
    void thereIsNoCauseWhereNoChangeHasToDoWithIt(String place, String change) {
        assertThat(cause(place, "/x", change)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            response/body/a | ERROR BOTH security /x
            response/body/a | INFO RESPONSE r /y
            """)
    void theOnlyChangeThatMayBeItIsTheCause(String place, String change) {
        assertThat(cause(place, "/x", change)).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource("ERROR RESPONSE r/a /x")
    void theFirstOfEqualsIsTheCause(String change) {
        Change first = change(change);
        Change second = change(change + "/");

        assertThat(new Causes(List.of(first, first, second))
                        .of(violation("response/body/a", "/x"), JUDGEMENT, JUDGEMENT))
                .containsSame(first);
    }

    private static final Judgement JUDGEMENT = new Judgement(
            new InteractionUsage(new InteractionUsage.Origin("c", 0, "d", List.of(), false), null, null, "unknown"),
            null,
            "",
            List.of(),
            Map.of());

    private static String cause(String place, String pointer, String... changes) {
        return new Causes(Arrays.stream(changes).map(CausesTest::change).toList())
                .of(violation(place, pointer), JUDGEMENT, JUDGEMENT)
                .map(Change::sentence)
                .orElse("");
    }

    private static Violation violation(String place, String pointer) {
        return new Violation(ViolationKind.FIELD_OPTIONAL, place, "", List.of(), "", new Source(pointer, 1, 1));
    }

    private static Change change(String words) {
        String[] word = words.split(" ");
        return new Change(
                word[2].startsWith("security") ? "api-security-changed" : "rule",
                Level.valueOf(word[0]),
                null,
                Direction.valueOf(word[1]),
                word[2],
                null,
                null,
                Source.ROOT,
                new Source(word[3], 1, 1),
                words);
    }
}
