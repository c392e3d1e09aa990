package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accord.contracts.openapi.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeListTest {

    private static final Rule WIDENED = Rules.get("request-property-type-generalized");
    private static final Rule REMOVED = Rules.get("request-property-removed");
    private static final Source HERE = new Source("/a", 3, 5);

    private static Change change(
            Rule rule, @Nullable String operation, String location, @Nullable String before, @Nullable String after) {
        ChangeList list = new ChangeList(1);
        list.add(rule, operation, Direction.REQUEST, location, before, after, HERE, Source.ROOT);
        return list.toList().getFirst();
    }

    @Test
    void aChangeIsASentenceWithItsPlace() {
        assertThat(change(WIDENED, "GET /a", "query parameter q", "integer", "number")
                        .sentence())
                .isEqualTo("GET /a, query parameter q: the type widened from integer to number.");
        assertThat(change(WIDENED, "GET /a", "", "integer", "number").sentence())
                .isEqualTo("GET /a: the type widened from integer to number.");
        assertThat(change(WIDENED, null, "components", null, "").sentence())
                .isEqualTo("components: the type widened from none to none.");
        assertThat(change(WIDENED, null, "", "integer", "number").sentence())
                .isEqualTo("the type widened from integer to number.");
    }

    @Test
    void theSentenceShows120CharactersOfAValueAndTheChange4000() {
        assertThat(change(WIDENED, null, "", "x".repeat(120), "y".repeat(121)).sentence())
                .isEqualTo("the type widened from " + "x".repeat(120) + " to " + "y".repeat(120) + "….");

        Change change = change(WIDENED, null, "", "x".repeat(4000), "y".repeat(4001));

        assertThat(change.before()).isEqualTo("x".repeat(4000));
        assertThat(change.after()).isEqualTo("y".repeat(4000) + "…");
    }

    @Test
    void itEndsWithAWordWhereMoreIsToldThanFits() {
        ChangeList list = new ChangeList(2);
        assertThat(list.isFull()).isFalse();
        for (int i = 0; i < 3; i++) list.add(REMOVED, null, Direction.REQUEST, "", null, null, HERE, HERE);

        assertThat(list.size()).isEqualTo(2);
        assertThat(list.isFull()).isTrue();
        assertThat(list.toList())
                .extracting(Change::sentence)
                .containsExactly(
                        REMOVED.say(null, null) + ".",
                        REMOVED.say(null, null) + ".",
                        "more changes follow and are not listed.");
    }

    @Test
    void itKnowsWhetherAnythingBreaks() {
        ChangeList list = new ChangeList(9);
        list.add(REMOVED, null, Direction.REQUEST, "", null, null, HERE, HERE);
        assertThat(list.hasErrors()).isFalse();
        assertThat(new DiffReport(list.toList()).breaking()).isFalse();

        list.add(Rules.get("new-required-request-property"), null, Direction.REQUEST, "", null, null, HERE, HERE);
        assertThat(list.hasErrors()).isTrue();
        assertThat(new DiffReport(list.toList()).breaking()).isTrue();
    }

    @Test
    void aReportHasEveryMemberOfAChange() {
        Change change = change(WIDENED, null, "x", "integer", null);

        assertThat(new DiffReport(List.of(change)).toJson())
                .hasToString(
                        "{\"breaking\":false,\"changes\":[{\"id\":\"request-property-type-generalized\",\"level\":\"info\","
                                + "\"operation\":null,\"direction\":\"request\",\"location\":\"x\",\"before\":\"integer\",\"after\":null,"
                                + "\"sentence\":\"x: the type widened from integer to none.\","
                                + "\"base\":{\"line\":3,\"column\":5,\"pointer\":\"/a\"},"
                                + "\"revision\":{\"line\":1,\"column\":1,\"pointer\":\"\"}}]}");
    }

    @Test
    void aRuleIsFoundByItsId() {
        assertThat(Rules.find("request-property-removed")).contains(REMOVED);
        assertThat(Rules.find("no-such-rule")).isEmpty();
        assertThat(Rules.all()).contains(REMOVED, WIDENED);
        assertThatThrownBy(() -> Rules.get("no-such-rule")).hasMessage("no rule 'no-such-rule' in the catalogue");
    }

    @Test
    void theStandardAsksForNoSunset() {
        DiffPolicy policy = DiffPolicy.standard();

        assertThat(List.of(policy.minSunsetDaysStable(), policy.minSunsetDaysBeta()))
                .containsExactly(0, 0);
        assertThat(policy.maxChanges()).isEqualTo(200_000);
        assertThat(new DiffPolicy(LocalDate.EPOCH, 30, 20, 1).deprecationDays(Stability.BETA))
                .isEqualTo(20);
        assertThat(new DiffPolicy(LocalDate.EPOCH, 30, 20, 1).deprecationDays(Stability.ALPHA))
                .isZero();
    }
}
