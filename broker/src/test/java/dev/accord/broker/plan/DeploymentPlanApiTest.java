package dev.accord.broker.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.BrokerClient;
import dev.accord.broker.testing.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans over HTTP: an order, a group, what stands in the way, what makes no sense, what it costs. */
@QuarkusTest
class DeploymentPlanApiTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI base;

    private BrokerClient broker;
    private Shop shop;

    @BeforeEach
    void aProviderInProduction() {
        broker = new BrokerClient(base);
        shop = new Shop(broker);
        shop.document("1", Shop.without("total"));
        shop.deploy("Orders", "1", "");
    }

    @Test
    void putsTheProviderFirstWhenTheConsumerNeedsWhatIsNew() {
        shop.document("2", Shop.DOCUMENT);
        shop.pact("Web", "1", "main", "total=type");

        JsonNode plan = plan("Orders", "2", "Web", "1");

        assertThat(plan.path("possible").asBoolean()).as(plan.toString()).isTrue();
        assertThat(plan.at("/steps/0/deploy/0").asText()).isEqualTo(shop.name("Orders"));
        assertThat(plan.at("/steps/1/deploy/0").asText()).isEqualTo(shop.name("Web"));
        assertThat(plan.at("/steps/1/because/0/reason").asText()).isEqualTo("incompatible");
    }

    @Test
    void comparesWhatNobodyComparedBefore() {
        shop.document("2", Shop.DOCUMENT);
        shop.pact("Web", "1", "feat/x", "total=type");
        database.update("delete from compatibility");

        JsonNode plan = plan("Orders", "2", "Web", "1");

        assertThat(plan.path("possible").asBoolean()).as(plan.toString()).isTrue();
    }

    @Test
    void namesThePairThatDoesNotWorkInTheEnd() {
        shop.pact("Web", "1", "main", "total=type");

        JsonNode plan = plan("Web", "1");

        assertThat(plan.path("possible").asBoolean()).isFalse();
        assertThat(plan.at("/broken/0/consumer/name").asText()).isEqualTo(shop.name("Web"));
        assertThat(plan.at("/broken/0/provider/version").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | environment,versions",
                "{\"environment\": 1, \"versions\": []} | environment,versions",
                "{\"environment\": \"nowhere\", \"versions\": [{\"pacticipant\": \"nobody\", \"version\": \"1\"}]} | environment,versions",
                "{\"environment\": \"x\", \"versions\": {}} | versions",
                "{\"environment\": \"x\", \"versions\": [1]} | versions",
                "{\"environment\": \"x\", \"versions\": [{\"pacticipant\": \"a\", \"version\": \"1\"}, {\"pacticipant\": \"a\", \"version\": \"2\"}]} | versions"
            })
    void refusesWhatMakesNoSense(String body, String fields) {
        assertThat(broker.post("/deployment-plans", body).expect(400).errorFields())
                .containsExactlyInAnyOrder(fields.split(","));
    }

    @Test
    void ordersFiveHundredServicesInTheTimeAndTheStatementsOfAFew() {
        String prefix = shop.name("S");
        QuarkusTransaction.requiringNew().run(() -> chain(prefix, 500));
        ObjectNode few = Json.object().put("environment", shop.name("prod"));
        few.putArray("versions").addObject().put("pacticipant", prefix + "-1").put("version", "2");
        ObjectNode all = Json.object().put("environment", shop.name("prod"));
        for (int i = 1; i <= 500; i++) {
            all.withArray("versions")
                    .addObject()
                    .put("pacticipant", prefix + "-" + i)
                    .put("version", "2");
        }
        broker.post("/deployment-plans", all).expect(200);
        long before = database.statements();
        broker.post("/deployment-plans", few).expect(200);
        long small = database.statements() - before;

        long start = System.nanoTime();
        JsonNode plan = broker.post("/deployment-plans", all).expect(200).json();
        long millis = (System.nanoTime() - start) / 1_000_000;
        long big = database.statements() - before - small;

        System.out.println("a plan for 500 services took " + millis + " ms");
        assertThat(plan.path("possible").asBoolean()).isTrue();
        assertThat(plan.path("steps")).hasSize(500);
        assertThat(plan.at("/steps/0/deploy/0").asText()).isEqualTo(prefix + "-500");
        assertThat(big).isEqualTo(small).isLessThanOrEqualTo(5);
        assertThat(millis).isLessThan(2_000);
    }

    private JsonNode plan(String... applicationsAndVersions) {
        ObjectNode body = Json.object().put("environment", shop.name("prod"));
        for (int i = 0; i < applicationsAndVersions.length; i += 2) {
            body.withArray("versions")
                    .addObject()
                    .put("pacticipant", shop.name(applicationsAndVersions[i]))
                    .put("version", applicationsAndVersions[i + 1]);
        }
        return broker.post("/deployment-plans", body).expect(200).json();
    }

    /** Each service is a consumer of the next one; version 2 needs version 2. */
    private void chain(String prefix, int length) {
        database.update("""
                insert into pacticipant (workspace_id, name, display_name)
                select 1, ? || '-' || i, 'x' from generate_series(1, ?) i""", prefix, length);
        database.update("""
                insert into version (workspace_id, pacticipant_id, number)
                select 1, p.id, cast(n as text) from pacticipant p, generate_series(1, 2) n where p.name like ? || '-%'""", prefix);
        database.update("""
                insert into deployed_version (workspace_id, uuid, environment_id, pacticipant_id, version_id)
                select 1, gen_random_uuid(), e.id, v.pacticipant_id, v.id
                  from environment e, pacticipant p join version v on v.pacticipant_id = p.id and v.number = '1'
                 where e.name = ? and p.name like ? || '-%'""", shop.name("prod"), prefix);
        database.update("""
                insert into pact_version (workspace_id, consumer_id, provider_id, sha)
                select 1, c.id, p.id, c.name || '-' || n
                  from generate_series(1, ?) i
                  join pacticipant c on c.name = ? || '-' || i
                  join pacticipant p on p.name = ? || '-' || (i + 1), generate_series(1, 2) n""", length - 1, prefix, prefix);
        database.update("""
                insert into pact_publication (workspace_id, consumer_id, provider_id, consumer_version_id, pact_version_id)
                select 1, pv.consumer_id, pv.provider_id, v.id, pv.id
                  from pact_version pv
                  join version v on v.pacticipant_id = pv.consumer_id and right(pv.sha, 1) = v.number
                 where pv.sha like ? || '-%'""", prefix);
        database.update("""
                insert into verification (workspace_id, consumer_id, provider_id, pact_version_id, provider_version_id, success)
                select 1, pv.consumer_id, pv.provider_id, pv.id, v.id, right(pv.sha, 1) <= v.number
                  from pact_version pv
                  join version v on v.pacticipant_id = pv.provider_id
                 where pv.sha like ? || '-%'""", prefix);
    }
}
