package dev.accord.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PactReaderTest {

    private static final String V2 = """
            {"consumer": {"name": "A"}, "provider": {"name": "B"},
             "interactions": [{"description": "d", "providerState": "s",
              "request": {"method": "get", "path": "/x", "query": "a=1&b=x%20y&a=2"},
              "response": {"status": 200, "body": {"n": 1, "list": [{"k-1": "v"}]},
               "matchingRules": {"$.body.n": {"match": "type"},
                                 "$.body.list": {"min": 1, "match": "type"},
                                 "$.body.list[*]['k-1']": {"match": "regex", "regex": "v.*"},
                                 "$.headers.X-A": {"match": "regex", "regex": ".+"}}}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}
            """;

    private static final String V4 = """
            {"consumer": {"name": "A"}, "provider": {"name": "B"},
             "interactions": [
              {"type": "Synchronous/HTTP", "key": "k", "pending": true, "description": "d",
               "providerStates": [{"name": "s", "params": {"id": 1}}],
               "request": {"method": "POST", "path": "/x", "query": {"a": ["1", "2"]},
                "headers": {"Content-Type": ["application/json"]},
                "body": {"content": "eyJhIjoxfQ==", "contentType": "application/json", "encoded": "base64"}},
               "response": {"status": 200, "body": {"content": {"m": {"x": 1}}, "contentType": "application/json"},
                "matchingRules": {
                 "body": {"$.m": {"combine": "OR", "matchers": [
                   {"match": "eachKey", "rules": [{"match": "regex", "regex": "[a-z]+"}]},
                   {"match": "eachValue", "rules": [{"match": "integer"}]}, {"match": "null"}]}},
                 "status": {"matchers": [{"match": "statusCode", "status": "success"}]}}}},
              {"type": "Asynchronous/Messages", "description": "m", "contents": {"content": "x"}},
              {"type": "Synchronous/HTTP", "description": "p", "pluginConfiguration": {"proto": {}}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    @Nested
    class Version2 {

        @Test
        void queryIsDecodedAndRulesAreSortedByPart() {
            Interaction.Http http =
                    (Interaction.Http) PactReader.read(V2).interactions().getFirst();

            assertThat(http.request().method()).isEqualTo("GET");
            assertThat(http.request().query())
                    .containsEntry("a", List.of("1", "2"))
                    .containsEntry("b", List.of("x y"));
            assertThat(http.head().states()).extracting(ProviderState::name).containsExactly("s");
            assertThat(http.response().rules().named(MatchingRules.Category.HEADER, "x-a"))
                    .isPresent();
        }

        @Test
        void theHeaviestRuleDecidesAndTheOthersReachDown() {
            Interaction.Http http =
                    (Interaction.Http) PactReader.read(V2).interactions().getFirst();
            MatchingRules rules = http.response().rules();

            Optional<MatchingRules.Choice> own = rules.best(MatchingRules.Category.BODY, List.of("list", "0", "k-1"));
            Optional<MatchingRules.Choice> above = rules.best(MatchingRules.Category.BODY, List.of("list", "0", "z"));

            assertThat(own).get().extracting(MatchingRules.Choice::inherited).isEqualTo(false);
            assertThat(above).get().extracting(MatchingRules.Choice::inherited).isEqualTo(true);
            assertThat(rules.best(MatchingRules.Category.BODY, List.of("other")))
                    .isEmpty();
        }
    }

    @Nested
    class Version4 {

        @Test
        void bodiesAreUnwrappedAndInteractionsOfPluginsAreOpaque() {
            Pact pact = PactReader.read(V4);
            Interaction.Http http = (Interaction.Http) pact.interactions().getFirst();

            assertThat(pact.specification()).isEqualTo(Pact.Specification.V4);
            assertThat(http.head().pending()).isTrue();
            assertThat(http.request().body()).isInstanceOf(Body.Json.class);
            assertThat(((Body.Json) http.request().body()).value().at("/a").asInt())
                    .isEqualTo(1);
            assertThat(pact.interactions().get(1)).isInstanceOf(Interaction.AsynchronousMessage.class);
            assertThat(pact.interactions().get(2)).isInstanceOf(Interaction.Opaque.class);
        }

        @Test
        void rulesCombinedByOrAcceptEither() {
            Usage usage = Usage.of(PactReader.read(V4));
            var body = (dev.accord.contracts.usage.BodyUsage.Structured)
                    usage.interactions().getFirst().response().body();
            Need map = ((dev.accord.contracts.usage.Shape.Obj)
                            body.need().shapes().getFirst())
                    .fields()
                    .get("m");

            assertThat(map.includesNull()).isTrue();
            assertThat(usage.interactions().getFirst().response().status().accepts(204))
                    .isTrue();
        }
    }

    @Nested
    class WhatIsNoPact {

        @Test
        void isRefusedWithThePlace() {
            assertThatThrownBy(() -> PactReader.read("{\"interactions\": [{\"request\": 3}]}"))
                    .isInstanceOf(UnreadablePactException.class)
                    .hasMessageContaining("/interactions/0/request");
            assertThatThrownBy(() -> PactReader.read("[1")).isInstanceOf(UnreadablePactException.class);
            assertThatThrownBy(() -> PactReader.read("")).isInstanceOf(UnreadablePactException.class);
        }

        @Test
        void isRefusedWhenItIsTooDeep() {
            String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
            var tree = JsonNodeFactory.instance.objectNode();
            var at = tree;
            for (int i = 0; i < 5_000; i++) {
                at = at.putObject("a");
            }
            var deepTree = tree;

            assertThatThrownBy(() -> PactReader.read(deep)).isInstanceOf(UnreadablePactException.class);
            assertThatThrownBy(() -> PactReader.read(deepTree)).isInstanceOf(UnreadablePactException.class);
        }

        @Test
        void isRefusedAndNeverCrashesWhateverIsBroken() {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(7);
            String alphabet = "{}[]\",:0123$.*'truefalsn\\ ";
            int read = 0;
            for (int i = 0; i < 4_000; i++) {
                StringBuilder text = new StringBuilder(random.nextBoolean() ? V2 : V4);
                for (int edits = random.nextInt(4); edits >= 0; edits--) {
                    int place = random.nextInt(text.length());
                    if (random.nextBoolean()) {
                        text.setCharAt(place, alphabet.charAt(random.nextInt(alphabet.length())));
                    } else {
                        text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(12)));
                    }
                }
                try {
                    Usage usage = Usage.of(PactReader.read(text.toString()));
                    assertThat(Usage.fromJson(usage.toJson())).isEqualTo(usage);
                    read++;
                } catch (UnreadablePactException refused) {
                    assertThat(refused.reason()).isNotBlank();
                }
            }
            assertThat(read).isPositive();
        }
    }

    @Test
    void theUsageOfMergedPactsIsTheUnion() {
        Usage one = Usage.of(PactReader.read(V2));
        Usage other = Usage.of(PactReader.read(V4));

        Usage both = Usage.merge(List.of(one, other, one));

        assertThat(both.interactions())
                .hasSize(4)
                .containsAll(one.interactions())
                .containsAll(other.interactions());
        assertThat(both.facts()).containsAll(one.facts()).containsAll(other.facts());
    }
}
