package dev.accord.broker.impact;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.accord.broker.openapi.Documents;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.openapi.OpenApiDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The changes in use, with both documents indexed, so that many pacts can be held against one change. Thread-safe. */
@ApplicationScoped
class Models {

    private final LoadingCache<DocumentPair, Model> kept;

    Models(Documents documents) {
        this.kept = Caffeine.newBuilder()
                .softValues()
                .maximumSize(200)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(pair -> load(documents, pair));
    }

    /** A change with what changed. */
    record Model(List<Change> changes, Impact impact) {}

    /**
     * The model of a change of two stored documents.
     *
     * @throws RuntimeException when a stored document cannot be read, which only an older reader could have let in
     */
    Model of(DocumentPair pair) {
        return kept.get(pair);
    }

    private static Model load(Documents documents, DocumentPair pair) {
        OpenApiDocument base = documents.read(pair.baseDocumentId());
        OpenApiDocument revision = documents.read(pair.revisionDocumentId());
        List<Change> changes = OpenApiDiff.compare(base, revision);
        return new Model(changes, Impact.between(base, revision, changes));
    }
}
