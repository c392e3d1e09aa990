package dev.accord.broker.compatibility;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.accord.broker.openapi.Documents;
import dev.accord.contracts.compatibility.ApiJudge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The judges of the documents in use; a judge knows its document's operations by the shape of their paths. Thread-safe. */
@ApplicationScoped
class Judges {

    private final LoadingCache<Long, ApiJudge> kept;

    Judges(Documents documents) {
        this.kept = Caffeine.newBuilder()
                .softValues()
                .maximumSize(1_000)
                .expireAfterAccess(Duration.ofHours(1))
                .build(id -> ApiJudge.of(documents.read(id)));
    }

    /** The judge of a stored document. */
    ApiJudge of(long documentId) {
        return kept.get(documentId);
    }
}
