package dev.accord.broker.contract;

import dev.accord.broker.contract.ContractRepository.NewContent;
import dev.accord.broker.contract.ContractRepository.NewPublication;
import dev.accord.broker.contract.ContractRepository.StoredContent;
import dev.accord.broker.contract.PublishingQueries.Current;
import dev.accord.broker.contract.PublishingQueries.Earlier;
import dev.accord.broker.contract.PublishingQueries.Situation;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.version.Version;
import dev.accord.broker.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Publishes pacts: one request, one transaction, all or nothing. Locks are taken in one order everywhere (pacticipants,
 * version, branch and tags, integrations, contents, publications, each sorted by name or key), so that parallel
 * publications may wait for each other but never in a circle.
 */
@ApplicationScoped
class PublishingService {

    private static final Logger LOG = Logger.getLogger(PublishingService.class);

    private final Pacticipants pacticipants;
    private final Versions versions;
    private final PublishingQueries queries;
    private final ContractRepository repository;
    private final PublicationReader reader;
    private final Settings settings;
    private final Event<ContentPublished> contentPublished;
    private final Event<ContractPublished> contractPublished;

    PublishingService(
            Pacticipants pacticipants,
            Versions versions,
            PublishingQueries queries,
            ContractRepository repository,
            PublicationReader reader,
            Settings settings,
            Event<ContentPublished> contentPublished,
            Event<ContractPublished> contractPublished) {
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.queries = queries;
        this.repository = repository;
        this.reader = reader;
        this.settings = settings;
        this.contentPublished = contentPublished;
        this.contractPublished = contractPublished;
    }

    /**
     * Stores a publication. About a dozen statements, whatever the number of contracts and whatever the history.
     *
     * @throws PublicationRefusedException when it conflicts with what is stored; nothing is stored then
     */
    @Transactional
    Published publish(Publication publication) {
        Map<String, Pacticipant> known = knownPacticipants(publication);
        Pacticipant consumer = get(known, publication.consumer());
        Versions.Found found = versions.findOrCreate(consumer, publication.number());
        Version version = found.version();
        Map<Long, String> providers = new TreeMap<>();
        publication.providers().forEach(name -> providers.put(get(known, name).id(), name));

        Map<Long, Current> before = current(found, providers.keySet());
        PublicationFold fold = fold(publication, providers, before);
        describe(publication, consumer, found);
        Map<Long, PublicationState> after = store(consumer, version, providers, before, fold.contents());
        List<Published.Outcome> outcomes = outcomes(publication, consumer, version, known, fold, after);
        LOG.infof(
                "event=contracts_published consumer=%s version=%s providers=%s",
                publication.consumer(), publication.number(), providers.values());
        return new Published(publication, found.created(), outcomes);
    }

    /** What a provider has from the version now. */
    private record PublicationState(long publicationId, long pactVersionId, boolean madeContent, boolean first) {}

    private Map<String, Pacticipant> knownPacticipants(Publication publication) {
        Set<String> names = new TreeSet<>(publication.providers());
        names.add(publication.consumer());
        Map<String, Pacticipant> known = pacticipants.find(names);
        if (known.size() == names.size()) {
            return known;
        }
        if (settings.checkForPotentialDuplicatePacticipantNames()) {
            refuseSimilarNames(publication, known);
        }
        return pacticipants.findOrCreate(names);
    }

    private void refuseSimilarNames(Publication publication, Map<String, Pacticipant> known) {
        List<String> names = new ArrayList<>(List.of(publication.consumer()));
        publication.contracts().forEach(contract -> names.add(contract.provider()));
        Set<String> existing = new HashSet<>(queries.pacticipantNames());
        List<Conflict.SimilarName> similar = new ArrayList<>();
        for (String name : names.stream()
                .distinct()
                .filter(name -> !known.containsKey(name))
                .toList()) {
            List<String> like = SimilarNames.like(name, existing);
            if (!like.isEmpty()) {
                similar.add(new Conflict.SimilarName(name, like));
            }
        }
        if (!similar.isEmpty()) {
            throw new PublicationRefusedException(similar);
        }
    }

    /** Nobody else can have published for a version that this transaction made; one that exists is held. */
    private Map<Long, Current> current(Versions.Found found, Set<Long> providerIds) {
        if (found.created() || providerIds.isEmpty()) {
            return Map.of();
        }
        queries.hold(found.version().id());
        return queries.current(found.version().id(), providerIds);
    }

    private PublicationFold fold(Publication publication, Map<Long, String> providers, Map<Long, Current> before) {
        PublicationFold fold = new PublicationFold(
                settings.allowDangerousContractModification(),
                document -> reader.identify(document, Json.write(document)));
        List<Long> needed = before.values().stream()
                .filter(current ->
                        PublicationFold.needsText(publication, get(providers, current.providerId()), current.sha()))
                .map(Current::pactVersionId)
                .toList();
        Map<Long, String> texts = needed.isEmpty() ? Map.of() : queries.contents(needed);
        before.forEach((providerId, current) ->
                fold.start(get(providers, providerId), current.sha(), texts.get(current.pactVersionId())));
        fold.apply(publication);
        if (!fold.conflicts().isEmpty()) {
            throw new PublicationRefusedException(fold.conflicts());
        }
        return fold;
    }

    /** Sets what the request says of the version: build, branch, tags. */
    private void describe(Publication publication, Pacticipant consumer, Versions.Found found) {
        Version version = found.version();
        String buildUrl = publication.buildUrl();
        if (buildUrl != null && !buildUrl.equals(version.buildUrl())) {
            repository.setBuildUrl(version.id(), buildUrl);
        }
        String branch = publication.branch();
        List<String> tags = publication.tags();
        if (branch != null) {
            versions.addToBranch(consumer, version, branch, false);
        } else if (!tags.isEmpty() && settings.useFirstTagAsBranch()) {
            int seconds = settings.useFirstTagAsBranchTimeLimit();
            if (found.created() || repository.isFreshWithoutBranchAndTag(version.id(), seconds)) {
                versions.addToBranch(consumer, version, tags.getFirst(), true);
            }
        }
        if (!tags.isEmpty()) {
            repository.addTags(consumer.id(), version.id(), tags);
            tags.forEach(tag -> pacticipants.detectMainBranch(consumer, tag));
        }
    }

    private Map<Long, PublicationState> store(
            Pacticipant consumer,
            Version version,
            Map<Long, String> providers,
            Map<Long, Current> before,
            Map<String, PactContent> contents) {
        Map<Long, PublicationState> after = new HashMap<>();
        if (providers.isEmpty()) {
            return after;
        }
        repository.addIntegrations(consumer.id(), providers.keySet());
        List<NewContent> changed = new ArrayList<>();
        List<Long> superseded = new ArrayList<>();
        providers.forEach((providerId, name) -> {
            Current current = before.get(providerId);
            PactContent content = contents.get(name);
            if (content != null && (current == null || !current.sha().equals(content.sha()))) {
                changed.add(new NewContent(providerId, content));
                if (current != null) {
                    superseded.add(current.publicationId());
                }
            } else if (current != null) {
                after.put(
                        providerId,
                        new PublicationState(current.publicationId(), current.pactVersionId(), false, false));
            }
        });
        if (changed.isEmpty()) {
            return after;
        }
        Map<Long, StoredContent> stored = repository.addContents(consumer.id(), changed);
        if (!superseded.isEmpty()) {
            repository.supersede(superseded);
        }
        List<NewPublication> publications = new ArrayList<>();
        for (NewContent one : changed) {
            Current current = before.get(one.providerId());
            int revision = current == null ? 1 : current.revision() + 1;
            publications.add(new NewPublication(
                    one.providerId(), get(stored, one.providerId()).pactVersionId(), revision));
        }
        Map<Long, Long> ids = repository.addPublications(consumer.id(), version.id(), publications);
        for (NewContent one : changed) {
            StoredContent content = get(stored, one.providerId());
            after.put(
                    one.providerId(),
                    new PublicationState(
                            get(ids, one.providerId()),
                            content.pactVersionId(),
                            content.made(),
                            !before.containsKey(one.providerId())));
        }
        return after;
    }

    private List<Published.Outcome> outcomes(
            Publication publication,
            Pacticipant consumer,
            Version version,
            Map<String, Pacticipant> known,
            PublicationFold fold,
            Map<Long, PublicationState> after) {
        List<Published.Outcome> outcomes = new ArrayList<>();
        if (after.isEmpty()) {
            return outcomes;
        }
        List<Long> first = after.entrySet().stream()
                .filter(entry -> entry.getValue().first())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<Earlier> earlier = first.isEmpty() ? List.of() : queries.earlier(consumer.id(), version.id(), first);
        Map<Long, Situation> situations = queries.situations(consumer.id(), after.keySet());
        Map<String, PactContent> contents = fold.contents();
        for (int i = 0; i < publication.contracts().size(); i++) {
            Publication.Contract contract = publication.contracts().get(i);
            Published.Change change = fold.changes().get(i);
            long providerId = get(known, contract.provider()).id();
            PublicationState state = get(after, providerId);
            List<ContractPublished.Event> events = DetectedEvents.of(
                    change,
                    state.first() && change == Published.Change.NEW
                            ? earlier.stream()
                                    .filter(one -> one.providerId() == providerId)
                                    .toList()
                            : null,
                    state.pactVersionId(),
                    contents.containsKey(contract.provider()),
                    publication);
            PactContent content = contents.getOrDefault(contract.provider(), contract.content());
            contentPublished.fire(new ContentPublished(
                    state.pactVersionId(), consumer.id(), providerId, content.text(), state.madeContent()));
            contractPublished.fire(new ContractPublished(
                    consumer.id(),
                    providerId,
                    version.id(),
                    state.publicationId(),
                    state.pactVersionId(),
                    publication.buildUrl(),
                    publication.branch(),
                    events));
            Situation situation = get(situations, providerId);
            outcomes.add(new Published.Outcome(
                    contract.provider(), change, state.first(), events, situation.verified(), situation.webhooks()));
        }
        return outcomes;
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
    }
}
