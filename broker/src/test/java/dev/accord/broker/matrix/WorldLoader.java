package dev.accord.broker.matrix;

import dev.accord.broker.matrix.World.Version;
import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.platform.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
                values (1, ?, ?, 1, ?, cast(? as jsonb))""",
                content(verdict.consumer(), verdict.provider(), verdict.content()),
                document(verdict.document()),
                verdict.verdict(),
                verdict.verdict().equals("incompatible") ? """
                          [{"code": "response-property-missing", "level": "error", "operation": "GET /orders/{id}",
                            "description": "an order", "field": "$.total",
                            "sentence": "response 200 of GET /orders/{id} has no property $.total"}]""" : "[]");
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
