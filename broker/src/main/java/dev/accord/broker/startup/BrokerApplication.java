package dev.accord.broker.startup;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Greets the operator once the broker answers, then waits until it is told to stop. */
final class BrokerApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(BrokerApplication.class);

    private final int port;
    private final boolean jsonLog;

    BrokerApplication(
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.log.console.json.enabled", defaultValue = "false") boolean jsonLog) {
        this.port = port;
        this.jsonLog = jsonLog;
    }

    @Override
    public int run(String... arguments) {
        String url = "http://127.0.0.1:" + port;
        LOG.infof("event=started url=%s", url);
        if (!jsonLog) {
            greet(System.out, url);
        }
        Quarkus.waitForExit();
        return 0;
    }

    private static void greet(PrintStream out, String url) {
        out.println();
        out.println("Accord is ready at " + url);
        out.println("  Point any Pact client at it:  export PACT_BROKER_BASE_URL=" + url);
        out.println("  Every command for a pipeline: ./accord help");
        out.println("  Stop it with Ctrl-C; what was acknowledged is kept.");
        out.println();
        out.flush();
    }
}
