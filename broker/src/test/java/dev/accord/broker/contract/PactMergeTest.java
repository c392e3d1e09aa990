package dev.accord.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pacts that several test runs wrote for one consumer version. */
class PactMergeTest {

    @Nested
    class Conflicts {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'method':'POST','path':'/'",
                    "'method':'GET','path':'/x'",
                    "'method':'GET','path':'/','query':'a=b'",
                    "'method':'GET','path':'/','body':1",
                    "'method':'GET','path':'/','headers':{'A':'b'}"
                })
        void areTheSameInteractionWithAnotherRequest(String request) {
            assertThat(PactMerge.conflict(
                            pact("{'description':'d','request':{'method':'GET','path':'/'}}"),
                            pact("{'description':'d','request':{" + request + "}}")))
                    .isTrue();
        }

        @Test
        void arePactsWithoutInteractions() {
            assertThat(PactMerge.conflict(json("{'messages':[]}"), pact())).isTrue();
            assertThat(PactMerge.conflict(pact(), json("{'interactions':'x'}"))).isTrue();
        }

        @Test
        void areNeitherOtherResponsesNorOtherStates() {
            JsonNode earlier = pact("{'description':'d','providerState':'s','request':{'path':'/'},'response':1}");

            assertThat(PactMerge.conflict(
                            earlier,
                            pact("{'description':'d','providerState':'s','request':{'path':'/'},'response':2}")))
                    .isFalse();
            assertThat(PactMerge.conflict(
                            earlier, pact("{'description':'d','providerState':'t','request':{'path':'/other'}}")))
                    .isFalse();
        }
    }

    @Test
    void aLaterInteractionTakesThePlaceOfTheEarlierOneAndNewOnesComeLast() {
        JsonNode merged = PactMerge.merge(
                json("{'interactions':[{'description':'a','v':1},{'description':'b','v':1}],'metadata':{'m':1}}"),
                json("{'interactions':[{'description':'c','v':2},{'description':'a','v':2}],'metadata':{'m':2}}"));

        assertThat(merged)
                .isEqualTo(json("{'interactions':[{'description':'a','v':2},{'description':'b','v':1},"
                        + "{'description':'c','v':2}],'metadata':{'m':1}}"));
    }

    @Test
    void identifiersThatTheBrokerGaveAreNoPartOfTheMergedContent() {
        JsonNode stored = Json.stored(PactContent.of(json("{'interactions':[{'description':'a'},{'description':'b'}]}"))
                .text());

        JsonNode merged = PactMerge.merge(stored, pact("{'description':'b'}"));

        assertThat(PactContent.of(merged).sha())
                .isEqualTo(PactContent.of(json("{'interactions':[{'description':'a'},{'description':'b'}]}"))
                        .sha());
    }

    private static JsonNode pact(String... interactions) {
        return json("{'interactions':[" + String.join(",", interactions) + "]}");
    }

    private static JsonNode json(String text) {
        return Json.stored(text.replace('\'', '"'));
    }
}
