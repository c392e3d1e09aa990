package dev.accord.broker.matrix;

import dev.accord.broker.compatibility.Compatibilities;
import dev.accord.broker.impact.Impacts;
import dev.accord.broker.matrix.World.Version;
import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.platform.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes worlds into the database, each under names of its own, so that many live beside each other. */
final class WorldLoader {

    private final Database database;
    private final String prefix;
    private final Map<String, Long> apps = new HashMap<>();
    private final Map<Version, Long> versions = new HashMap<>();
    private final Map<List<String>, Long> contents = new HashMap<>();
    private final Map<String, Long> documents = new HashMap<>();

    private WorldLoader(Database database, String prefix) {
        this.database = database;
        this.prefix = prefix;
    }

    /** Writes a world and tells the prefix of its names. */
    static String load(Database database, World world) {
        String prefix = "w" + UUID.randomUUID().toString().substring(0, 8) + "-";
        QuarkusTransaction.requiringNew().run(() -> new WorldLoader(database, prefix).write(world));
        return prefix;
    }

    /** The query with the names of a written world. */
    static MatrixQuery rename(String prefix, MatrixQuery query) {
        Destination to = query.destination();
        return new MatrixQuery(
                query.selectors().stream()
                        .map(selector -> rename(prefix, selector))
                        .toList(),
                query.ignored().stream()
                        .map(selector -> rename(prefix, selector))
                        .toList(),
                new Destination(to.latest(), to.tag(), named(prefix, to.environment()), to.mainBranch()),
                query.latestBy(),
                query.successes(),
                query.limit());
    }

    private static Selector rename(String prefix, Selector s) {
        return new Selector(
                prefix + s.pacticipant(),
                s.version(),
                s.branch(),
                s.tag(),
                named(prefix, s.environment()),
                s.latest(),
                s.mainBranch());
    }

    private static @Nullable String named(String prefix, @Nullable String environment) {
        return environment == null ? null : prefix + environment;
    }

    private void write(World world) {
        world.apps
                .values()
                .forEach(app -> apps.put(
                        app.name,
                        id(
                                "insert into pacticipant (workspace_id, name, display_name, main_branch) values (1, ?, ?, ?) returning id",
                                prefix + app.name,
                                app.name,
                                app.mainBranch)));
        world.versions.forEach(version -> versions.put(
                version,
                id(
                        "insert into version (workspace_id, pacticipant_id, number) values (1, ?, ?) returning id",
                        app(version.app()),
                        version.number())));
        world.onBranches.forEach(this::writeBranch);
        world.tags.forEach(tagged -> database.update(
                "insert into tag (workspace_id, pacticipant_id, version_id, name) values (1, ?, ?, ?)",
                app(tagged.version().app()),
                id(tagged.version()),
                tagged.tag()));
        world.integrations.forEach(pair -> database.update(
                "insert into integration (workspace_id, consumer_id, provider_id) values (1, ?, ?)",
                app(pair.consumer()),
                app(pair.provider())));
        world.publications.forEach(pact -> writePact(world, pact));
        world.results.forEach(result -> database.update(
                """
                insert into verification (workspace_id, consumer_id, provider_id, pact_version_id, provider_version_id, success)
                values (1, ?, ?, ?, ?, ?)""",
                app(result.consumer()),
                app(result.provider()),
                content(result.consumer(), result.provider(), result.content()),
                id(result.providerVersion()),
                result.success()));
        world.environments.forEach(this::writeEnvironment);
        world.presences.forEach(this::writePresence);
        world.documents.forEach(this::writeDocument);
        world.verdicts.forEach(this::writeVerdict);
        world.verdicts.forEach(base -> world.verdicts.stream()
                .filter(revision -> !revision.document().equals(base.document())
                        && revision.consumer().equals(base.consumer())
                        && revision.provider().equals(base.provider())
                        && revision.content().equals(base.content()))
                .forEach(revision -> writeImpact(base, revision)));
        writeChanges(world);
        world.waivers.forEach(this::writeWaiver);
        world.strict.forEach(environment -> database.update("""
                insert into environment_policy (environment_id, workspace_id, warnings_block)
                select id, 1, true from environment where name = ?""", prefix + environment));
    }

    /** What one document breaks that another one does not, as the library would say it. */
    private void writeImpact(World.Verdict base, World.Verdict revision) {
        Set<String> introduced = new TreeSet<>(revision.broken());
        introduced.removeAll(base.broken());
        Set<String> doubts = new TreeSet<>(revision.vague());
        doubts.removeAll(base.vague());
        Set<String> already = new TreeSet<>(revision.broken());
        already.retainAll(base.broken());
        String findings = "{\"introduced\": ["
                + Stream.concat(
                                introduced.stream().map(place -> finding(place, "error")),
                                doubts.stream().map(place -> finding(place, "warning")))
                        .collect(Collectors.joining(","))
                + "], \"already\": ["
                + already.stream().map(place -> finding(place, "error")).collect(Collectors.joining(","))
                + "], \"more\": 0}";
        String verdict = !introduced.isEmpty() ? "breaks" : doubts.isEmpty() ? "unaffected" : "cannot-tell";
        database.update(
                """
                insert into impact (workspace_id, base_document_id, revision_document_id, pact_version_id, algorithm,
                                    verdict, findings)
                values (1, ?, ?, ?, ?, ?, cast(? as jsonb))""",
                document(base.document()),
                document(revision.document()),
                content(base.consumer(), base.provider(), base.content()),
                Impacts.ALGORITHM,
                verdict,
                findings);
    }

    private void writeChanges(World world) {
        List<String> names =
                world.documents.stream().map(World.Document::name).distinct().toList();
        for (String base : names) {
            for (String revision : names) {
                if (!base.equals(revision)) {
                    database.update("""
                            insert into document_diff (workspace_id, base_document_id, revision_document_id, algorithm, changes)
                            values (1, ?, ?, ?, '{"breaking": []}')""", document(base), document(revision), Impacts.ALGORITHM);
                }
            }
        }
    }

    private void writeWaiver(World.Waiver waiver) {
        database.update(
                """
                insert into acceptance (workspace_id, uuid, provider_id, consumer_id, environment_id, finding_code,
                                        operation, location, reason, accepted_by, expires_at)
                select 1, ?, ?, ?, e.id, 'response-property-missing', 'GET /orders/{id}', ?, 'for now', 'somebody',
                       now() + cast(? as interval)
                  from environment e where e.name = ?""",
                UUID.randomUUID(),
                app(waiver.provider()),
                app(waiver.consumer()),
                waiver.place(),
                waiver.expired() ? "-1 day" : "1 day",
                prefix + waiver.environment());
    }

    private static String finding(String place, String level) {
        return """
                {"code": "response-property-missing", "level": "%s", "operation": "GET /orders/{id}",
                 "description": "an order", "field": "%s",
                 "sentence": "response 200 of GET /orders/{id} has no property %s"}""".formatted(level, place, place);
    }

    private void writeBranch(World.OnBranch member) {
        long app = app(member.version().app());
        database.update(
                "insert into branch (workspace_id, pacticipant_id, name) values (1, ?, ?) on conflict do nothing",
                app,
                member.branch());
        database.update("""
                insert into branch_version (workspace_id, pacticipant_id, branch_id, version_id)
                select 1, b.pacticipant_id, b.id, ? from branch b where b.pacticipant_id = ? and b.name = ?""", id(member.version()), app, member.branch());
    }

    private void writePact(World world, World.Publication pact) {
        boolean current = world.publications.stream()
                .noneMatch(later -> later.consumer().equals(pact.consumer())
                        && later.provider().equals(pact.provider())
                        && later.revision() > pact.revision());
        database.update(
                """
                insert into pact_publication (workspace_id, consumer_id, provider_id, consumer_version_id, pact_version_id,
                                              revision, current)
                values (1, ?, ?, ?, ?, ?, ?)""",
                app(pact.consumer().app()),
                app(pact.provider()),
                id(pact.consumer()),
                content(pact.consumer().app(), pact.provider(), pact.content()),
                pact.revision(),
                current);
    }

    private void writeEnvironment(String name) {
        database.update("""
                insert into environment (workspace_id, uuid, name, display_name, production)
                values (1, ?, ?, ?, true)""", UUID.randomUUID(), prefix + name, name);
    }

    private void writePresence(World.Presence presence) {
        database.update(
                presence.deployment() ? """
                          insert into deployed_version (workspace_id, uuid, environment_id, pacticipant_id, version_id,
                                                        application_instance)
                          select 1, ?, e.id, ?, ?, ? from environment e where e.name = ?""" : """
                          insert into released_version (workspace_id, uuid, environment_id, pacticipant_id, version_id)
                          select 1, ?, e.id, ?, ? from environment e where cast(? as text) is null and e.name = ?""",
                UUID.randomUUID(),
                app(presence.version().app()),
                id(presence.version()),
                presence.instance(),
                prefix + presence.environment());
    }

    private void writeDocument(World.Document document) {
        database.update(
                """
                insert into provider_contract (workspace_id, provider_id, version_id, document_id, content_type, self_verified)
                values (1, ?, ?, ?, 'application/yaml', ?)""",
                app(document.providerVersion().app()),
                id(document.providerVersion()),
                document(document.name()),
                document.selfVerified());
    }

    private void writeVerdict(World.Verdict verdict) {
        database.update(
                """
                insert into compatibility (workspace_id, pact_version_id, document_id, algorithm, verdict, findings)
                values (1, ?, ?, ?, ?, cast(? as jsonb))""",
                content(verdict.consumer(), verdict.provider(), verdict.content()),
                document(verdict.document()),
                Compatibilities.ALGORITHM,
                verdict.verdict(),
                "["
                        + verdict.hard().stream()
                                .map(place -> finding(place, "error"))
                                .collect(Collectors.joining(","))
                        + "]");
    }

    private long content(String consumer, String provider, String content) {
        return contents.computeIfAbsent(
                List.of(consumer, provider, content),
                key -> id(
                        "insert into pact_version (workspace_id, consumer_id, provider_id, sha) values (1, ?, ?, ?) returning id",
                        app(consumer),
                        app(provider),
                        UUID.randomUUID().toString().replace("-", "") + "00000000"));
    }

    private long document(String name) {
        return documents.computeIfAbsent(
                name,
                key -> id(
                        "insert into openapi_document (workspace_id, hash, content) values (1, ?, '{}') returning id",
                        UUID.randomUUID().toString()));
    }

    private long app(String name) {
        return apps.getOrDefault(name, 0L);
    }

    private long id(Version version) {
        return versions.getOrDefault(version, 0L);
    }

    private long id(String sql, @Nullable Object... parameters) {
        return database.one(sql, row -> row.number("id"), parameters);
    }
}
