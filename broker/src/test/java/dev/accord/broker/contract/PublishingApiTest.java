package dev.accord.broker.contract;

import static dev.accord.broker.testing.Publications.contract;
import static dev.accord.broker.testing.Publications.pact;
import static dev.accord.broker.testing.Publications.publication;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What publishing leads to, through the API. Every test has a consumer and a provider of its own. */
@QuarkusTest
class PublishingApiTest {

    private static int worlds;

    @TestHTTPResource("/")
    URI address;

    @Inject
    Database database;

    private BrokerClient api;
    private String consumer;
    private String provider;

    @BeforeEach
    void aNewPair() {
        api = new BrokerClient(address);
        worlds++;
        consumer = "publisher" + worlds + "x";
        provider = "supplier" + worlds + "x";
    }

    @Nested
    class ContractsPublish {

        @Test
        void makesTheVersionWithBranchAndTagsAndDetectsTheMainBranch() {
            ObjectNode body = publication(consumer, "1", provider, pact("a")).put("branch", "main");
            body.putArray("tags").add("a").add("b");

            Answer answer = api.publish(body);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.type()).isEqualTo("application/hal+json;charset=utf-8");
            assertThat(answer.noticeTypes())
                    .containsExactly("debug", "success", "debug", "debug", "prompt", "prompt", "prompt");
            assertThat(answer.events())
                    .contains("contract_published, contract_content_changed")
                    .contains("tag a")
                    .contains("tag b");
            assertThat(api.get("/pacticipants/" + consumer)
                            .json()
                            .path("mainBranch")
                            .asText())
                    .isEqualTo("main");
            assertThat(answer.json().at("/_links/pb:contracts/0/href").asText()).endsWith(pactPath("1"));
        }

        @Test
        void unchangedContentIsRepublished() {
            api.publish(publication(consumer, "1", provider, pact("a")));

            Answer again = api.publish(publication(consumer, "1", provider, pact("a")));

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.events()).endsWith("Events detected: contract_published");
        }

        @Test
        void otherContentForTheSameVersionIsAConflictAndNothingIsStored() {
            api.publish(publication(consumer, "1", provider, pact("a")));
            ObjectNode body = publication(consumer, "1", provider, pact("b")).put("branch", "new-branch");
            body.withArray("contracts")
                    .add(contract(consumer, provider + "y", pact("a").getBytes(StandardCharsets.UTF_8)));

            Answer answer = api.publish(body);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.noticeTypes()).containsExactly("error", "info");
            assertThat(answer.errors("contracts")).hasSize(1);
            assertThat(api.get("/pacticipants/" + provider + "y").status()).isEqualTo(404);
            assertThat(api.get("/pacticipants/" + consumer + "/branches/new-branch")
                            .status())
                    .isEqualTo(404);
            assertThat(api.get(pactPath("1")).body())
                    .contains("\"path\":\"/a\"")
                    .doesNotContain("\"path\":\"/b\"");
        }

        @Test
        void theSameContentUnderTheSameTagsIsNoChangeAndUnderANewTagIsOne() {
            ObjectNode first = publication(consumer, "1", provider, pact("a"));
            first.putArray("tags").add("dev");
            api.publish(first);
            ObjectNode second = publication(consumer, "2", provider, pact("a"));
            second.putArray("tags").add("dev");
            ObjectNode third = publication(consumer, "3", provider, pact("a"));
            third.putArray("tags").add("dev").add("prod");

            assertThat(api.publish(second).events()).doesNotContain("contract_content_changed");
            assertThat(api.publish(third).events())
                    .contains("contract_content_changed")
                    .contains("tag prod")
                    .doesNotContain("tag dev");
        }

        @Test
        void theFirstTagOfAFreshVersionWithoutBranchIsItsBranch() {
            ObjectNode body = publication(consumer, "1", provider, pact("a"));
            body.putArray("tags").add("feat-x").add("other");
            api.publish(body);

            assertThat(api.get("/pacticipants/" + consumer + "/branches/feat-x").status())
                    .isEqualTo(200);
            assertThat(api.get("/pacticipants/" + consumer + "/branches/other").status())
                    .isEqualTo(404);
        }

        @Test
        void withoutContractsItMakesTheVersionAlone() {
            ObjectNode body = publication(consumer, "1", provider, pact("a"));
            body.putArray("contracts");

            assertThat(api.publish(body).status()).isEqualTo(200);
            assertThat(api.get("/pacticipants/" + consumer + "/versions/1").status())
                    .isEqualTo(200);
        }

        @Test
        void aTypeThatIsNotJsonIsRefused() {
            String body = Json.write(publication(consumer, "1", provider, pact("a")));

            assertThat(api.send("POST", "/contracts/publish", body, "Content-Type", "text/plain")
                            .status())
                    .isEqualTo(415);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("pacticipantName", "is missing", body -> without(body, "pacticipantName")),
                refusal("pacticipantName", "must be a string", body -> body.put("pacticipantName", 1)),
                refusal("pacticipantName", "cannot be blank", body -> body.put("pacticipantName", " ")),
                refusal("pacticipantVersionNumber", "must be filled", body -> body.put("pacticipantVersionNumber", "")),
                refusal(
                        "pacticipantVersionNumber",
                        "cannot contain multiple lines",
                        body -> body.put("pacticipantVersionNumber", "1\n2")),
                refusal("branch", "cannot be blank", body -> body.put("branch", " ")),
                refusal("branch", "must be a string", body -> body.put("branch", true)),
                refusal("buildUrl", "cannot contain multiple lines", body -> body.put("buildUrl", "a\nb")),
                refusal("tags", "must be an array", body -> body.put("tags", "dev")),
                refusal("tags", "must be a string (at index 0)", body -> {
                    body.putArray("tags").add(7);
                    return body;
                }),
                refusal("tags", "must be filled (at index 1)", body -> {
                    body.putArray("tags").add("dev").addNull();
                    return body;
                }),
                refusal("contracts", "is missing", body -> without(body, "contracts")),
                refusal("contracts", "must be an array", body -> body.set("contracts", Json.object())),
                refusal("contracts", "must be a hash (at index 0)", body -> {
                    body.putArray("contracts").add(1);
                    return body;
                }),
                refusal("contracts", "providerName is missing (at index 0)", body -> {
                    ((ObjectNode) body.at("/contracts/0")).remove("providerName");
                    return body;
                }),
                inContract("specification", "openapi", "specification must be one of: pact (at index 0)"),
                inContract(
                        "contentType", "application/yaml", "contentType must be one of: application/json (at index 0)"),
                inContract("onConflict", "ignore", "onConflict must be one of: overwrite, merge (at index 0)"),
                inContract("content", "{not base64}", "is not valid Base64 (at index 0)"),
                inContract("content", "e30", "is not valid Base64 (at index 0)"),
                inContract("content", "WzFd", "parsed content was expected to be an object but was ARRAY (at index 0)"),
                inContract("content", "eyJhIjoiw7/DvyIsImIiOiL/In0=", "not UTF-8"),
                inContract("content", "eyJhIjo=", "content could not be parsed as application/json"),
                inContract("consumerName", "Else", "consumerName ('Else') must match pacticipantName"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anInvalidPublicationNamesTheField(String field, String message, UnaryOperator<ObjectNode> spoil) {
        ObjectNode body = spoil.apply(publication(consumer, "1", provider, pact("a")));

        Answer answer = api.publish(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors(field)).anyMatch(text -> text.contains(message));
        assertThat(api.get("/pacticipants/" + provider).status()).isEqualTo(404);
    }

    @Nested
    class OnePact {

        @Test
        void isMadeOnceAndThenUnchanged() {
            Answer first = api.put(pactPath("1"), pact("a"));
            Answer again = api.put(pactPath("1"), pact("a"));

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json().at("/_links/pb:pact-version/name"))
                    .isEqualTo(first.json().at("/_links/pb:pact-version/name"));
        }

        @Test
        void mayNotChangeItsContent() {
            api.put(pactPath("1"), pact("a"));

            Answer answer = api.put(pactPath("1"), pact("b"));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("error").asText()).contains(consumer);
        }

        @Test
        void isMergedByPatchUnlessRequestsContradict() {
            String path = pactPath("1");
            assertThat(patch(path, pact("a")).status()).isEqualTo(201);
            Answer merged = patch(path, pact("b"));
            Answer again = patch(path, pact("b"));
            Answer conflict = patch(path, pact("a").replace("\"path\":\"/a\"", "\"path\":\"/other\""));

            assertThat(merged.status()).isEqualTo(200);
            assertThat(merged.json().path("interactions")).hasSize(2);
            assertThat(again.json().at("/_links/pb:pact-version/name"))
                    .isEqualTo(merged.json().at("/_links/pb:pact-version/name"));
            assertThat(conflict.status()).isEqualTo(409);
            assertThat(conflict.body()).isEmpty();
        }

        @Test
        void mustAgreeWithTheNamesInItsPath() {
            Answer answer = api.put(pactPath("1"), "{\"consumer\":{\"name\":\"Else\"},\"interactions\":[]}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errors("consumer.name")).hasSize(1);
        }

        @Test
        void maySimilarNamesUseOnlyAfterTheyWereMadeOnPurpose() {
            api.put(pactPath("1"), pact("a"));
            String similar = consumer + "-Service";
            String path = pactPath("1").replace("/consumer/" + consumer, "/consumer/" + similar);

            Answer refused = api.put(path, pact("a"));
            api.post("/pacticipants", "{\"name\":\"" + similar + "\"}");
            Answer allowed = api.put(path, pact("a"));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.type()).startsWith("text/plain");
            assertThat(refused.body()).contains(consumer);
            assertThat(allowed.status()).isEqualTo(201);
        }

        @Test
        void thatWasDownloadedIsGivenOutWithTheLinksOfToday() {
            String content = "{\"createdAt\":\"then\",\"interactions\":[],\"_links\":{\"self\":\"gone\"}}";

            Answer answer = api.put(pactPath("1"), content);
            Answer extended = api.get(pactPath("1"), "Accept", "application/vnd.pactbrokerextended.v1+json");

            assertThat(answer.json().at("/_links/self/href").asText()).endsWith(pactPath("1"));
            assertThat(answer.json().path("createdAt").asText()).startsWith("20");
            assertThat(extended.type()).isEqualTo("application/vnd.pactbrokerextended.v1+json;charset=utf-8");
            assertThat(extended.json().path("contract")).isEqualTo(Json.stored(content));
        }

        @Test
        void thatIsNoObjectIsGivenOutBare() {
            assertThat(api.put(pactPath("1"), "[1]").body()).isEqualTo("[1]");
        }

        @Test
        void isAPageInWhichEverythingIsEscaped() {
            api.put(pactPath("1"), pact("<script>alert('x')</script>"));

            Answer page = api.get(pactPath("1"), "Accept", "text/html");

            assertThat(page.type()).isEqualTo("text/html;charset=utf-8");
            assertThat(page.body()).doesNotContain("<script>").contains("&lt;script&gt;");
        }

        @Test
        void isFoundByItsOldAddresses() {
            api.put(pactPath("1").replace("/pacts/", "/pact/"), pact("a"));

            assertThat(api.get(pactPath("1").replace("/version/", "/versions/")).status())
                    .isEqualTo(200);
            assertThat(api.get(pair().replace("/pacts/", "/pact/") + "/latest").status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Reading {

        @Test
        void theLatestIsThatOfTheVersionMadeLastAndSaysWhichItIs() {
            api.put(pactPath("2.0"), pact("a"));
            api.put(pactPath("1.0"), pact("b"));

            Answer latest = api.get(pair() + "/latest");

            assertThat(latest.headers().firstValue("X-Pact-Consumer-Version")).contains("1.0");
            assertThat(latest.json()
                            .at("/_links/pb:publish-verification-results/href")
                            .asText())
                    .contains("/metadata/");
        }

        @Test
        void aContentIsThatOfItsNewestPublicationUnlessTheSegmentNamesAnother() {
            String sha = api.put(pactPath("1"), pact("a"))
                    .json()
                    .at("/_links/pb:pact-version/name")
                    .asText();
            api.put(pactPath("2"), pact("a"));
            String content = pair() + "/pact-version/" + sha;
            String segment =
                    dev.accord.broker.selection.Metadata.latest("1", null).encode();

            Answer newest = api.get(content);
            Answer selected = api.get(content + "/metadata/" + segment);

            assertThat(newest.json().at("/_links/pb:consumer-version/name").asText())
                    .isEqualTo("2");
            assertThat(newest.json().at("/_links/pb:consumer-versions").isMissingNode())
                    .isTrue();
            assertThat(selected.json().at("/_links/pb:consumer-version/name").asText())
                    .isEqualTo("1");
            assertThat(selected.json().at("/_links/pb:consumer-versions")).hasSize(1);
            assertThat(selected.json()
                            .at("/_links/pb:publish-verification-results/href")
                            .asText())
                    .endsWith("/metadata/" + segment + "/verification-results");
            assertThat(api.get(content + "/metadata/rubbish").status()).isEqualTo(200);
        }

        @Test
        void aBranchListHasAllItsPactsAndItsHeadListOnlyThatOfTheHead() {
            for (String version : List.of("1", "2")) {
                api.publish(
                        publication(consumer, version, provider, pact(version)).put("branch", "feat/x"));
            }
            ObjectNode without = publication(consumer, "3", provider, "{}").put("branch", "feat/x");
            without.putArray("contracts");
            api.publish(without);

            assertThat(api.get(pair() + "/branch/feat%2Fx").json().at("/_embedded/pacts"))
                    .hasSize(2);
            assertThat(api.get(pair() + "/branch/feat%2Fx/latest/versions")
                            .json()
                            .at("/_embedded/pacts"))
                    .isEmpty();
            assertThat(api.get(pair() + "/branch/feat%2Fx/latest")
                            .json()
                            .at("/_links/pb:consumer-version/name")
                            .asText())
                    .isEqualTo("2");
        }

        @Test
        void aProviderListLinksEachPactUnderBothRelations() {
            api.put(pactPath("1"), pact("a"));

            var links =
                    api.get("/pacts/provider/" + provider + "/latest").json().path("_links");

            assertThat(links.path("pb:pacts")).hasSize(1);
            assertThat(links.path("pacts")).hasSize(1);
            assertThat(links.at("/pb:pacts/0/name").asText()).isEqualTo(consumer);
            assertThat(api.get("/pacts/provider/" + consumer + "/latest").json().at("/_links/pacts"))
                    .isEmpty();
        }

        @Test
        void theDifferenceOfTwoVersionsNamesWhatChanged() {
            api.put(pactPath("1"), pact("a"));
            api.put(pactPath("2"), pact("a", "b"));
            api.put(pactPath("3"), pact("a", "b"));

            assertThat(api.get(pactPath("3") + "/previous-distinct")
                            .json()
                            .at("/_links/pb:consumer-version/name")
                            .asText())
                    .isEqualTo("1");
            assertThat(api.get(pactPath("3") + "/diff/version/1", "Accept", "text/plain")
                            .body())
                    .contains("+      \"description\": \"b\"");
            assertThat(api.get(pactPath("1") + "/previous-distinct").status()).isEqualTo(404);
            assertThat(api.get(pactPath("1") + "/diff/previous-distinct", "Accept", "text/plain")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void deletionTakesOnlyThePublicationsAskedFor() {
            api.publish(publication(consumer, "1", provider, pact("a")).put("branch", "main"));
            api.put(pactPath("2"), pact("b"));

            Answer deleted = api.delete(pair() + "/branch/versions");

            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.json().at("/_links/pb:latest-pact-version/href").asText())
                    .endsWith("/latest");
            assertThat(api.get(pactPath("1")).status()).isEqualTo(404);
            assertThat(api.get(pactPath("2")).status()).isEqualTo(200);
            assertThat(api.delete(pair() + "/versions").status()).isEqualTo(204);
            assertThat(api.delete(pactPath("2")).status()).isEqualTo(404);
        }
    }

    @Nested
    class HostileInput {

        @Test
        void isRefusedWithAReasonAndLeavesNothingBehind() {
            String deep = "[".repeat(60) + "]".repeat(60);

            assertThat(api.put(pactPath("1"), "{\"consumer\":").status()).isEqualTo(400);
            assertThat(api.put(pactPath("1"), "{\"a\":" + deep + "}").status()).isEqualTo(400);
            assertThat(api.put(pactPath("1"), "").status()).isEqualTo(400);
            assertThat(api.put(pactPath("1"), "7").status()).isEqualTo(400);
            assertThat(api.put(pactPath("1"), new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'})
                            .status())
                    .isEqualTo(400);
            assertThat(api.publish(publication(consumer, "1", provider, "{\"a\":" + deep + "}"))
                            .status())
                    .isEqualTo(400);
            assertThat(api.publish(publication(consumer, "1\u0000", provider, pact("a")))
                            .status())
                    .isEqualTo(400);
            assertThat(api.get("/pacticipants/" + provider).status()).isEqualTo(404);
        }

        @Test
        void namesWithAnyCharactersAreOneSegmentOfThePath() {
            String odd = "a/b ..+%\uD83D\uDE00" + worlds;
            String path = "/pacts/provider/" + dev.accord.broker.hal.BrokerUrls.encode(odd) + "/consumer/" + consumer
                    + "/version/1%2B5%2Fx";

            Answer answer = api.put(path, pact("a"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(api.get(URI.create(answer.json().at("/_links/self/href").asText())
                                    .getRawPath())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Cost {

        @Test
        void ofAPublicationDoesNotDependOnContractsOrHistory() {
            for (int version = 1; version <= 3; version++) {
                api.publish(withProviders(4, "v" + version));
            }

            long one = statements(() -> api.publish(publication(consumer, "one", provider + 0, pact("one"))));
            long four = statements(() -> api.publish(withProviders(4, "four")));

            assertThat(four).isEqualTo(one).isLessThanOrEqualTo(14);
        }

        @Test
        void ofTheLatestPactIsOneStatement() {
            api.put(pactPath("1"), pact("a"));
            api.put(pactPath("2"), pact("b"));

            assertThat(statements(() -> api.get(pair() + "/latest"))).isEqualTo(1);
        }

        private ObjectNode withProviders(int providers, String version) {
            ObjectNode body = publication(consumer, version, provider + 0, pact(version));
            IntStream.range(1, providers)
                    .forEach(i -> body.withArray("contracts")
                            .add(contract(consumer, provider + i, pact(version).getBytes(StandardCharsets.UTF_8))));
            return body;
        }

        private long statements(Runnable request) {
            long before = database.statements();
            request.run();
            return database.statements() - before;
        }
    }

    @Nested
    class ManyAtOnce {

        @Test
        void publishersOfTheSameVersionAllSucceedAndLeaveOnePublication() throws Exception {
            List<Integer> statuses = atOnce(16, i -> {
                ObjectNode body =
                        publication(consumer, "1", provider, pact("a")).put("branch", "main");
                body.putArray("tags").add("t" + i % 3).add("t" + (i + 1) % 3);
                return api.publish(body).status();
            });

            assertThat(statuses).containsOnly(200);
            assertThat(api.get(pair() + "/versions").json().at("/_embedded/pacts"))
                    .hasSize(1);
        }

        @Test
        void ofPublishersOfDifferentContentsForOneVersionOneWins() throws Exception {
            List<Integer> statuses = atOnce(
                    8,
                    i -> api.publish(publication(consumer, "1", provider, pact("content" + i)))
                            .status());

            assertThat(statuses).containsOnly(200, 409);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        }

        @Test
        void partsOfOnePactThatAreMergedAtOnceAreAllThere() throws Exception {
            List<Integer> statuses =
                    atOnce(8, i -> patch(pactPath("1"), pact("part" + i)).status());

            assertThat(statuses).allMatch(status -> status == 200 || status == 201);
            assertThat(api.get(pactPath("1")).json().path("interactions")).hasSize(8);
        }

        private List<Integer> atOnce(int number, java.util.function.IntFunction<Integer> request) throws Exception {
            try (var executor = Executors.newFixedThreadPool(number)) {
                List<Callable<Integer>> calls = IntStream.range(0, number)
                        .<Callable<Integer>>mapToObj(i -> () -> request.apply(i))
                        .toList();
                List<Future<Integer>> answers = executor.invokeAll(calls);
                List<Integer> statuses = new java.util.ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                return statuses;
            }
        }
    }

    private Answer patch(String path, String body) {
        return api.send("PATCH", path, body, "Content-Type", "application/json");
    }

    private String pair() {
        return "/pacts/provider/" + provider + "/consumer/" + consumer;
    }

    private String pactPath(String version) {
        return pair() + "/version/" + version;
    }

    private static Arguments refusal(String field, String message, UnaryOperator<ObjectNode> spoil) {
        return Arguments.of(field, message, spoil);
    }

    private static Arguments inContract(String member, String value, String message) {
        return refusal("contracts", message, body -> {
            ((ObjectNode) body.at("/contracts/0")).put(member, value);
            return body;
        });
    }

    private static ObjectNode without(ObjectNode body, String member) {
        body.remove(member);
        return body;
    }
}
