package dev.accord.contracts.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts a regular expression describes, and whether they all belong to another one. */
class LanguageTest {

    @ParameterizedTest(name = "all of {0} match {1}")
    @CsvSource(delimiter = ' ', textBlock = """
            NEW|PAID NEW|PAID|LOST
            [0-9]{4}-[0-9]{2} \\d+-\\d+
            (ab)+ (a|b)*
            a{2,5} a{1,9}
            a{3} aa+
            [^a] .
            x?y [xy]*
            (a?){3} a{0,3}
            (0|[1-9][0-9]*)\\.[0-9]+ [0-9.]+
            \\x41\\u0042 AB
            a*?b a*b
            [-a]+ [a-]+
            """)
    void withinAnother(String one, String other) {
        assertThat(matching(one).within(matching(other)).proven()).contains(true);
    }

    @ParameterizedTest(name = "not all of {0} match {1}, for example {2}")
    @CsvSource(delimiter = ' ', textBlock = """
            NEW|PAID|LOST NEW|PAID LOST
            a{1,9} a{2,5} a
            [a-f]+ [a-e]+ f
            \\w+ [a-z]+ 7
            a*b (aa)*b ab
            [0-9]+ [0-9]{1,3} 7777
            """)
    void notWithinAnother(String one, String other, String example) {
        Language.Inclusion inclusion = matching(one).within(matching(other));

        assertThat(inclusion.proven()).contains(false);
        assertThat(inclusion.counterexample()).contains(example);
    }

    @Test
    void anExpressionWithoutAnchorsLooksAtAnyPartOfTheText() {
        assertThat(matching("xay").within(containing("a")).proven()).contains(true);
        assertThat(matching("xay").within(containing("^a")).proven()).contains(false);
        assertThat(matching("xay").within(containing("a$|y$")).proven()).contains(true);
        assertThat(matching("xay").within(matching("a")).proven()).contains(false);
    }

    @Test
    void lengthsCountCharactersAsPeopleDo() {
        assertThat(matching("\uD83D\uDE00{2}").within(Language.ofLength(0, 2)).proven())
                .contains(true);
        assertThat(matching("a{3}").within(Language.ofLength(0, 2)).counterexample())
                .contains("aaa");
    }

    @Test
    void severalLanguagesMayBeAskedForTogether() {
        Language both = Language.allOf(List.of(matching("[a-c]+"), matching("[b-d]{2}")));

        assertThat(both.texts(9)).contains(List.of("bb", "bc", "cb", "cc"));
        assertThat(Language.anyOf(List.of()).within(matching("a")).proven()).contains(true);
        assertThat(Language.ANY.within(Language.allOf(List.of())).proven()).contains(true);
        assertThat(Language.ofTexts(List.of("a", "b"))
                        .within(Language.anyOf(List.of(matching("a"), matching("b"))))
                        .proven())
                .contains(true);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ' ', textBlock = """
            NEW|PAID NEW,PAID
            ^(A|B)$ A,B
            [xy] x,y
            v[12](a|b)? v1,v2,v1a,v1b,v2a,v2b
            https? http,https
            """)
    void theTextsOfAFiniteOne(String regex, String texts) {
        assertThat(matching(regex).texts(10)).contains(List.of(texts.split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "[0-9]{3}", ".", "(a|b){9}"})
    void moreTextsThanAskedForAreNotListed(String regex) {
        assertThat(matching(regex).texts(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)b",
                "(a)\\1",
                "(?i)a",
                "\\bword\\b",
                "\\p{L}",
                "a++",
                "[a",
                "(a",
                "a)",
                "*a",
                "a{2",
                "a{5,2}",
                "[a&&b]",
                "a^b",
                "a$b",
                "\\",
                "[z-a]",
                "a{99999}",
                "\\ud800"
            })
    void whatIsNotRegularOrNotUnderstoodIsNoLanguage(String regex) {
        assertThat(Language.matching(regex)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"(a|b)*a(a|b){40}", "((a{0,500}){0,500}){0,500}b", "(a*)*(a*)*(a*)*(a|b|c)*d{1000}"})
    void anExpressionThatWouldTakeForEverEndsUndecidedOrDecided(String regex) {
        Language.Inclusion inclusion = matching(regex).within(matching("(a|b)*b(a|b){30}|(a|c)*"));

        assertThat(inclusion.proven().isEmpty() || !inclusion.proven().get()).isTrue();
    }

    /** Random expressions, random texts: what matches the one and not the other refutes the inclusion, and vice versa. */
    @Test
    void agreesWithTheExpressionsOfJava() {
        Random random = new Random(Long.getLong("properties.seed", 1));
        for (int round = 0; round < 2_000; round++) {
            String one = expression(random, 3);
            String other = expression(random, 3);
            Language.Inclusion inclusion = matching(one).within(matching(other));
            inclusion
                    .counterexample()
                    .ifPresent(text -> assertThat(Pattern.matches(one, text) && !Pattern.matches(other, text))
                            .as(one + " within " + other + ": '" + text + "'")
                            .isTrue());
            if (inclusion.proven().equals(Optional.of(true))) {
                for (int i = 0; i < 50; i++) {
                    String text = text(random);
                    assertThat(Pattern.matches(one, text) && !Pattern.matches(other, text))
                            .as(one + " within " + other + ": '" + text + "'")
                            .isFalse();
                }
            }
        }
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return List.of("a", "b", "[ab]", "[^a]", "c", ".").get(random.nextInt(6));
        }
        String inner = expression(random, depth - 1);
        String next = expression(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> "(" + inner + "|" + next + ")";
            case 1 -> "(" + inner + ")*";
            case 2 -> "(" + inner + "){1,2}";
            case 3 -> "(" + inner + ")?" + next;
            default -> inner + next;
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append("abcd".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    private static Language matching(String regex) {
        return Language.matching(regex).orElseThrow();
    }

    private static Language containing(String regex) {
        return Language.containing(regex).orElseThrow();
    }
}
