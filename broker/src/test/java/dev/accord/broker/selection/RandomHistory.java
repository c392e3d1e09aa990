package dev.accord.broker.selection;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A provider's and two consumers' random past, written to the database and remembered as plain lists, and what follows from
 * the lists by the plainest reading of the rules. Times lie up to sixty days back, in any order.
 */
final class RandomHistory {

    static final List<String> BRANCHES = List.of("main", "feat", "old");
    static final List<String> TAGS = List.of("dev", "prod");

    record Membership(long version, String branch, Instant at) {}

    record Tagging(long version, String tag, Instant at) {}

    record Result(long id, long content, long version, boolean success, boolean wip, Instant at) {}

    record Publication(String consumer, long version, long content, Instant at) {}

    private record Recorded(long content, String tag, boolean wip) {}

    final String provider;
    private final Database database;
    private final Random random;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final long providerId;
    private final Map<String, Long> consumers = new LinkedHashMap<>();
    private final Map<String, Long> contents = new LinkedHashMap<>();
    private final List<Publication> publications = new ArrayList<>();
    private final Map<Long, List<Membership>> consumerBranches = new LinkedHashMap<>();
    private final List<Tagging> consumerTags = new ArrayList<>();
    private final Map<Long, Instant> versions = new LinkedHashMap<>();
    private final Map<String, Instant> branches = new LinkedHashMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Tagging> taggings = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Map<Recorded, Instant> recorded = new LinkedHashMap<>();

    RandomHistory(Database database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        String own = "model-" + seed + "-" + System.nanoTime();
        this.provider = own + "-P";
        this.providerId = pacticipant(provider);
        for (String consumer : List.of("A", "B")) {
            long id = pacticipant(own + "-" + consumer);
            consumers.put(own + "-" + consumer, id);
            database.update(
                    "insert into integration (workspace_id, consumer_id, provider_id) values (1, ?, ?)",
                    id,
                    providerId);
        }
        for (int i = 0; i < 45; i++) {
            step();
        }
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1 -> publish();
            case 2, 3 -> branch();
            case 4 -> tag();
            case 5, 6, 7, 8, 9 -> verify();
            case 10 -> forget();
            default -> consumerTag();
        }
    }

    private void publish() {
        String consumer = pick(List.copyOf(consumers.keySet()));
        long version = version(consumers.get(consumer), time());
        String label = consumer + "/" + random.nextInt(4);
        long content = contents.computeIfAbsent(
                label,
                key -> id(
                        "insert into pact_version (workspace_id, consumer_id, provider_id, sha) values (1, ?, ?, ?)",
                        consumers.get(consumer),
                        providerId,
                        key));
        Instant at = time();
        id("""
                insert into pact_publication (workspace_id, consumer_id, provider_id, consumer_version_id,
                                              pact_version_id, created_at)
                values (1, ?, ?, ?, ?, ?)""", consumers.get(consumer), providerId, version, content, at);
        publications.add(new Publication(consumer, version, content, at));
        String branch = pick(BRANCHES);
        join(consumers.get(consumer), version, branch, at);
        consumerBranches
                .computeIfAbsent(consumers.get(consumer), key -> new ArrayList<>())
                .add(new Membership(version, branch, at));
    }

    private void consumerTag() {
        if (!publications.isEmpty()) {
            Publication publication = pick(publications);
            String name = pick(TAGS);
            if (consumerTags.stream()
                    .noneMatch(
                            t -> t.version() == publication.version() && t.tag().equals(name))) {
                tag(consumers.get(publication.consumer()), publication.version(), name, now);
                consumerTags.add(new Tagging(publication.version(), name, now));
            }
        }
    }

    private void branch() {
        long version = providerVersion();
        String name = pick(BRANCHES);
        if (memberships.stream()
                .anyMatch(m -> m.version() == version && m.branch().equals(name))) {
            return;
        }
        Instant at = time();
        branches.putIfAbsent(name, at);
        join(providerId, version, name, at);
        memberships.add(new Membership(version, name, at));
    }

    private void tag() {
        long version = providerVersion();
        String name = pick(TAGS);
        if (taggings.stream().noneMatch(t -> t.version() == version && t.tag().equals(name))) {
            Instant at = time();
            tag(providerId, version, name, at);
            taggings.add(new Tagging(version, name, at));
        }
    }

    private void verify() {
        if (contents.isEmpty()) {
            return;
        }
        String label = pick(List.copyOf(contents.keySet()));
        long content = contents.get(label);
        long version = providerVersion();
        boolean success = random.nextInt(4) > 0;
        boolean wip = random.nextInt(4) == 0;
        Instant at = time();
        long id = id("""
                insert into verification (workspace_id, consumer_id, provider_id, pact_version_id, provider_version_id,
                                          success, wip, created_at)
                select 1, p.consumer_id, p.provider_id, p.id, ?, ?, ?, ? from pact_version p where p.id = ?""", version, success, wip, at, content);
        results.add(new Result(id, content, version, success, wip, at));
        if (success) {
            taggings.stream().filter(t -> t.version() == version).forEach(t -> {
                database.update("""
                        insert into verification_tag (workspace_id, pact_version_id, provider_id, name, wip,
                                                      first_successful_at)
                        values (1, ?, ?, ?, ?, ?) on conflict do nothing""", content, providerId, t.tag(), wip, at);
                recorded.putIfAbsent(new Recorded(content, t.tag(), wip), at);
            });
        }
    }

    /** Something of the provider is deleted: a result, a membership, a version, or a whole branch. */
    private void forget() {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (!results.isEmpty()) {
                    Result result = results.remove(random.nextInt(results.size()));
                    database.update("delete from verification where id = ?", result.id());
                }
            }
            case 1 -> {
                if (!memberships.isEmpty()) {
                    Membership gone = memberships.remove(random.nextInt(memberships.size()));
                    database.update("""
                            delete from branch_version v
                             using branch b
                             where v.branch_id = b.id and v.version_id = ? and b.name = ?""", gone.version(), gone.branch());
                }
            }
            case 2 -> {
                if (!versions.isEmpty()) {
                    long version = pick(List.copyOf(versions.keySet()));
                    database.update("delete from version where id = ?", version);
                    versions.remove(version);
                    memberships.removeIf(m -> m.version() == version);
                    taggings.removeIf(t -> t.version() == version);
                    results.removeIf(r -> r.version() == version);
                }
            }
            default -> {
                if (!branches.isEmpty()) {
                    String branch = pick(List.copyOf(branches.keySet()));
                    database.update("delete from branch where pacticipant_id = ? and name = ?", providerId, branch);
                    branches.remove(branch);
                    memberships.removeIf(m -> m.branch().equals(branch));
                }
            }
        }
    }

    /** The contents that every version under any branch head has, pending or not for a branch; by hash. */
    Map<String, Boolean> pending(String branch) {
        Map<String, Boolean> pending = new LinkedHashMap<>();
        heads().forEach(p -> pending.put(
                sha(p.content()),
                !results.stream()
                        .filter(r -> r.content() == p.content() && r.success())
                        .anyMatch(r -> on(r, branch) || onOther(r, branch) && before(r.at(), branches.get(branch)))));
        return pending;
    }

    /** The same for tags of the provider. */
    Map<String, Boolean> pending(List<String> tags) {
        Map<String, Boolean> pending = new LinkedHashMap<>();
        heads().forEach(p -> pending.put(
                sha(p.content()),
                tags.stream()
                        .anyMatch(tag -> results.stream()
                                .filter(r -> r.content() == p.content() && r.success())
                                .noneMatch(r -> taggings.stream()
                                        .filter(t -> t.version() == r.version())
                                        .anyMatch(t -> t.tag().equals(tag) || before(r.at(), firstUse(tag)))))));
        return pending;
    }

    /** The hashes of contents in progress for a branch when nothing is selected. */
    List<String> inProgress(String branch, Instant since, int lookbackDays) {
        Instant cutoff = now.minus(Duration.ofDays(lookbackDays));
        @Nullable
        Instant first = memberships.stream()
                .filter(m -> m.branch().equals(branch))
                .min((a, b) -> a.at().compareTo(b.at()))
                .map(m -> versions.get(m.version()))
                .orElse(null);
        return heads().stream()
                .filter(p -> p.at().isAfter(since))
                .filter(p -> results.stream()
                        .filter(r -> r.content() == p.content() && r.success() && !r.wip() && !r.at().isBefore(cutoff))
                        .noneMatch(r -> on(r, branch) || onOther(r, branch) && before(r.at(), first)))
                .map(p -> sha(p.content()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The hashes of contents in progress for one of some tags when nothing is selected. */
    List<String> inProgress(List<String> tags, Instant since) {
        return heads().stream()
                .filter(p -> p.at().isAfter(since))
                .filter(p -> tags.stream()
                        .anyMatch(tag -> recorded.entrySet().stream()
                                .filter(e -> e.getKey().content() == p.content()
                                        && !e.getKey().wip())
                                .noneMatch(e -> e.getKey().tag().equals(tag) || before(e.getValue(), firstUse(tag)))))
                .map(p -> sha(p.content()))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Publication> heads() {
        List<Publication> heads = new ArrayList<>();
        for (Publication publication : publications) {
            List<Membership> own = consumerBranches.get(consumers.get(publication.consumer()));
            boolean branchHead = BRANCHES.stream()
                    .anyMatch(branch -> own.stream()
                            .filter(m -> m.branch().equals(branch))
                            .reduce((a, b) -> b)
                            .filter(m -> m.version() == publication.version())
                            .isPresent());
            boolean tagHead = TAGS.stream()
                    .anyMatch(tag -> consumerTags.stream()
                            .filter(t -> t.tag().equals(tag))
                            .filter(t -> own.stream().anyMatch(m -> m.version() == t.version()))
                            .mapToLong(Tagging::version)
                            .max()
                            .stream()
                            .anyMatch(version -> version == publication.version()));
            if (branchHead || tagHead) {
                heads.add(publication);
            }
        }
        return heads;
    }

    private boolean on(Result result, String branch) {
        return memberships.stream()
                .anyMatch(m -> m.version() == result.version() && m.branch().equals(branch));
    }

    private boolean onOther(Result result, String branch) {
        return memberships.stream()
                .anyMatch(m -> m.version() == result.version() && !m.branch().equals(branch));
    }

    private @Nullable Instant firstUse(String tag) {
        return taggings.stream()
                .filter(t -> t.tag().equals(tag))
                .map(Tagging::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static boolean before(Instant moment, @Nullable Instant limit) {
        return limit == null || moment.isBefore(limit);
    }

    private String sha(long content) {
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue() == content)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private long providerVersion() {
        if (versions.isEmpty() || random.nextInt(3) == 0) {
            Instant at = time();
            versions.put(version(providerId, at), at);
        }
        return pick(List.copyOf(versions.keySet()));
    }

    private long pacticipant(String name) {
        return id(
                "insert into pacticipant (workspace_id, name, display_name) values (?, ?, 'x')",
                Workspace.DEFAULT,
                name);
    }

    private long version(long pacticipant, Instant at) {
        return id(
                "insert into version (workspace_id, pacticipant_id, number, created_at) values (1, ?, ?, ?)",
                pacticipant,
                "v" + random.nextLong(),
                at);
    }

    private void join(long pacticipant, long version, String branch, Instant at) {
        database.update("""
                insert into branch (workspace_id, pacticipant_id, name, created_at)
                values (1, ?, ?, ?) on conflict do nothing""", pacticipant, branch, at);
        database.update("""
                insert into branch_version (workspace_id, pacticipant_id, branch_id, version_id, created_at)
                select 1, b.pacticipant_id, b.id, ?, ? from branch b where b.pacticipant_id = ? and b.name = ?""", version, at, pacticipant, branch);
    }

    private void tag(long pacticipant, long version, String name, Instant at) {
        database.update(
                "insert into tag (workspace_id, pacticipant_id, version_id, name, created_at) values (1, ?, ?, ?, ?)",
                pacticipant,
                version,
                name,
                at);
    }

    private long id(String sql, Object... parameters) {
        return database.one(sql + " returning id", row -> row.number("id"), parameters);
    }

    private Instant time() {
        return now.minus(Duration.ofMinutes(30 + random.nextInt(60 * 24 * 60)))
                .minusNanos(random.nextInt(1_000_000) * 1_000L);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
