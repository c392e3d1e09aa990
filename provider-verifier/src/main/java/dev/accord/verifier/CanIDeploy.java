package dev.accord.verifier;

import dev.accord.consumer.broker.BrokerConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a broker whether versions may be deployed.
 *
 * {@snippet class="dev.accord.verifier.Snippets" region="canIDeploy"}
 *
 * <p>Immutable and safe for use by many threads; each method that sets something returns another question.
 */
public final class CanIDeploy {

    private sealed interface Destination {
        record None() implements Destination {}

        record Environment(String name) implements Destination {}

        record Tag(String name) implements Destination {}

        record MainBranch() implements Destination {}
    }

    private final BrokerConnection broker;
    private final List<String> selectors;
    private final List<String> ignored;
    private final Destination destination;
    private final int attempts;
    private final Duration interval;

    private CanIDeploy(
            BrokerConnection broker,
            List<String> selectors,
            List<String> ignored,
            Destination destination,
            int attempts,
            Duration interval) {
        this.broker = broker;
        this.selectors = selectors;
        this.ignored = ignored;
        this.destination = destination;
        this.attempts = attempts;
        this.interval = interval;
    }

    /** Returns an empty question to the given broker. */
    public static CanIDeploy at(BrokerConnection broker) {
        return new CanIDeploy(broker, List.of(), List.of(), new Destination.None(), 1, Duration.ZERO);
    }

    /** Returns the question with one more version; several of them are asked about together. */
    public CanIDeploy version(String pacticipant, String version) {
        return with(parameter("q[][pacticipant]", pacticipant) + "&" + parameter("q[][version]", version));
    }

    /** Returns the question with the latest version of a pacticipant. */
    public CanIDeploy latestVersion(String pacticipant) {
        return with(parameter("q[][pacticipant]", pacticipant) + "&" + parameter("q[][latest]", "true"));
    }

    /** Returns the question with the latest version of a pacticipant that has the tag. */
    public CanIDeploy latestWithTag(String pacticipant, String tag) {
        return with(parameter("q[][pacticipant]", pacticipant) + "&" + parameter("q[][latest]", "true") + "&"
                + parameter("q[][tag]", tag));
    }

    /** Returns the question with the head of a pacticipant's branch. */
    public CanIDeploy headOfBranch(String pacticipant, String branch) {
        return with(parameter("q[][pacticipant]", pacticipant) + "&" + parameter("q[][latest]", "true") + "&"
                + parameter("q[][branch]", branch));
    }

    /** Returns the question whether they go together with what is deployed or released in the environment. */
    public CanIDeploy toEnvironment(String name) {
        return to(new Destination.Environment(name));
    }

    /** Returns the question whether they go together with the latest versions that have the tag. */
    public CanIDeploy toTag(String name) {
        return to(new Destination.Tag(name));
    }

    /** Returns the question whether they go together with the main branches: may it be merged. */
    public CanIDeploy toMainBranches() {
        return to(new Destination.MainBranch());
    }

    /** Returns the question with one more pacticipant whose results do not count. */
    public CanIDeploy ignoring(String pacticipant) {
        List<String> more = new ArrayList<>(ignored);
        more.add(parameter("ignore[][pacticipant]", pacticipant));
        return new CanIDeploy(broker, selectors, List.copyOf(more), destination, attempts, interval);
    }

    /**
     * Returns the question that is asked again while the answer is unknown, because a verification may still be running.
     *
     * @param times how often it is asked at most, at least 1
     * @param pause the time in between
     */
    public CanIDeploy askingAgainWhileUnknown(int times, Duration pause) {
        if (times < 1 || pause.isNegative()) {
            throw new IllegalArgumentException("times is " + times + " and the pause " + pause
                    + ", but at least one time and no negative pause is needed");
        }
        return new CanIDeploy(broker, selectors, ignored, destination, times, pause);
    }

    /**
     * Asks.
     *
     * @return the answer; yes, no, and unknown are all answers
     * @throws IllegalStateException when no version is asked about
     * @throws dev.accord.consumer.broker.BrokerException when the broker does not answer or refuses the question, for
     *     example because it knows no such pacticipant
     */
    public DeploymentAnswer ask() {
        if (selectors.isEmpty()) {
            throw new IllegalStateException("No version is asked about: call version(...)");
        }
        String path = "/matrix?" + query();
        DeploymentAnswer answer = DeploymentAnswer.of("GET " + broker.baseUrl() + path, broker.get(path));
        for (int attempt = 1;
                attempt < attempts && answer.verdict() == DeploymentAnswer.Verdict.UNKNOWN && pause();
                attempt++) {
            answer = DeploymentAnswer.of("GET " + broker.baseUrl() + path, broker.get(path));
        }
        return answer;
    }

    /** Waits; returns false when the thread is to stop. */
    private boolean pause() {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String query() {
        List<String> parameters = new ArrayList<>(selectors);
        boolean byProviderVersion = destination instanceof Destination.Environment || selectors.size() > 1;
        parameters.add("latestby=" + (byProviderVersion ? "cvpv" : "cvp"));
        switch (destination) {
            case Destination.Environment environment -> parameters.add(parameter("environment", environment.name()));
            case Destination.Tag tag -> {
                parameters.add("latest=true");
                parameters.add(parameter("tag", tag.name()));
            }
            case Destination.MainBranch main -> {
                parameters.add("latest=true");
                parameters.add("mainBranch=true");
            }
            case Destination.None none -> {
                if (selectors.size() == 1) {
                    parameters.add("latest=true");
                }
            }
        }
        parameters.addAll(ignored);
        return String.join("&", parameters);
    }

    private CanIDeploy with(String selector) {
        List<String> more = new ArrayList<>(selectors);
        more.add(selector);
        return new CanIDeploy(broker, List.copyOf(more), ignored, destination, attempts, interval);
    }

    private CanIDeploy to(Destination other) {
        if (!(destination instanceof Destination.None)) {
            throw new IllegalArgumentException(
                    "Two destinations are given, " + destination + " and " + other + "; ask once for each");
        }
        return new CanIDeploy(broker, selectors, ignored, other, attempts, interval);
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
