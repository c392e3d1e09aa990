package dev.accord.broker.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.compatibility.Usages;
import dev.accord.broker.openapi.Documents;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.BrokerClient;
import dev.accord.broker.testing.Shop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a change of a provider's document means for a deployment, asked as a pipeline asks. */
@QuarkusTest
class GateApiTest {

    @Inject
    Database database;

    @Inject
    Documents documents;

    @Inject
    Usages usages;

    @Inject
    Background background;

    @TestHTTPResource("/")
    URI base;

    private BrokerClient broker;
    private Shop shop;

    @BeforeEach
    void aProviderInProduction() {
        broker = new BrokerClient(base);
        shop = new Shop(broker);
        shop.document("1", Shop.DOCUMENT);
        shop.deploy("Orders", "1", "");
    }

    @Nested
    class AFieldThatIsRemoved {
        @Test
        void isRefusedAndNamesEveryDeployedConsumerThatReadsIt() {
            consumer("Web", "total=type");
            consumer("App", "total=type");
            consumer("Other", "id=type");
            shop.document("2", Shop.without("total"));

            JsonNode answer = shop.ask("Orders", "2");

            assertThat(answer.at("/summary/deployable").asText()).isEqualTo("false");
            assertThat(answer.at("/summary/failed").asInt()).isEqualTo(2);
            assertThat(answer.at("/summary/success").asInt()).isEqualTo(1);
            assertThat(answer.at("/summary/reason").asText())
                    .contains(shop.name("Web"))
                    .contains(shop.name("App"))
                    .doesNotContain(shop.name("Other"));
            JsonNode affected = answer.at("/accord/affected");
            assertThat(names(affected)).containsExactlyInAnyOrder(shop.name("Web"), shop.name("App"));
            JsonNode finding = affected.at("/0/findings/0");
            assertThat(affected.at("/0/environments/0").asText()).isEqualTo(shop.name("prod"));
            assertThat(affected.at("/0/branches/0").asText()).isEqualTo("main");
            assertThat(affected.at("/0/comparedWith/0").asText()).isEqualTo("1");
            assertThat(finding.path("field").asText()).isEqualTo("/total");
            assertThat(finding.path("operation").asText()).isEqualTo("GET /orders/{id}");
            assertThat(finding.path("interaction").asText()).isEqualTo("an order");
            assertThat(finding.path("rule").asText()).isNotBlank();
            assertThat(finding.at("/source/pact/pointer").asText()).startsWith("/interactions/0/response/body");
            assertThat(finding.at("/source/revision/line").asInt()).isPositive();
            assertThat(finding.at("/source/base/line").asInt()).isPositive();
        }

        @Test
        void isLetThroughAndListedOnPaperWhenNobodyReadsIt() {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("note"));

            JsonNode answer = shop.ask("Orders", "2");

            assertThat(answer.at("/summary/deployable").asBoolean())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.at("/accord/affected")).isEmpty();
            assertThat(answer.at("/accord/onPaper").findValuesAsText("text").toString())
                    .contains("note");
        }

        @Test
        void isAWarningForAConsumerThatIsOnlyOnABranch() {
            consumer("Web", "id=type");
            shop.pact("New", "5", "feat/total", "total=type");
            shop.document("2", Shop.without("total"));

            JsonNode answer = shop.ask("Orders", "2");

            assertThat(answer.at("/summary/deployable").asBoolean())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.at("/notices/0/type").asText()).isEqualTo("warning");
            assertThat(answer.at("/notices/0/text").asText())
                    .contains(shop.name("New"))
                    .contains("feat/total");
            assertThat(answer.at("/accord/elsewhere/0/branches/0").asText()).isEqualTo("feat/total");
            assertThat(answer.at("/accord/elsewhere/0/blocks").asBoolean()).isFalse();
        }

        @Test
        void isNoNewsWhenItWasMissingBefore() {
            shop.document("2", Shop.without("total"));
            shop.deploy("Orders", "2", "");
            consumer("Web", "total=type");
            shop.document("3", Shop.without("total").replace("type: integer }\n", "type: integer, minimum: 1 }\n"));

            JsonNode answer = shop.ask("Orders", "3");

            assertThat(answer.at("/summary/deployable").asBoolean())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.at("/accord/affected/0/standing").asText()).isEqualTo("pre-existing");
            assertThat(answer.at("/matrix/0/verificationResult/success").asBoolean())
                    .isFalse();
            assertThat(answer.at("/notices/0/type").asText()).isEqualTo("warning");
        }

        @Test
        void isRefusedWhenOneOfSeveralLiveVersionsStillHasIt() {
            shop.document("2", Shop.without("total"));
            shop.deploy("Orders", "2", "canary");
            consumer("Web", "total=type");
            shop.document("3", Shop.without("total").replace("title: Orders", "title: Other"));

            assertThat(shop.ask("Orders", "3").at("/summary/deployable").asText())
                    .isEqualTo("false");
        }

        @Test
        void countsAllOfItForAConsumerThatIsToGoThere() {
            shop.document("2", Shop.without("total"));
            shop.deploy("Orders", "2", "");
            shop.pact("Web", "1", "main", "total=type");

            JsonNode answer = shop.ask("Web", "1");

            assertThat(answer.at("/summary/deployable").asText()).isEqualTo("false");
            assertThat(answer.at("/accord/affected/0/findings/0/field").asText())
                    .isEqualTo("/total");
        }
    }

    @Nested
    class APromiseThatGetsWeaker {
        @Test
        void refusesThoughTheNewDocumentAloneWouldDo() {
            consumer("Web", "total=type");
            shop.document("2", Shop.optional("total"));

            JsonNode answer = shop.ask("Orders", "2");

            assertThat(answer.at("/summary/deployable").asText())
                    .as(answer.toString())
                    .isEqualTo("false");
            assertThat(answer.at("/matrix/0/verificationResult/success").asBoolean())
                    .isTrue();
        }

        @Test
        void blocksWhoListsTheValuesOfAnEnumAndPassesWhoTakesAnyText() {
            consumer("Listing", "status=regex:open|paid");
            consumer("Any", "status=type");
            shop.document("2", Shop.withStatus());

            JsonNode answer = shop.ask("Orders", "2");

            assertThat(answer.at("/summary/deployable").asText())
                    .as(answer.toString())
                    .isEqualTo("false");
            List<String> blocked = new ArrayList<>();
            for (JsonNode consumer : answer.at("/accord/affected")) {
                if (consumer.path("blocks").asBoolean()) {
                    blocked.add(consumer.path("consumer").asText());
                }
            }
            assertThat(blocked).containsExactly(shop.name("Listing"));
        }
    }

    @Nested
    class AnAcceptance {
        @Test
        void turnsARefusalIntoAShownAcceptedOneUntilItIsRevoked() {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("total"));
            JsonNode finding = shop.ask("Orders", "2").at("/accord/affected/0/findings/0");

            String address = broker.post("/acceptances", acceptance(finding, "2099-01-01T00:00:00Z"))
                    .expect(201)
                    .location();
            JsonNode accepted = shop.ask("Orders", "2");

            assertThat(accepted.at("/summary/deployable").asBoolean())
                    .as(accepted.toString())
                    .isTrue();
            assertThat(accepted.at("/accord/affected/0/standing").asText()).isEqualTo("accepted");
            assertThat(accepted.at("/accord/affected/0/findings/0/acceptance/acceptedBy")
                            .asText())
                    .isEqualTo("Ann");
            assertThat(accepted.at("/notices/0/text").asText()).contains("Ann").contains("agreed");
            assertThat(broker.get(shop.question("Orders", "2"), "Accept", "text/plain")
                            .body())
                    .contains("accepted by Ann");

            broker.delete(address + "?revokedBy=Bob").expect(200);
            assertThat(shop.ask("Orders", "2").at("/summary/deployable").asText())
                    .isEqualTo("false");
            assertThat(broker.get(address).json().path("revokedBy").asText()).isEqualTo("Bob");
        }

        @Test
        void ofTheRuleBehindTheFindingDoesTheSame() {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("total"));
            ObjectNode finding =
                    shop.ask("Orders", "2").at("/accord/affected/0/findings/0").deepCopy();

            broker.post(
                            "/acceptances",
                            acceptance(finding.put("code", finding.path("rule").asText()), "2099-01-01T00:00:00Z"))
                    .expect(201);

            assertThat(shop.ask("Orders", "2").at("/summary/deployable").asBoolean())
                    .isTrue();
        }

        @Test
        void thatHasExpiredDoesNothing() {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("total"));
            JsonNode finding = shop.ask("Orders", "2").at("/accord/affected/0/findings/0");
            broker.post("/acceptances", acceptance(finding, "2099-01-01T00:00:00Z"))
                    .expect(201);

            database.update("update acceptance set expires_at = now() - interval '1 second' where reason = 'agreed'");

            assertThat(shop.ask("Orders", "2").at("/summary/deployable").asText())
                    .isEqualTo("false");
        }

        private ObjectNode acceptance(JsonNode finding, String until) {
            ObjectNode body = Json.object()
                    .put("provider", shop.name("Orders"))
                    .put("consumer", shop.name("Web"))
                    .put("environment", shop.name("prod"))
                    .put("reason", "agreed")
                    .put("acceptedBy", "Ann")
                    .put("expiresAt", until);
            body.putObject("finding")
                    .put("code", finding.path("code").asText())
                    .put("operation", finding.path("operation").asText())
                    .put("location", finding.path("location").asText());
            return body;
        }
    }

    @Nested
    class InWords {
        @Test
        void forATerminal() {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("total"));

            String text = broker.get(shop.question("Orders", "2"), "Accept", "text/plain")
                    .expect(200)
                    .body();

            assertThat(text)
                    .contains("Deployable: false")
                    .contains("Who is affected:")
                    .contains(shop.name("Web") + " 1")
                    .contains("GET /orders/{id}")
                    .contains("line ");
        }

        @Test
        void forAPullRequest() {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("total"));

            var answer = broker.get(shop.question("Orders", "2"), "Accept", "text/markdown")
                    .expect(200);

            assertThat(answer.type()).startsWith("text/markdown");
            assertThat(answer.body())
                    .startsWith("### ❌ Cannot be deployed")
                    .contains("#### Who is affected")
                    .contains("breaks: ");
        }

        @Test
        void forTheBuildThatPublishes() {
            consumer("Web", "total=type");

            JsonNode notices = shop.document("2", Shop.without("total")).json().get("notices");

            assertThat(notices.findValuesAsText("text"))
                    .anySatisfy(text -> assertThat(text)
                            .contains("Since " + shop.name("prod") + " (version 1)")
                            .contains(shop.name("Web") + " 1"));
        }
    }

    @Nested
    class Costs {
        @Test
        void noReadingOfDocumentsOrPactsOnceThatWasDoneInTheBackground() throws InterruptedException {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("total"));
            assertThat(background.awaitIdle(Duration.ofSeconds(60))).isTrue();
            long before = documents.demands() + usages.demands();

            JsonNode answer = shop.ask("Orders", "2");

            assertThat(answer.at("/summary/deployable").asText()).isEqualTo("false");
            assertThat(documents.demands() + usages.demands() - before).isZero();
        }

        @Test
        void theSameNumberOfStatementsForOneConsumerAndForMany() {
            consumer("Web", "total=type");
            shop.document("2", Shop.without("total"));
            long one = statements();
            for (int i = 0; i < 12; i++) {
                consumer("Web" + i, "total=type");
                shop.pact("Branch" + i, "1", "feat/" + i, "total=type", "id=type");
                shop.document("1" + i, Shop.DOCUMENT.replace("title: Orders", "title: " + i));
                shop.deploy("Orders", "1" + i, "instance" + i);
            }
            shop.ask("Orders", "2");
            long many = statements();

            assertThat(many).isEqualTo(one);
            assertThat(many).isLessThanOrEqualTo(12);
        }

        private long statements() {
            shop.ask("Orders", "2");
            try {
                assertThat(background.awaitIdle(Duration.ofSeconds(60))).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            long before = database.statements();
            shop.ask("Orders", "2");
            return database.statements() - before;
        }
    }

    private void consumer(String name, String... fields) {
        shop.pact(name, "1", "main", fields);
        shop.deploy(name, "1", "");
    }

    private static List<String> names(JsonNode affected) {
        List<String> names = new ArrayList<>();
        affected.forEach(each -> names.add(each.path("consumer").asText()));
        return names;
    }
}
