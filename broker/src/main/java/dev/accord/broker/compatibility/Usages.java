package dev.accord.broker.compatibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accord.broker.platform.Database;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.pact.UnreadablePactException;
import dev.accord.contracts.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What pact contents use of their providers; worked out once per content and kept in memory while in use. Thread-safe. */
@ApplicationScoped
public class Usages {

    /** Characters of pact text whose usages are kept in memory. */
    private static final long KEPT_CHARACTERS = 32_000_000;

    private final Database database;
    private final Cache<Long, Known> kept;
    private final LongAdder demands = new LongAdder();

    Usages(Database database) {
        this.database = database;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(KEPT_CHARACTERS)
                .weigher((Long id, Known known) -> known.characters)
                .build();
    }

    private record Known(Optional<Usage> usage, int characters) {}

    private record Stored(long pactVersionId, String content) {}

    /**
     * The usages of pact contents by their keys. A content that cannot be read as a pact has none and is absent. At most
     * one statement.
     */
    public Map<Long, Usage> of(Collection<Long> pactVersionIds) {
        demands.increment();
        Map<Long, Usage> usages = new HashMap<>();
        List<Long> unknown = new ArrayList<>();
        for (Long id : pactVersionIds) {
            Known known = kept.getIfPresent(id);
            if (known == null) {
                unknown.add(id);
            } else {
                known.usage.ifPresent(usage -> usages.put(id, usage));
            }
        }
        if (!unknown.isEmpty()) {
            load(unknown).forEach(stored -> {
                Optional<Usage> usage = read(stored.content());
                kept.put(
                        stored.pactVersionId(),
                        new Known(usage, stored.content().length()));
                usage.ifPresent(known -> usages.put(stored.pactVersionId(), known));
            });
        }
        return usages;
    }

    /** How often usages were asked for since the start: what is decided from stored results alone adds nothing. */
    public long demands() {
        return demands.sum();
    }

    /** The usage of a text, or empty when it cannot be read as a pact. */
    public static Optional<Usage> read(String content) {
        try {
            return Optional.of(Usage.of(PactReader.read(content)));
        } catch (UnreadablePactException unreadable) {
            return Optional.empty();
        }
    }

    private List<Stored> load(List<Long> ids) {
        return database.list(
                "select pact_version_id, content from pact_content where pact_version_id = any(?)",
                row -> new Stored(row.number("pact_version_id"), row.text("content")),
                ids);
    }
}
