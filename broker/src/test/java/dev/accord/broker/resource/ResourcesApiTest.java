package dev.accord.broker.resource;

import static dev.accord.broker.testing.BrokerClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of pacticipants, versions, branches, tags, environments and integrations, over HTTP. */
@QuarkusTest
class ResourcesApiTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    Database database;

    BrokerClient api;

    @BeforeEach
    void emptyTheBroker() {
        api = new BrokerClient(base);
        api.delete("/integrations").expect(204);
        api.get("/environments")
                .json()
                .path("_embedded")
                .path("environments")
                .forEach(environment ->
                        api.delete("/environments/" + environment.path("uuid").asText()));
    }

    @Nested
    class Pacticipants {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}|name",
                    "{\"name\":null}|name",
                    "{\"name\":1}|name",
                    "{\"name\":\"\"}|name",
                    "{\"name\":\"a\\nb\"}|name",
                    "{\"name\":\"X\",\"mainBranch\":\"a b\"}|mainBranch",
                    "{\"name\":\"X\",\"mainBranch\":[]}|mainBranch",
                    "{\"name\":\"X\",\"displayName\":\" \"}|displayName",
                    "{\"name\":\"X\",\"repositoryUrl\":{}}|repositoryUrl"
                })
        void areNotCreatedFromValuesThatDoNotFit(String body, String key) {
            Answer answer = api.post("/pacticipants", body).expect(400);

            assertThat(answer.json().path("errors").has(key)).as(answer.body()).isTrue();
            assertThat(api.get("/pacticipants/X").status()).isEqualTo(404);
        }

        @Test
        void keepTheirFieldsUnlessAPatchNamesThem() {
            api.post("/pacticipants", "{\"name\":\"Web\",\"mainBranch\":\"main\",\"repositoryName\":\"web\"}")
                    .expect(201);

            JsonNode patched = api.patch("/pacticipants/Web", "{\"repositoryName\":null}")
                    .expect(200)
                    .json();
            JsonNode replaced = api.put("/pacticipants/Web", "{}").expect(200).json();

            assertThat(patched.path("mainBranch").asText()).isEqualTo("main");
            assertThat(patched.has("repositoryName")).isFalse();
            assertThat(replaced.has("mainBranch")).isFalse();
        }

        @Test
        void areListedInAFixedNumberOfStatements() {
            api.put("/pacticipants/A/labels/x", "{}").expect(201);
            long few = statements("/pacticipants?page=1&size=50");
            for (int i = 0; i < 20; i++) {
                api.put("/pacticipants/P" + i + "/labels/x", "").expect(201);
                api.put("/pacticipants/P" + i + "/branches/main/versions/1", "").expect(201);
            }

            assertThat(statements("/pacticipants?page=1&size=50"))
                    .isEqualTo(few)
                    .isLessThanOrEqualTo(2);
            assertThat(api.get("/pacticipants?page=1&size=50")
                            .json()
                            .path("page")
                            .path("totalElements")
                            .asInt())
                    .isEqualTo(21);
        }

        @Test
        void takeAllThatIsTheirsWithThem() {
            api.publish("Web", "1", "Shop", "a");
            String environment = api.environment("prod");
            String deployed = deploy("Shop", "5", environment);

            api.delete("/pacticipants/Shop").expect(204);

            assertThat(api.get(deployed).status()).isEqualTo(404);
            assertThat(api.get("/pacts/provider/Shop/consumer/Web/version/1").status())
                    .isEqualTo(404);
            assertThat(api.get("/pacticipants/Web/versions/1").status()).isEqualTo(200);
        }
    }

    @Nested
    class Names {

        @ParameterizedTest
        @ValueSource(strings = {"a/b", "a b", "a+b", "100%", "a:b", "ünï✓", "a?b#c", "..b", "a&b=c", "\"<b>'"})
        void surviveInEveryPositionOfAPath(String name) {
            String environment = api.environment("test");
            api.put(path("pacticipants", name, "branches", name, "versions", name), "")
                    .expect(201);
            api.put(path("pacticipants", name, "versions", name, "tags", name), "")
                    .expect(201);
            api.put(path("pacticipants", name, "labels", name), "").expect(201);
            String deployed = deploy(name, name, environment);

            JsonNode version = api.get(path("pacticipants", name, "versions", name))
                    .expect(200)
                    .json();
            assertThat(version.path("number").asText()).isEqualTo(name);
            assertThat(version.path("_embedded")
                            .path("branchVersions")
                            .path(0)
                            .path("name")
                            .asText())
                    .isEqualTo(name);
            assertThat(version.path("_embedded")
                            .path("tags")
                            .path(0)
                            .path("name")
                            .asText())
                    .isEqualTo(name);
            assertThat(api.get(deployed)
                            .json()
                            .path("_embedded")
                            .path("pacticipant")
                            .path("name")
                            .asText())
                    .isEqualTo(name);
            assertThat(api.get(path("pacticipants", name, "branches", name, "latest-version"))
                            .json()
                            .path("number")
                            .asText())
                    .isEqualTo(name);
            assertThat(api.get(path("pacticipants", name, "tags", name, "versions"))
                            .status())
                    .isEqualTo(200);
            assertThat(api.get(path("pacticipants", "label", name))
                            .json()
                            .path("_embedded")
                            .path("pacticipants")
                            .path(0)
                            .path("name")
                            .asText())
                    .isEqualTo(name);
        }
    }

    @Nested
    class Branches {

        @Test
        void haveTheVersionAddedLastAsHead() {
            putOnMain("1", "2", "3");
            api.put("/pacticipants/App/versions/0", "{}").expect(201);
            putOnMain("0");

            assertThat(head()).isEqualTo("0");
        }

        @Test
        void fallBackToTheHighestOrderWhenTheHeadIsTakenAwayOrDeleted() {
            putOnMain("1", "3");
            api.put("/pacticipants/App/versions/4", "{}").expect(201);
            putOnMain("2", "4");

            api.delete("/pacticipants/App/branches/main/versions/4").expect(204);
            String afterTakingAway = head();
            api.delete("/pacticipants/App/versions/2").expect(204);
            String afterDeleting = head();

            assertThat(afterTakingAway).isEqualTo("2");
            assertThat(afterDeleting).isEqualTo("3");
        }

        @Test
        void acceptTwentyBuildsAtOnce() throws Exception {
            List<Integer> statuses = atOnce(i -> api.put("/pacticipants/App/branches/main/versions/v" + i % 10, "{}")
                    .status());

            assertThat(statuses).hasSize(20).allMatch(status -> status == 201 || status == 200);
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(10);
            assertThat(api.get("/pacticipants/App/branches/main/versions")
                            .json()
                            .path("_embedded")
                            .path("versions"))
                    .hasSize(10);
        }

        @Test
        void areDeletedTogetherButForTheMainBranchAndTheNamedOnes() {
            putOnMain("1");
            for (String branch : List.of("a", "b", "keep")) {
                api.put("/pacticipants/App/branches/" + branch + "/versions/1", "")
                        .expect(201);
            }

            api.delete("/pacticipants/App/branches?exclude%5B%5D=keep").expect(202);

            assertThat(api.get("/pacticipants/App/branches")
                            .json()
                            .path("_embedded")
                            .path("branches"))
                    .extracting(branch -> branch.path("name").asText())
                    .containsExactlyInAnyOrder("main", "keep");
        }

        private void putOnMain(String... numbers) {
            for (String number : numbers) {
                api.put("/pacticipants/App/branches/main/versions/" + number, "")
                        .expect(201);
            }
        }

        private String head() {
            return api.get("/pacticipants/App/branches/main/latest-version")
                    .expect(200)
                    .json()
                    .path("number")
                    .asText();
        }
    }

    @Nested
    class Tags {

        @Test
        void makeTheBranchOfAFreshVersionThatHasNone() {
            api.put("/pacticipants/App/versions/1/tags/develop", "").expect(201);
            api.put("/pacticipants/App/versions/1/tags/second", "").expect(201);

            JsonNode version = api.get("/pacticipants/App/versions/1").json();

            assertThat(version.path("_embedded").path("branchVersions"))
                    .extracting(branch -> branch.path("name").asText())
                    .containsExactly("develop");
            assertThat(api.get("/pacticipants/App").json().path("mainBranch").asText())
                    .isEqualTo("develop");
        }

        @Test
        void namedLikeAnEnvironmentRecordADeployment() {
            String environment = api.environment("prod");
            api.put("/pacticipants/App/versions/1/tags/prod", "").expect(201);
            api.put("/pacticipants/App/versions/2/tags/prod", "").expect(201);

            assertThat(deployedTo(environment))
                    .extracting(one ->
                            one.path("_embedded").path("version").path("number").asText())
                    .containsExactly("2");
        }
    }

    @Nested
    class Environments {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}|name,production",
                    "{\"name\":\"a b\",\"production\":true}|name",
                    "{\"name\":1,\"production\":true}|name",
                    "{\"name\":\"taken\",\"production\":true}|name",
                    "{\"name\":\"x\",\"production\":\"true\"}|production",
                    "{\"name\":\"x\",\"production\":true,\"displayName\":7}|displayName",
                    "{\"name\":\"x\",\"production\":true,\"contacts\":[{}]}|contacts",
                    "{\"name\":\"x\",\"production\":true,\"contacts\":[1]}|contacts"
                })
        void areNotCreatedFromValuesThatDoNotFit(String body, String keys) {
            api.environment("taken");

            Answer answer = api.post("/environments", body).expect(400);

            assertThat(answer.json().path("errors").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(keys.split(","));
            assertThat(api.get("/environments").json().path("_embedded").path("environments"))
                    .hasSize(1);
        }

        @Test
        void haveOneCurrentVersionForEachInstance() {
            String environment = api.environment("prod");
            versions("App", "1", "2");

            String first = deploy("App", "1", environment);
            String again = deploy("App", "1", environment);
            deploy("App", "2", environment);
            api.post(deployments("App", "1", environment), "{\"applicationInstance\":\"blue\"}")
                    .expect(201);

            assertThat(again).isEqualTo(first);
            assertThat(api.get(first).json().path("currentlyDeployed").asBoolean())
                    .isFalse();
            assertThat(deployedTo(environment)).hasSize(2);
            assertThat(deployedTo(environment + "/deployed-versions/currently-deployed?applicationInstance="))
                    .hasSize(1);
        }

        @Test
        void acceptTwentyDeploymentsAtOnce() throws Exception {
            String environment = api.environment("prod");
            versions("App", "1", "2");

            List<Integer> statuses = atOnce(i -> api.post(deployments("App", i % 2 == 0 ? "1" : "2", environment), "{}")
                    .status());

            assertThat(statuses).hasSize(20).containsOnly(201);
            assertThat(deployedTo(environment)).hasSize(1);
        }

        @Test
        void endDeploymentsAndReleasesButDoNotReviveThemByPatch() {
            String environment = api.environment("prod");
            versions("App", "1");
            String deployed = deploy("App", "1", environment);
            String releases =
                    path("pacticipants", "App", "versions", "1", "released-versions", "environment", environment);
            String released = api.post(releases, "").expect(201).location();

            api.patch(deployed, "{\"currentlyDeployed\":false}").expect(200);
            api.patch(released, "{\"currentlySupported\":false}").expect(200);

            assertThat(api.patch(deployed, "{\"currentlyDeployed\":true}")
                            .expect(422)
                            .json()
                            .path("errors"))
                    .hasSize(1);
            api.patch(released, "{\"currentlySupported\":true}").expect(422);
            api.patch(released, "{\"currentlySupported\":\"no\"}").expect(400);
            assertThat(api.post(releases, "").expect(200).json().has("supportEndedAt"))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "11111111-2222-3333-4444-555555555555", "1-1-1-1-1"})
        void thatDoNotExistAreNotFound(String uuid) {
            assertThat(api.get("/environments/" + uuid).status()).isEqualTo(404);
            assertThat(api.put("/environments/" + uuid, "{}").status()).isEqualTo(404);
            assertThat(api.get("/deployed-versions/" + uuid).status()).isEqualTo(404);
            assertThat(api.patch("/released-versions/" + uuid, "{}").status()).isEqualTo(404);
        }
    }

    @Nested
    class Integrations {

        @Test
        void takeAllBetweenTheirSidesWithThemAndLeaveWhatOthersNeed() {
            api.publish("Web", "1", "Shop", "a");
            api.publish("Web", "1", "Mail", "b");
            api.put("/pacticipants/Web/versions/2", "{}").expect(201);

            api.delete("/integrations/provider/Mail/consumer/Web").expect(204);

            assertThat(api.get("/pacticipants/Mail").status()).isEqualTo(404);
            assertThat(api.get("/pacticipants/Web/versions/2").status()).isEqualTo(404);
            assertThat(api.get("/pacts/provider/Shop/consumer/Web/version/1").status())
                    .isEqualTo(200);
            assertThat(api.delete("/integrations/provider/Mail/consumer/Web").status())
                    .isEqualTo(404);
        }

        @Test
        void costAFixedNumberOfStatementsInListsAndOnTheDashboard() {
            api.publish("Web", "1", "Shop", "a");
            long list = statements("/integrations?page=1&size=50");
            long dashboard = statements("/dashboard");
            for (int i = 0; i < 10; i++) {
                api.publish("Web" + i, "1", "Shop", "a" + i);
            }

            assertThat(statements("/integrations?page=1&size=50")).isEqualTo(list);
            assertThat(statements("/dashboard")).isEqualTo(dashboard);
            assertThat(api.get("/dashboard").json().path("items")).hasSize(11);
        }
    }

    @Nested
    class Links {

        @Test
        void leadToADocumentOrPageFromWhereverTheyAre() {
            String environment = api.environment("prod");
            api.publish("Web app", "1/a", "Shop+", "a");
            api.put(path("pacticipants", "Web app", "branches", "feat/x", "versions", "1/a"), "")
                    .expect(201);
            api.put(path("pacticipants", "Web app", "versions", "1/a", "tags", "100%"), "")
                    .expect(201);
            api.put(path("pacticipants", "Web app", "labels", "a b"), "").expect(201);
            deploy("Web app", "1/a", environment);
            api.post(
                            "/webhooks",
                            "{\"enabled\":false,\"consumer\":{\"name\":\"Web app\"},\"provider\":{\"label\":\"x y\"},"
                                    + "\"request\":{\"method\":\"POST\",\"url\":\"https://example.org\"}}")
                    .expect(201);

            List<String> broken = new ArrayList<>();
            Set<String> seen = new HashSet<>(Set.of(base.toString()));
            Queue<String> open = new ArrayDeque<>(seen);
            open.addAll(List.of("/integrations", "/dashboard", "/pacticipants", "/webhooks", "/environments"));
            while (!open.isEmpty()) {
                String address = open.remove();
                Answer answer = api.get(address);
                if (answer.status() != 200) {
                    broken.add(answer.status() + " " + address);
                } else if (answer.type().contains("json")) {
                    collect(answer.json(), "", (relation, href) -> {
                        if (isToBeRead(relation) && seen.add(href)) {
                            open.add(href);
                        }
                    });
                }
            }

            assertThat(seen).hasSizeGreaterThan(40);
            assertThat(broken).isEmpty();
        }

        /** What is only posted or put to, and what need not exist: a result, an earlier pact, a pact without tags. */
        private boolean isToBeRead(String relation) {
            return !Set.of(
                            "pb:publish-contracts",
                            "pf:publish-provider-contract",
                            "pb:execute",
                            "pb:delete_integration",
                            "pb:publish-verification-results",
                            "pb:latest-verification-results",
                            "pb:latest-untagged-pact-version",
                            "pb:previous-distinct",
                            "pb:tag-prod-version",
                            "pb:diff-previous-distinct")
                    .contains(relation);
        }

        private void collect(JsonNode node, String relation, java.util.function.BiConsumer<String, String> found) {
            if (node.isArray()) {
                node.forEach(one -> collect(one, relation, found));
            }
            JsonNode href = node.path("href");
            if (href.isTextual() && !href.asText().contains("{")) {
                found.accept(relation, href.asText());
            }
            node.properties().forEach(member -> collect(member.getValue(), member.getKey(), found));
        }
    }

    private long statements(String path) {
        api.get(path).expect(200);
        long before = database.statements();
        api.get(path).expect(200);
        return database.statements() - before;
    }

    private void versions(String pacticipant, String... numbers) {
        for (String number : numbers) {
            api.put(path("pacticipants", pacticipant, "versions", number), "{}").expect(201);
        }
    }

    private static String deployments(String pacticipant, String number, String environment) {
        return path("pacticipants", pacticipant, "versions", number, "deployed-versions", "environment", environment);
    }

    /** Records a deployment, of a version made where it is missing, and gives its address. */
    private String deploy(String pacticipant, String number, String environment) {
        api.put(path("pacticipants", pacticipant, "versions", number), "{}");
        return api.post(deployments(pacticipant, number, environment), "{}")
                .expect(201)
                .location();
    }

    private JsonNode deployedTo(String environment) {
        String path = environment.contains("/") ? environment : environment + "/deployed-versions/currently-deployed";
        return api.get("/environments/" + path).json().path("_embedded").path("deployedVersions");
    }

    /** Does twenty things at once. */
    private static List<Integer> atOnce(java.util.function.IntFunction<Integer> action) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            List<Callable<Integer>> actions = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> action.apply(i))
                    .toList();
            List<Integer> results = new ArrayList<>();
            for (var future : threads.invokeAll(actions)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
