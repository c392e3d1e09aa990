package dev.accord.broker.impact;

import dev.accord.broker.compatibility.Compatibilities;
import dev.accord.broker.compatibility.ContentPair;
import dev.accord.broker.contract.ContentPublished;
import dev.accord.broker.openapi.DocumentPublished;
import dev.accord.broker.platform.Database;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Works out what decisions will ask, after a publication has been committed. A publisher only leaves a note; one thread with
 * one connection at a time takes the notes, and all that came for one provider meanwhile are one piece of work. What is lost
 * here, by a full notebook or by a stop, is worked out when a question needs it.
 */
@ApplicationScoped
public class Background {

    private static final Logger LOG = Logger.getLogger(Background.class);
    private static final int MOST_PROVIDERS = 1_000;
    private static final int MOST_CONTENTS = 200;
    private static final int MOST_KEYS_AT_ONCE = 500;

    private final Database database;
    private final InUseQueries inUse;
    private final Compatibilities compatibilities;
    private final Impacts impacts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, Note> notes = new LinkedHashMap<>();
    private boolean working;
    private boolean started;
    private volatile boolean stopped;

    Background(Database database, InUseQueries inUse, Compatibilities compatibilities, Impacts impacts) {
        this.database = database;
        this.inUse = inUse;
        this.compatibilities = compatibilities;
        this.impacts = impacts;
    }

    /** What came for one provider: documents that may become the next promise, and pact contents. */
    private record Note(Set<Long> documents, Set<Long> contents) {}

    void documentPublished(@Observes(during = TransactionPhase.AFTER_SUCCESS) DocumentPublished published) {
        leave(published.providerId(), List.of(published.documentId()), List.of());
    }

    void contentPublished(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentPublished published) {
        leave(published.providerId(), List.of(), List.of(published.pactVersionId()));
    }

    /**
     * Leaves a note to work out what documents of a provider would do to pact contents. Never waits; a note that finds no
     * room is dropped.
     */
    public void leave(long providerId, Collection<Long> documents, Collection<Long> contents) {
        lock.lock();
        try {
            if (stopped || (notes.size() >= MOST_PROVIDERS && !notes.containsKey(providerId))) {
                return;
            }
            Note note = notes.computeIfAbsent(providerId, id -> new Note(new HashSet<>(), new HashSet<>()));
            if (note.documents.size() + note.contents.size() < MOST_CONTENTS) {
                note.documents.addAll(documents);
                note.contents.addAll(contents);
            }
            if (!started) {
                started = true;
                Thread.ofPlatform()
                        .daemon()
                        .name("impact")
                        .priority(Thread.MIN_PRIORITY)
                        .start(this::work);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything that was published so far is worked out.
     *
     * @return whether that was so within the time
     */
    public boolean awaitIdle(Duration most) throws InterruptedException {
        long nanos = most.toNanos();
        lock.lock();
        try {
            while (working || !notes.isEmpty()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @PreDestroy
    void stop() {
        lock.lock();
        try {
            stopped = true;
            notes.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        while (!stopped) {
            Map.Entry<Long, Note> next = take();
            if (next == null) {
                return;
            }
            try {
                database.aside(() -> workOut(next.getKey(), next.getValue()));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
                // The thread outlives a document that is too much for it: the others still have their turn.
                if (!stopped) {
                    LOG.warnf(
                            failure, "what provider %d promises was not worked out ahead of questions", next.getKey());
                }
            } finally {
                done();
            }
        }
    }

    private Map.@org.jspecify.annotations.Nullable Entry<Long, Note> take() {
        lock.lock();
        try {
            while (notes.isEmpty() && !stopped) {
                changed.awaitUninterruptibly();
            }
            if (stopped) {
                return null;
            }
            Iterator<Map.Entry<Long, Note>> all = notes.entrySet().iterator();
            Map.Entry<Long, Note> first =
                    Map.entry(all.next().getKey(), notes.values().iterator().next());
            notes.remove(first.getKey());
            working = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void done() {
        lock.lock();
        try {
            working = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void workOut(long providerId, Note note) {
        Set<Long> bases = new LinkedHashSet<>();
        Set<Long> revisions = new LinkedHashSet<>(note.documents);
        for (InUseQueries.Document document : inUse.documents(providerId)) {
            bases.add(document.documentId());
            if (document.place().isEmpty()) {
                revisions.add(document.documentId());
            }
        }
        if (bases.isEmpty() && revisions.isEmpty()) {
            return;
        }
        Set<Long> contents = new LinkedHashSet<>(note.contents);
        inUse.consumers(providerId).forEach(consumer -> contents.add(consumer.pactVersionId()));
        List<ContentPair> pairs = new ArrayList<>();
        List<ImpactKey> keys = new ArrayList<>();
        Set<Long> documents = new LinkedHashSet<>(bases);
        documents.addAll(revisions);
        for (Long content : contents) {
            documents.forEach(document -> pairs.add(new ContentPair(content, document)));
            for (Long base : bases) {
                revisions.forEach(revision -> keys.add(ImpactKey.of(base, revision, content)));
            }
        }
        inParts(pairs, compatibilities::complete);
        inParts(keys, impacts::complete);
    }

    private <T> void inParts(List<T> all, java.util.function.Consumer<List<T>> work) {
        for (int from = 0; from < all.size() && !stopped; from += MOST_KEYS_AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + MOST_KEYS_AT_ONCE)));
        }
    }
}
