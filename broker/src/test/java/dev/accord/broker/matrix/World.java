package dev.accord.broker.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A broker's contents as plain lists, for tests: what was published, verified, tagged, deployed. Everything that is named is
 * made when it is first named, as the API does. Numbers are handed out in the order of the calls.
 */
final class World {

    final Map<String, App> apps = new LinkedHashMap<>();
    final List<Version> versions = new ArrayList<>();
    final List<OnBranch> onBranches = new ArrayList<>();
    final List<Tagged> tags = new ArrayList<>();
    final List<Publication> publications = new ArrayList<>();
    final List<Result> results = new ArrayList<>();
    final List<Integration> integrations = new ArrayList<>();
    final List<Presence> presences = new ArrayList<>();
    final List<Document> documents = new ArrayList<>();
    final List<Verdict> verdicts = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    final Set<String> strict = new TreeSet<>();
    final List<String> environments = new ArrayList<>();
    private int clock;

    /** An application; its main branch is set by tests. */
    static final class App {
        final String name;

        @Nullable
        String mainBranch;

        App(String name) {
            this.name = name;
        }
    }

    record Version(String app, String number, int order) {}

    record OnBranch(Version version, String branch, int at) {}

    record Tagged(Version version, String tag) {}

    record Publication(Version consumer, String provider, String content, int revision, int at) {}

    record Result(String consumer, String provider, String content, Version providerVersion, boolean success, int at) {}

    record Integration(String consumer, String provider) {}

    /** A version in an environment; a deployment with its instance, a release without. */
    record Presence(
            Version version,
            String environment,
            boolean deployment,
            @Nullable String instance) {}

    record Document(
            Version providerVersion, String name, @Nullable Boolean selfVerified) {}

    /**
     * What a document makes of a content.
     *
     * @param hard  places where it does not serve the pact
     * @param weak  places where it promises less than the pact needs; harmless unless a change brings them about
     * @param vague places where nobody can tell what a change brings about
     */
    record Verdict(
            String consumer,
            String provider,
            String content,
            String document,
            String verdict,
            Set<String> hard,
            Set<String> weak,
            Set<String> vague) {
        Set<String> broken() {
            Set<String> broken = new TreeSet<>(hard);
            broken.addAll(weak);
            return broken;
        }
    }

    /** Somebody accepts a place. */
    record Waiver(String consumer, String provider, String environment, String place, boolean expired) {}

    App app(String name) {
        return apps.computeIfAbsent(name, App::new);
    }

    Version version(String app, String number) {
        app(app);
        return versions.stream()
                .filter(version -> version.app().equals(app) && version.number().equals(number))
                .findFirst()
                .orElseGet(() -> {
                    Version version = new Version(app, number, ++clock);
                    versions.add(version);
                    return version;
                });
    }

    World environment(String name) {
        if (!environments.contains(name)) {
            environments.add(name);
        }
        return this;
    }

    World mainBranch(String app, String branch) {
        app(app).mainBranch = branch;
        return this;
    }

    World publish(String consumer, String number, String provider, String content) {
        app(provider);
        Version version = version(consumer, number);
        int revision = (int) publications.stream()
                        .filter(known -> known.consumer().equals(version)
                                && known.provider().equals(provider))
                        .count()
                + 1;
        publications.add(new Publication(version, provider, content, revision, ++clock));
        integrate(consumer, provider);
        return this;
    }

    /** A result for the content that the consumer version published last. */
    World verify(String consumer, String number, String provider, String providerNumber, boolean success) {
        String content = publications.stream()
                .filter(known -> known.consumer().equals(version(consumer, number))
                        && known.provider().equals(provider))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .content();
        return verifyContent(consumer, provider, content, providerNumber, success);
    }

    World verifyContent(String consumer, String provider, String content, String providerNumber, boolean success) {
        results.add(new Result(consumer, provider, content, version(provider, providerNumber), success, ++clock));
        integrate(consumer, provider);
        return this;
    }

    World tag(String app, String number, String tag) {
        Tagged tagged = new Tagged(version(app, number), tag);
        if (!tags.contains(tagged)) {
            tags.add(tagged);
        }
        return this;
    }

    World branch(String app, String number, String branch) {
        Version version = version(app, number);
        if (onBranches.stream()
                .noneMatch(known ->
                        known.version().equals(version) && known.branch().equals(branch))) {
            onBranches.add(new OnBranch(version, branch, ++clock));
        }
        return this;
    }

    World deploy(String app, String number, String environment) {
        return deploy(app, number, environment, null);
    }

    World deploy(String app, String number, String environment, @Nullable String instance) {
        undeploy(app, environment, instance);
        presences.add(new Presence(version(app, number), environment(environment, app), true, instance));
        return this;
    }

    World undeploy(String app, String environment, @Nullable String instance) {
        presences.removeIf(known -> known.deployment()
                && known.version().app().equals(app)
                && known.environment().equals(environment)
                && Objects.equals(known.instance(), instance));
        return this;
    }

    World release(String app, String number, String environment) {
        Presence presence = new Presence(version(app, number), environment(environment, app), false, null);
        if (!presences.contains(presence)) {
            presences.add(presence);
        }
        return this;
    }

    World document(String provider, String number, String name, @Nullable Boolean selfVerified) {
        Version version = version(provider, number);
        documents.removeIf(known -> known.providerVersion().equals(version));
        documents.add(new Document(version, name, selfVerified));
        return this;
    }

    World compare(String consumer, String provider, String content, String document, String verdict) {
        Set<String> hard = verdict.equals("incompatible") ? Set.of("$.total") : Set.of();
        return compare(consumer, provider, content, document, verdict, hard, Set.of(), Set.of());
    }

    World compare(
            String consumer,
            String provider,
            String content,
            String document,
            String verdict,
            Set<String> hard,
            Set<String> weak,
            Set<String> vague) {
        verdicts.removeIf(known -> known.consumer().equals(consumer)
                && known.provider().equals(provider)
                && known.content().equals(content)
                && known.document().equals(document));
        verdicts.add(new Verdict(consumer, provider, content, document, verdict, hard, weak, vague));
        return this;
    }

    World accept(String consumer, String provider, String environment, String place, boolean expired) {
        app(consumer);
        waivers.add(new Waiver(consumer, provider, environment(environment, provider), place, expired));
        return this;
    }

    /** What cannot be told refuses in this environment. */
    World strict(String environment) {
        environment(environment);
        strict.add(environment);
        return this;
    }

    Optional<Verdict> verdict(Publication pact, String document) {
        return verdicts.stream()
                .filter(v -> v.consumer().equals(pact.consumer().app())
                        && v.provider().equals(pact.provider())
                        && v.content().equals(pact.content())
                        && v.document().equals(document))
                .findFirst();
    }

    Optional<Document> document(Version version) {
        return documents.stream()
                .filter(known -> known.providerVersion().equals(version))
                .findFirst();
    }

    /** The versions of an application that are in an environment now. */
    List<Version> there(String app, String environment) {
        return presences.stream()
                .filter(there -> there.environment().equals(environment)
                        && there.version().app().equals(app))
                .map(Presence::version)
                .distinct()
                .toList();
    }

    private String environment(String name, String app) {
        app(app);
        environment(name);
        return name;
    }

    private void integrate(String consumer, String provider) {
        Integration integration = new Integration(consumer, provider);
        if (!integrations.contains(integration)) {
            integrations.add(integration);
        }
    }
}
