package dev.accord.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two contents are the same, and in which text a content is kept. */
class PactContentTest {

    private static final String ONE = "{'description':'one','request':{'method':'GET','path':'/one'}}";
    private static final String TWO = "{'description':'two','request':{'method':'GET','path':'/two'}}";

    @Nested
    class TheSameContent {

        @Test
        void hasItsInteractionsInAnyOrder() {
            assertThat(sha("{'interactions':[" + ONE + "," + TWO + "]}"))
                    .isEqualTo(sha("{'interactions':[" + TWO + "," + ONE + "]}"));
        }

        @Test
        void hasItsMembersInAnyOrderAtAnyDepth() {
            assertThat(sha("{'interactions':[{'a':{'x':1,'y':[{'p':1,'q':2}]},'b':2}]}"))
                    .isEqualTo(sha("{'interactions':[{'b':2,'a':{'y':[{'q':2,'p':1}],'x':1}}]}"));
        }

        @Test
        void hasAnyNamesAndAnyOtherMetadata() {
            String bare = "{'interactions':[" + ONE + "],'metadata':{'pactSpecification':{'version':'2.0.0'}}}";
            String named = "{'consumer':{'name':'A'},'provider':{'name':'B'},'interactions':[" + ONE
                    + "],'metadata':{'pactSpecification':{'version':'2.0.0'},'client':{'version':'9'}},'x':1}";

            assertThat(sha(named)).isEqualTo(sha(bare));
        }

        @Test
        void saysItsSpecificationVersionUnderAnyOfItsThreeNames() {
            String now = "{'interactions':[],'metadata':{'pactSpecification':{'version':'3.0'}}}";

            assertThat(sha("{'interactions':[],'metadata':{'pact-specification':{'version':'3.0'}}}"))
                    .isEqualTo(sha(now));
            assertThat(sha("{'interactions':[],'metadata':{'pactSpecificationVersion':'3.0'}}"))
                    .isEqualTo(sha(now));
        }

        @Test
        void isIdentifiedByTheSha1OfItsCanonicalText() {
            JsonNode content = json("{'messages':[{'b':'é\\n','a':1.0}],'interactions':[" + TWO + "," + ONE
                    + "],'metadata':{'pactSpecification':{'version':'2.0.0'}}}");

            assertThat(PactContent.canonical(content))
                    .isEqualTo(quoted("{'interactions':[" + ONE + "," + TWO + "],'messages':[{'a':1.0,'b':'é\\n'}],"
                            + "'pact_specification_version':'2.0.0'}"));
            assertThat(CanonicalJson.sha1("abc")).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        }
    }

    @Nested
    class AnotherContent {

        @Test
        void hasAnArrayInsideAnInteractionInAnotherOrder() {
            assertThat(sha("{'interactions':[{'a':[1,2]}]}")).isNotEqualTo(sha("{'interactions':[{'a':[2,1]}]}"));
        }

        @Test
        void hasMessagesInAnotherOrderBesideInteractions() {
            assertThat(sha("{'interactions':[],'messages':[1,2]}"))
                    .isNotEqualTo(sha("{'interactions':[],'messages':[2,1]}"));
            assertThat(sha("{'messages':[1,2]}")).isEqualTo(sha("{'messages':[2,1]}"));
        }

        @Test
        void hasItsMembersInAnotherOrderWhenItHasNoInteractions() {
            assertThat(sha("{'a':1,'b':2}")).isNotEqualTo(sha("{'b':2,'a':1}"));
        }

        @Test
        void hasAnIdentifierThatWasSubmitted() {
            assertThat(sha("{'interactions':[{'_id':'x','a':1}]}")).isNotEqualTo(sha("{'interactions':[{'a':1}]}"));
        }

        @Test
        void hasAWholeNumberWhereTheOtherHasADecimal() {
            assertThat(sha("{'interactions':[{'a':1}]}")).isNotEqualTo(sha("{'interactions':[{'a':1.0}]}"));
        }
    }

    @Nested
    class TheStoredText {

        @Test
        void beginsEachInteractionAndMessageWithItsIdentifier() {
            PactContent content = PactContent.of(json("{'interactions':[{'b':1,'a':2},7],'messages':[{'c':3}]}"));

            String first = CanonicalJson.sha1("{\"a\":2,\"b\":1}");
            String second = CanonicalJson.sha1("{\"c\":3}");
            assertThat(content.text())
                    .isEqualTo(quoted("{'interactions':[{'_id':'" + first + "','b':1,'a':2},7],'messages':[{'_id':'"
                            + second + "','c':3}]}"));
            assertThat(content.interactions()).isEqualTo(2);
            assertThat(content.messages()).isEqualTo(1);
        }

        @Test
        void keepsASubmittedIdentifier() {
            assertThat(PactContent.of(json("{'interactions':[{'a':1,'_id':'mine'}]}"))
                            .text())
                    .isEqualTo(quoted("{'interactions':[{'_id':'mine','a':1}]}"));
        }

        @Test
        void keepsNumbersThatNoDoubleCanHold() {
            String text = PactContent.of(json("{'interactions':[{'a':1.10,'b':12345678901234567890123,'c':1e2}]}"))
                    .text();

            assertThat(text)
                    .contains("\"a\":1.10")
                    .contains("\"b\":12345678901234567890123")
                    .contains("1E+2");
        }

        @Test
        void leavesOutWhatEveryAnswerAddsButRemembersIt() {
            PactContent content = PactContent.of(json("{'createdAt':'then','a':1,'_links':{'self':{}}}"));

            assertThat(content.text()).isEqualTo("{\"a\":1}");
            assertThat(content.overwritten()).isEqualTo(quoted("{'createdAt':'then','_links':{'self':{}}}"));
        }

        @Test
        void canBeStoredWhenTheContentNamesHalfACharacter() {
            String text =
                    PactContent.of(json("{'a':'\\ud800 and \\ud83d\\ude00'}")).text();

            assertThat(text).isEqualTo("{\"a\":\"\\ud800 and \uD83D\uDE00\"}");
        }

        @Test
        void ofAnArrayIsTheArray() {
            assertThat(PactContent.of(json("[1, 2]")).text()).isEqualTo("[1,2]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "1.10, 1.1",
        "1e2, 100.0",
        "-0.5, -0.5",
        "0.0, 0.0",
        "0.0001, 0.0001",
        "0.00001, 1.0e-05",
        "1e15, 1000000000000000.0",
        "1e16, 1.0e+16",
        "1.5e300, 1.5e+300",
        "1e400, 1E+400"
    })
    void decimalsAreWrittenAsTheShortestTextOfTheirDouble(String number, String canonical) {
        assertThat(CanonicalJson.unsorted(json("[" + number + "]"))).isEqualTo("[" + canonical + "]");
    }

    @Test
    void membersAreSortedByTheBytesOfTheirNames() {
        // An emoji lies beyond the basic plane: its bytes come after those of every other character.
        assertThat(CanonicalJson.sorted(json("{'\uD83D\uDE00':1,'\uFF01':2,'a':3,'B':4}")))
                .isEqualTo(quoted("{'B':4,'a':3,'\uFF01':2,'\uD83D\uDE00':1}"));
    }

    private static String sha(String text) {
        return PactContent.of(json(text)).sha();
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(quoted(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
