package dev.accord.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.BrokerException;
import dev.accord.consumer.broker.BrokerResponse;
import dev.accord.consumer.broker.Notice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sends pact files to a broker.
 *
 * {@snippet class="dev.accord.consumer.Snippets" region="publish"}
 *
 * <p>Immutable and safe for use by many threads; each method that sets something returns another publisher. Without a
 * version or branch, both come from {@link BuildIdentity#detect()}. The pacts of one consumer are sent by one request and
 * are stored together or not at all; the pacts of several consumers take a request each. The broker's notices are printed
 * to {@link System#out} unless another stream is given.
 */
public final class PactPublisher {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BrokerConnection broker;
    private final Optional<String> version;
    private final Optional<String> branch;
    private final Optional<String> buildUrl;
    private final List<String> tags;
    private final PrintStream output;

    private PactPublisher(
            BrokerConnection broker,
            Optional<String> version,
            Optional<String> branch,
            Optional<String> buildUrl,
            List<String> tags,
            PrintStream output) {
        this.broker = broker;
        this.version = version;
        this.branch = branch;
        this.buildUrl = buildUrl;
        this.tags = tags;
        this.output = output;
    }

    /** Returns a publisher to the given broker. */
    public static PactPublisher to(BrokerConnection broker) {
        return new PactPublisher(broker, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), System.out);
    }

    /**
     * Returns a publisher to the broker at the given base URL, without credentials.
     *
     * @throws IllegalArgumentException when it is not an http or https URL
     */
    public static PactPublisher to(String brokerUrl) {
        return to(BrokerConnection.to(brokerUrl));
    }

    /** Returns this publisher with a bearer token; see {@link BrokerConnection#withToken}. */
    public PactPublisher withToken(String token) {
        return new PactPublisher(broker.withToken(token), version, branch, buildUrl, tags, output);
    }

    /** Returns this publisher with a user name and password; see {@link BrokerConnection#withBasicAuth}. */
    public PactPublisher withBasicAuth(String user, String password) {
        return new PactPublisher(broker.withBasicAuth(user, password), version, branch, buildUrl, tags, output);
    }

    /**
     * Returns this publisher with a fixed consumer version. The branch is then not looked for either, because it would be
     * that of another commit perhaps: give it by {@link #onBranch}.
     *
     * @throws IllegalArgumentException when it is blank
     */
    public PactPublisher asVersion(String number) {
        return new PactPublisher(broker, Optional.of(filled("version", number)), branch, buildUrl, tags, output);
    }

    /**
     * Returns this publisher with a fixed branch.
     *
     * @throws IllegalArgumentException when it is blank
     */
    public PactPublisher onBranch(String name) {
        return new PactPublisher(broker, version, Optional.of(filled("branch", name)), buildUrl, tags, output);
    }

    /**
     * Returns this publisher with one more tag for the version. Branches and environments serve better; tags are for
     * brokers that are still organised by them.
     *
     * @throws IllegalArgumentException when it is blank
     */
    public PactPublisher tagged(String tag) {
        List<String> more = new ArrayList<>(tags);
        more.add(filled("tag", tag));
        return new PactPublisher(broker, version, branch, buildUrl, List.copyOf(more), output);
    }

    /**
     * Returns this publisher with the address of the build's page.
     *
     * @throws IllegalArgumentException when it is blank
     */
    public PactPublisher fromBuild(String url) {
        return new PactPublisher(broker, version, branch, Optional.of(filled("build URL", url)), tags, output);
    }

    /** Returns this publisher with another stream for the broker's notices. */
    public PactPublisher printingTo(PrintStream stream) {
        return new PactPublisher(broker, version, branch, buildUrl, tags, stream);
    }

    /**
     * Publishes pact files.
     *
     * @param paths files, or folders of which all {@code *.json} files are meant (not those of folders inside)
     * @return what was published, never nothing
     * @throws PublishingException when there is no pact, one is unreadable, no version is known, or the broker did not
     *     accept; when an earlier consumer's pacts were stored already, the message says so
     */
    public Publication publish(Path... paths) {
        List<PactFile> files = PactFile.readAll(List.of(paths));
        BuildIdentity identity = identity();
        Map<String, List<PactFile>> byConsumer = new TreeMap<>();
        files.forEach(file -> byConsumer
                .computeIfAbsent(file.consumer(), consumer -> new ArrayList<>())
                .add(file));
        List<PublishedPact> published = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        byConsumer.forEach((consumer, pacts) -> {
            List<Notice> said = send(consumer, pacts, identity, published);
            notices.addAll(said);
            said.forEach(notice -> output.println(notice.text()));
            pacts.forEach(pact ->
                    published.add(new PublishedPact(consumer, pact.provider(), identity.version(), pact.path())));
        });
        return new Publication(published, notices);
    }

    private BuildIdentity identity() {
        if (version.isPresent()) {
            return new BuildIdentity(version.get(), branch, buildUrl);
        }
        BuildIdentity found = BuildIdentity.detect()
                .orElseThrow(() -> new PublishingException(
                        PublishingException.Reason.VERSION_UNKNOWN,
                        "Nothing was published: no version was given, the environment has no CI variables, and git knows no"
                                + " commit here\n  next: give the version by asVersion(...) or --version"));
        return new BuildIdentity(found.version(), branch.or(found::branch), buildUrl.or(found::buildUrl));
    }

    private List<Notice> send(
            String consumer, List<PactFile> pacts, BuildIdentity identity, List<PublishedPact> earlier) {
        try {
            BrokerResponse response = broker.post("/contracts/publish", body(consumer, pacts, identity));
            return Notice.of(response);
        } catch (BrokerException e) {
            throw refused(consumer, pacts, identity, earlier, e);
        }
    }

    private String body(String consumer, List<PactFile> pacts, BuildIdentity identity) {
        ObjectNode body = JSON.createObjectNode()
                .put("pacticipantName", consumer)
                .put("pacticipantVersionNumber", identity.version());
        identity.branch().ifPresent(name -> body.put("branch", name));
        ArrayNode tagNames = body.putArray("tags");
        tags.forEach(tagNames::add);
        identity.buildUrl().ifPresent(url -> body.put("buildUrl", url));
        ArrayNode contracts = body.putArray("contracts");
        for (PactFile pact : pacts) {
            contracts
                    .addObject()
                    .put("consumerName", consumer)
                    .put("providerName", pact.provider())
                    .put("specification", "pact")
                    .put("contentType", "application/json")
                    .put("content", Base64.getEncoder().encodeToString(pact.content()));
        }
        return body.toString();
    }

    private static PublishingException refused(
            String consumer,
            List<PactFile> pacts,
            BuildIdentity identity,
            List<PublishedPact> earlier,
            BrokerException cause) {
        int status = cause.status().orElse(-1);
        PublishingException.Reason reason = switch (status) {
            case -1 -> PublishingException.Reason.UNREACHABLE;
            case 409 -> PublishingException.Reason.CONFLICT;
            default -> PublishingException.Reason.REFUSED;
        };
        StringBuilder message = new StringBuilder(consumer + " " + identity.version() + " was not published.\n");
        pacts.forEach(pact -> message.append("  pact with ")
                .append(pact.provider())
                .append(": ")
                .append(pact.path())
                .append('\n'));
        earlier.forEach(pact -> message.append("  published before the failure: ")
                .append(pact.consumer())
                .append(" with ")
                .append(pact.provider())
                .append('\n'));
        message.append(cause.getMessage());
        if (reason == PublishingException.Reason.CONFLICT) {
            message.append("\n        a version's pact may not change: publish changed content under a new version"
                    + " (a commit's hash serves best), and check that the tests write the same pact in each run");
        }
        return new PublishingException(reason, message.toString(), cause);
    }

    private static String filled(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is blank");
        }
        return value;
    }
}
