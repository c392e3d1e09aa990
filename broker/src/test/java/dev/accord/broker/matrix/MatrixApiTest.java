package dev.accord.broker.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix over HTTP: what it refuses, how questions may be written, what a row looks like, what an answer costs. */
@QuarkusTest
class MatrixApiTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI base;

    private final World world = new World();
    private @Nullable String prefix;

    @Nested
    class Refuses {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/matrix",
                    "/matrix?q=Foo",
                    "/matrix?q[]=Foo",
                    "/matrix?q[0][pacticipant]=Foo",
                    "/matrix?q[][version]=1",
                    "/matrix?q[][pacticipant]=~Nobody",
                    "/matrix?q[][pacticipant]=~C&q[][version]=1&q[][latest]=true",
                    "/matrix?q[][pacticipant]=~C&tag=a&environment=~prod",
                    "/matrix?q[][pacticipant]=~C&tag=a&mainBranch=true",
                    "/matrix?q[][pacticipant]=~C&latest=true&environment=~prod",
                    "/matrix?q[][pacticipant]=~C&environment=~nowhere",
                    "/matrix?q[][pacticipant]=~C&limit=0",
                    "/matrix?q[][pacticipant]=~C&limit=-1",
                    "/matrix?q[][pacticipant]=~C&limit=abc",
                    "/matrix?q[][pacticipant]=~C&latestby=x",
                    "/matrix?q[][pacticipant]=~C&ignore[][version]=1",
                    "/matrix?q[][pacticipant]=~C&ignore[][pacticipant]=~C&ignore[][version]=1&ignore[][latest]=true",
                    "/matrix?q[][pacticipant]=a%00b",
                    "/matrix/provider/~P/consumer/~C?limit=0"
                })
        void aQuestionThatMakesNoSense(String path) {
            pair(true);

            Answer answer = get(path);

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.header("content-type")).isEqualTo("application/hal+json;charset=utf-8");
        }

        @Test
        void withAListOfEverythingThatIsWrong() {
            JsonNode errors =
                    get("/matrix?q[][version]=1&limit=0&latestby=x").json().get("errors");

            assertThat(errors.isArray()).isTrue();
            assertThat(errors).hasSize(3);
        }

        @Test
        void inTheProblemFormForThoseWhoAskForIt() {
            Answer answer =
                    new BrokerClient(base).get("/matrix", "Accept", "application/problem+json, application/hal+json");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.json().get("errors").get(0).get("detail").asText())
                    .isNotBlank();
        }

        @Test
        void aQueryThatIsNotPercentEncoded() {
            assertThat(new BrokerClient(base)
                            .getAsWritten("/matrix?q[][pacticipant]=%zz")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void aHugeNumberOfSelectors() {
            assertThat(get("/matrix?" + "q[][pacticipant]=x&".repeat(3000)).status())
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource({
            "'', 'pacticipant,version,'",
            "'pacticipant=~C&environment=~prod', version",
            "'pacticipant=~C&version=&environment=~prod', version",
            "'version=1&environment=~prod', pacticipant",
            "'pacticipant=~C&version=1', ''",
            "'pacticipant=~C&version=1&to=x&environment=~prod', ''",
            "'pacticipant=~Nobody&version=1&environment=~prod', pacticipant",
            "'pacticipant=~C&version=1&environment=~nowhere', environment",
            "'pacticipant=~Nobody&version=1&environment=~nowhere', 'pacticipant,environment'"
        })
        void canIDeployByField(String query, String fields) {
            pair(true);

            Answer answer = get("/can-i-deploy?" + query);

            assertThat(answer.status()).isEqualTo(400);
            List<String> names = new ArrayList<>();
            answer.json().get("errors").fieldNames().forEachRemaining(names::add);
            assertThat(names).containsExactlyInAnyOrder(fields.split(",", -1));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/matrix/provider/~P/consumer/~Nobody",
                    "/matrix/provider/~Nobody/consumer/~C",
                    "/pacticipants/~C/latest-version/none/can-i-deploy/to/prod",
                    "/pacticipants/~Nobody/latest-version/dev/can-i-deploy/to/prod",
                    "/pacticipants/~C/branches/none/latest-version/can-i-deploy/to-environment/~prod",
                    "/pacticipants/~C/branches/feat%2Fx/latest-version/can-i-deploy/to-environment/~nowhere"
                })
        void anAddressOfNothing(String path) {
            pair(true);
            Answer answer = get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().has("error")).isTrue();
        }
    }

    @Nested
    class Reads {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "q[][pacticipant]=~C&q[][version]=1&q[][pacticipant]=~P&q[][version]=2",
                    "q%5B%5D%5Bpacticipant%5D=~C&q%5B%5D%5Bversion%5D=1&q%5B%5D%5Bpacticipant%5D=~P&q%5B%5D%5Bversion%5D=2",
                    "q[]pacticipant=~C&q[]version=1&q[]pacticipant=~P&q[]version=2",
                    "q[][version]=1&q[][pacticipant]=~C&q[][version]=2&q[][pacticipant]=~P",
                    "q[][pacticipant]=~C&q[][version]=1&q[][branch]=&q[][tag]=&q[][pacticipant]=~P&q[][latest]=true"
                })
        void everySpelling(String query) {
            pair(true);

            JsonNode answer = get("/matrix?" + query + "&latestby=cvpv").json();

            assertThat(answer.at("/summary/success").asInt())
                    .as(answer.toString())
                    .isEqualTo(1);
        }

        @Test
        void spacesAndSlashesInNames() {
            world.publish("C", "1 a", "P", "a").branch("C", "1 a", "feat/x").environment("prod");

            for (String version : List.of("1+a", "1%20a")) {
                assertThat(get("/can-i-deploy?pacticipant=~C&version=" + version + "&environment=~prod")
                                .json()
                                .get("matrix"))
                        .hasSize(1);
            }
            assertThat(get("/matrix?q[][pacticipant]=~C&q[][branch]=feat%2Fx&q[][latest]=true&latestby=cvp&latest=true")
                            .json()
                            .get("matrix"))
                    .hasSize(1);
        }

        @Test
        void outcomesToKeep() {
            world.publish("C", "1", "P", "a")
                    .publish("C", "2", "P", "b")
                    .publish("C", "3", "P", "c")
                    .verify("C", "1", "P", "1", true)
                    .verify("C", "2", "P", "1", false);
            String both = "/matrix?q[][pacticipant]=~C&q[][pacticipant]=~P&latestby=cvpv";

            assertThat(get(both).json().get("matrix")).hasSize(3);
            assertThat(get(both + "&success[]=true").json().get("matrix")).hasSize(1);
            assertThat(get(both + "&success[]=true&success[]=").json().get("matrix"))
                    .hasSize(2);
            assertThat(get(both + "&success=false").json().get("matrix")).hasSize(1);
        }

        @Test
        void aLimit() {
            for (int i = 1; i <= 130; i++) {
                world.publish("C", "" + i, "P", "a");
            }
            String both = "/matrix?q[][pacticipant]=~C&q[][pacticipant]=~P&latestby=cvpv";

            assertThat(get(both).json().get("matrix")).hasSize(100);
            JsonNode rows = get(both + "&limit=7").json().get("matrix");
            assertThat(rows).hasSize(7);
            assertThat(rows.at("/0/consumer/version/number").asText()).isEqualTo("130");
            assertThat(get(both + "&limit=99999999999").json().get("matrix")).hasSize(130);
        }
    }

    @Nested
    class Shows {
        @Test
        void branchesTagsAndEnvironmentsOfBothVersions() {
            pair(true);
            world.tag("C", "1", "dev")
                    .tag("C", "0", "dev")
                    .release("C", "1", "prod")
                    .deploy("C", "1", "prod");

            JsonNode row = get("/can-i-deploy?pacticipant=~C&version=1&environment=~prod")
                    .json()
                    .at("/matrix/0");

            JsonNode version = row.at("/consumer/version");
            assertThat(version.get("branch").asText()).isEqualTo("feat/x");
            assertThat(version.at("/branches/0/latest").asBoolean()).isTrue();
            assertThat(version.at("/branches/0/_links/self/href").asText()).endsWith("/branches/feat%2Fx/versions/1");
            assertThat(version.get("branchVersions")).isEqualTo(version.get("branches"));
            assertThat(version.get("environments")).hasSize(1);
            assertThat(version.at("/tags/0/latest").asBoolean()).isFalse();
            assertThat(row.at("/verificationResult/success").asBoolean()).isTrue();
            assertThat(row.at("/verificationResult/_links/self/href").asText())
                    .matches(".*/pact-version/\\w+/metadata/[\\w-]+/verification-results/\\d+");
            assertThat(row.get("verificationType").asText()).isEqualTo("CDCT");
            assertThat(row.has("ignored")).isFalse();
        }

        @Test
        void explicitNullsWhereNothingIsKnown() {
            world.publish("C", "1", "P", "a").environment("prod");

            JsonNode answer = get("/can-i-deploy?pacticipant=~C&version=1&environment=~prod")
                    .json();

            assertThat(answer.at("/matrix/0/provider").get("version").isNull()).isTrue();
            assertThat(answer.at("/matrix/0").get("verificationResult").isNull())
                    .isTrue();
            assertThat(answer.at("/matrix/0/consumer/version").get("branch").isNull())
                    .isTrue();
            assertThat(answer.at("/summary").get("deployable").isNull()).isTrue();
        }

        @Test
        void overwrittenRevisionsAndSupersededResultsOnlyWhenNothingIsCollapsed() {
            world.publish("C", "1", "P", "a")
                    .verify("C", "1", "P", "2", false)
                    .verify("C", "1", "P", "2", true)
                    .publish("C", "1", "P", "b");
            String both = "/matrix?q[][pacticipant]=~C&q[][version]=1&q[][pacticipant]=~P&q[][version]=2";

            assertThat(get(both).json().get("matrix")).hasSize(3);
            assertThat(get(both + "&latestby=cvpv").json().get("matrix")).hasSize(1);
        }
    }

    @Nested
    class BiDirectional {
        @Test
        void aDocumentThatServesThePactSatisfiesIt() {
            compared("compatible", true);

            JsonNode answer = ask();

            assertThat(answer.at("/summary/deployable").asBoolean())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.at("/matrix/0/verificationType").asText()).isEqualTo("BDCT");
            assertThat(answer.at("/matrix/0/verificationResult/_links/self/href")
                            .asText())
                    .matches(".*/contracts/bi-directional/provider/.*P/version/2/consumer/.*C/version/1"
                            + "/cross-contract-verification-results");
            assertThat(answer.get("notices")).hasSize(1);
        }

        @Test
        void anUnknownSelfVerificationIsSaid() {
            compared("compatible", null);

            JsonNode answer = ask();

            assertThat(answer.at("/summary/deployable").asBoolean()).isTrue();
            assertThat(answer.at("/notices/0/type").asText()).isEqualTo("warning");
            assertThat(answer.at("/notices/1/type").asText()).isEqualTo("success");
        }

        @Test
        void aBrokenFieldIsNamedWithConsumerVersionEnvironmentAndOperation() {
            compared("incompatible", true);
            // another version is there, and has no document that would make the break an old one
            world.deploy("P", "1", "prod").deploy("C", "1", "prod");

            JsonNode answer = get("/can-i-deploy?pacticipant=~P&version=2&environment=~prod")
                    .json();

            assertThat(answer.at("/summary/deployable").asText()).isEqualTo("false");
            assertThat(answer.at("/summary/reason").asText())
                    .contains("version 1 of")
                    .contains("prod")
                    .contains("GET /orders/{id}")
                    .contains("$.total");
            assertThat(answer.at("/accord/evidence/0/brokenFields/0/field").asText())
                    .isEqualTo("$.total");
            assertThat(answer.at("/accord/evidence/0/kind").asText()).isEqualTo("document-comparison");
        }

        @Test
        void aFailedSelfVerificationFailsThePact() {
            compared("compatible", false);

            assertThat(ask().at("/summary/failed").asInt()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"cannot-tell", "absent"})
        void whatIsNotSettledIsUnverified(String verdict) {
            compared(verdict, true);

            JsonNode answer = ask();

            assertThat(answer.at("/summary").get("deployable").isNull())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.at("/matrix/0").has("verificationType")).isFalse();
            assertThat(answer.at("/summary/reason").asText()).contains("OpenAPI document of version 2");
        }

        @Test
        void aRunOutranksTheDocument() {
            compared("incompatible", true);
            world.verify("C", "1", "P", "2", true);

            JsonNode answer = ask();

            assertThat(answer.at("/summary/deployable").asBoolean())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.at("/matrix/0/verificationType").asText()).isEqualTo("CDCT");
        }

        private void compared(String verdict, @Nullable Boolean selfVerified) {
            world.publish("C", "1", "P", "a")
                    .document("P", "2", "d", selfVerified)
                    .deploy("P", "2", "prod");
            if (!verdict.equals("absent")) {
                world.compare("C", "P", "a", "d", verdict);
            }
        }

        private JsonNode ask() {
            return get("/can-i-deploy?pacticipant=~C&version=1&environment=~prod")
                    .json();
        }
    }

    @Nested
    class Costs {
        @Test
        void theSameNumberOfStatementsWhateverThereIs() {
            pair(true);
            long small = statements("/can-i-deploy?pacticipant=~C&version=1&environment=~prod");
            for (int i = 2; i < 40; i++) {
                world.publish("C", "" + i, "P", "c" + i)
                        .publish("C" + i, "1", "P", "a")
                        .verify("C", "" + i, "P", "1" + i, true)
                        .tag("C", "" + i, "t" + i)
                        .deploy("C" + i, "1", "prod")
                        .release("P", "1" + i, "prod");
            }
            prefix = null;
            long big = statements("/can-i-deploy?pacticipant=~P&version=2&environment=~prod");

            // two more than without an environment: has a version a document, is anything demanded there
            assertThat(small).isLessThanOrEqualTo(6);
            assertThat(big).isLessThanOrEqualTo(6);
            assertThat(statements("/matrix?q[][pacticipant]=~C&q[][pacticipant]=~P"))
                    .isLessThanOrEqualTo(4);
            assertThat(statements("/matrix?q[][pacticipant]=~P&q[][version]=2")).isLessThanOrEqualTo(5);
        }

        private long statements(String path) {
            get(path);
            long before = database.statements();
            assertThat(get(path).status()).isEqualTo(200);
            return database.statements() - before;
        }
    }

    private void pair(boolean success) {
        world.publish("C", "1", "P", "a")
                .verify("C", "1", "P", "2", success)
                .branch("C", "1", "feat/x")
                .deploy("P", "2", "prod");
    }

    /** Writes the world when it is first asked about. */
    private Answer get(String path) {
        if (prefix == null) {
            prefix = WorldLoader.load(database, world);
        }
        return new BrokerClient(base).get(path.replace("~", prefix));
    }
}
