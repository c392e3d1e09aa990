package dev.accord.verifier;

import dev.accord.consumer.BuildIdentity;
import dev.accord.consumer.broker.BrokerConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The examples in the documentation, compiled. */
final class Snippets {

    private Snippets() {}

    static void verify(BrokerConnection broker, BuildIdentity build) {
        // @start region="verify"
        ProviderVerification.of("Users", "http://localhost:8080")
                .againstPactsFrom(broker)
                .selecting(Selector.mainBranch(), Selector.deployedOrReleased())
                .asVersion(build)
                .withPendingPacts()
                .settingStatesAt("http://localhost:8080/states")
                .publishingResults()
                .verify()
                .assertPassed();
        // @end
    }

    static void publishDocument(BrokerConnection broker) throws IOException {
        // @start region="publishDocument"
        BuildIdentity build = new BuildIdentity("4f0c2d1", Optional.of("main"), Optional.empty());
        ProviderContractPublisher.to(broker, build)
                .verifiedBy(SelfVerification.passedBy("our own tests"))
                .publish("Users", Path.of("src/main/resources/openapi.yaml"));
        // @end
    }

    static boolean canIDeploy(BrokerConnection broker) {
        // @start region="canIDeploy"
        DeploymentAnswer answer = CanIDeploy.at(broker)
                .version("Users", "4f0c2d1")
                .toEnvironment("production")
                .ask();
        if (!answer.isYes()) {
            System.err.println(answer.reason());
        }
        // @end
        return answer.isYes();
    }
}
