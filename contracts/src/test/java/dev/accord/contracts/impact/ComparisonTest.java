package dev.accord.contracts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.compatibility.Judgement;
import dev.accord.contracts.compatibility.Violation;
import dev.accord.contracts.compatibility.ViolationKind;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.InteractionUsage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what disagrees with the newer document is news, by what disagreed with the older one. */
class ComparisonTest {

    /** A violation is written as its kind, place and detail. */
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                                        | STATUS_UNKNOWN response x           | true
            STATUS_UNKNOWN response x   | STATUS_UNKNOWN response x           | false
            STATUS_UNKNOWN response x   | FIELD_OPTIONAL response/body/a x    | false
            STATUS_UNKNOWN response x   | QUERY_INCOMPATIBLE request/query/a x | true
            OPERATION_UNKNOWN '' x      | QUERY_INCOMPATIBLE request/query/a x | false
            BASE_PATH_MOVED '' x        | QUERY_INCOMPATIBLE request/query/a x | true
            KIND_REFUSED response/body/a x | FIELD_OPTIONAL response/body/a/b x | false
            KIND_REFUSED response/body/a x | FIELD_OPTIONAL response/body/ab x  | true
            KIND_REFUSED response/body/a x | FIELD_OPTIONAL response/body/a x   | false
            KIND_REFUSED response/body/a x | KIND_REFUSED response/body/a y     | true
            FIELD_ABSENT response/body/a x | FIELD_ABSENT response/body/a y     | false
            FIELD_ABSENT response/body/b x | FIELD_ABSENT response/body/a y     | true
            FIELD_UNDECLARED response/body/a x | FIELD_ABSENT response/body/a x | true
            FIELD_FREE_FORM response/body/a x | FIELD_ABSENT response/body/a x  | true
            FIELD_OPTIONAL response/body/a x | FIELD_UNDECLARED response/body/a x | true
            FIELD_FREE_FORM response/body/a x | FIELD_UNDECLARED response/body/a x | false
            FIELD_FREE_FORM response/body/b x | FIELD_UNDECLARED response/body/a x | true
            FIELD_ABSENT response/body/a x | FIELD_FREE_FORM response/body/a x  | false
            FIELD_UNDECLARED response/body/a x | FIELD_FREE_FORM response/body/a y | false
                                        | PARAMETER_STYLE request/query/a form | false
            PARAMETER_STYLE request/query/a form | PARAMETER_STYLE request/query/a pipe | true
            PARAMETER_STYLE request/query/a form | PARAMETER_STYLE request/query/a form | false
            PARAMETER_STYLE request/query/b form | PARAMETER_STYLE request/query/a pipe | false
            PARAMETER_DEFAULT request/query/a 1 | PARAMETER_STYLE request/query/a pipe  | false
            PARAMETER_DEFAULT request/query/a 1 | PARAMETER_DEFAULT request/query/a 2   | true
            BODY_UNVALIDATABLE request/body 1 | BODY_UNVALIDATABLE request/body 2   | true
                                        | FORMAT_OPEN response/body/a int64     | true
                                        | FORMAT_OPEN response/body/a double    | true
                                        | FORMAT_OPEN response/body/a date      | false
            FORMAT_OPEN response/body/a date | FORMAT_OPEN response/body/a date | false
            FORMAT_OPEN response/body/a date | FORMAT_OPEN response/body/a date-time | true
            FORMAT_OPEN response/body/a none | FORMAT_OPEN response/body/a date | false
            FORMAT_OPEN response/body/b date | FORMAT_OPEN response/body/a date-time | false
                                        | RESPONSE_HEADER_KIND response/header/a string | false
            RESPONSE_HEADER_KIND response/header/a integer | RESPONSE_HEADER_KIND response/header/a string | true
            RESPONSE_HEADER_KIND response/header/a string | RESPONSE_HEADER_KIND response/header/a integer | false
            RESPONSE_HEADER_KIND response/header/a number | RESPONSE_HEADER_KIND response/header/a integer | false
            RESPONSE_HEADER_KIND response/header/a number | RESPONSE_HEADER_KIND response/header/a boolean | true
            RESPONSE_HEADER_KIND response/header/a integer | RESPONSE_HEADER_KIND response/header/a integer | false
            RESPONSE_HEADER_KIND response/header/b string | RESPONSE_HEADER_KIND response/header/a integer | false
                                        | KIND_POSSIBLE response/body/a integer | true
            KIND_POSSIBLE response/body/a anything | KIND_POSSIBLE response/body/a integer | false
            KIND_UNSTATED response/body/a anything | NULL_POSSIBLE response/body/a x  | false
            KIND_POSSIBLE response/body/a number | KIND_POSSIBLE response/body/a integer | false
            KIND_POSSIBLE response/body/a number | KIND_POSSIBLE response/body/a boolean | true
            KIND_POSSIBLE response/body/a integer | KIND_POSSIBLE response/body/a number | true
            KIND_POSSIBLE response/body/b integer | KIND_POSSIBLE response/body/a integer | true
            NULL_POSSIBLE response/body/a x | NULL_POSSIBLE response/body/a x   | false
            NULL_POSSIBLE response/body/a x | KIND_POSSIBLE response/body/a integer | true
            FIELD_OPTIONAL response/body/a x | NULL_POSSIBLE response/body/a x  | true
                                        | CREDENTIALS_UNPROVEN request/credentials key | true
            CREDENTIALS_MISSING request/credentials login | CREDENTIALS_UNPROVEN request/credentials key | false
            CREDENTIALS_INVISIBLE request/credentials login | CREDENTIALS_MISSING request/credentials key | false
            CREDENTIALS_UNPROVEN request/credentials login | CREDENTIALS_UNPROVEN request/credentials key | true
            CREDENTIALS_UNPROVEN request/credentials key | CREDENTIALS_UNPROVEN request/credentials key | false
                                        | VALUE_POSSIBLE response/body/a x      | true
            VALUE_POSSIBLE response/body/a x | VALUE_POSSIBLE response/body/a x | false
                                        | POSSIBLE_VALUE_REFUSED request/body/a x | true
            POSSIBLE_VALUE_REFUSED request/body/a x | POSSIBLE_VALUE_REFUSED request/body/a x | false
            """)
    void isNews(String before, String after, boolean news) {
        Judgement base = judgement(before == null ? List.of() : List.of(violation(before, List.of())));
        Violation now = violation(after, List.of());

        assertThat(new Comparison(base, judgement(List.of(now))).isIntroduced(now))
                .isEqualTo(news);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                                             | VALUE_POSSIBLE response/body/a x       | true
            VALUE_POSSIBLE response/body/a x | VALUE_POSSIBLE response/body/a x       | false
            VALUE_POSSIBLE response/body/a y | VALUE_POSSIBLE response/body/a x       | true
            """)
    void aValueThatWasImpossibleIsNewsUnlessTheDisagreementIsTheSame(String before, String after, boolean news) {
        List<JsonNode> witness = List.of(TextNode.valueOf("v"));
        Judgement base = judgement(before == null ? List.of() : List.of(violation(before, witness)));
        Violation now = violation(after, witness);

        assertThat(new Comparison(base, judgement(List.of(now))).isIntroduced(now))
                .isEqualTo(news);
    }

    private static Judgement judgement(List<Violation> violations) {
        return new Judgement(
                new InteractionUsage(new InteractionUsage.Origin("c", 0, "d", List.of(), false), null, null, "unknown"),
                null,
                "",
                violations,
                Map.of());
    }

    private static Violation violation(String words, List<JsonNode> witnesses) {
        String[] word = words.split(" ");
        return new Violation(
                ViolationKind.valueOf(word[0]), word[1].replace("''", ""), word[2], witnesses, "", Source.ROOT);
    }
}
