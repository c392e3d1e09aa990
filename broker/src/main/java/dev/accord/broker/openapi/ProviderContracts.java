package dev.accord.broker.openapi;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.Problems;
import dev.accord.broker.version.Version;
import dev.accord.broker.version.Versions;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.openapi.Problem;
import dev.accord.contracts.openapi.UnreadableDocumentException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes and finds providers' OpenAPI documents. */
@ApplicationScoped
public class ProviderContracts {

    private final Database database;
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Documents documents;
    private final Event<DocumentPublished> publications;

    ProviderContracts(
            Database database,
            Pacticipants pacticipants,
            Versions versions,
            Documents documents,
            Event<DocumentPublished> publications) {
        this.database = database;
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.documents = documents;
        this.publications = publications;
    }

    /**
     * What a publication did.
     *
     * @param documentId     key of the content
     * @param created        whether this version had no document before
     * @param changed        whether this version had another document before
     */
    record Published(Pacticipant provider, Version version, long documentId, boolean created, boolean changed) {}

    /**
     * Refuses a text that cannot be read as an OpenAPI document.
     *
     * @throws dev.accord.broker.problem.ProblemException 422 with the places and the reasons under the given field
     */
    static void check(String text, String field) {
        try {
            OpenApiReader.read(text);
        } catch (UnreadableDocumentException unreadable) {
            refuse(unreadable, field);
        }
    }

    static void refuse(UnreadableDocumentException unreadable, String field) {
        Problems problems = new Problems();
        for (Problem problem : unreadable.problems()) {
            problems.add(field, problem.toString());
        }
        problems.throwIfAny(422);
    }

    /**
     * Stores a checked publication: provider, version, branch and tags where missing, the content once, and the link
     * between them. A version's document may be replaced; the older link is kept as history. One transaction.
     */
    @Transactional
    Published publish(String providerName, Publication publication) {
        Pacticipant provider = pacticipants.findOrCreate(providerName);
        Version version = versions.findOrCreate(provider, publication.version()).version();
        if (publication.buildUrl() != null) {
            database.update(
                    "update version set build_url = ?, updated_at = clock_timestamp() where id = ?",
                    publication.buildUrl(),
                    version.id());
        }
        if (publication.branch() != null) {
            versions.addToBranch(provider, version, publication.branch(), false);
        }
        publication.tags().stream().sorted().forEach(tag -> versions.addTag(provider, version, tag));
        long documentId = documents.store(publication.document());
        // Two builds of one version take turns here, so that exactly one document is the current one.
        database.list("select id from version where id = ? for update", row -> row.number("id"), version.id());
        Optional<Long> before = database.first(
                "select document_id from provider_contract where version_id = ? and current",
                row -> row.number("document_id"),
                version.id());
        database.update("update provider_contract set current = false where version_id = ? and current", version.id());
        insert(provider, version, documentId, publication);
        publications.fire(new DocumentPublished(provider.id(), version.id(), documentId));
        return new Published(
                provider, version, documentId, before.isEmpty(), before.isPresent() && before.get() != documentId);
    }

    private void insert(Pacticipant provider, Version version, long documentId, Publication publication) {
        Publication.@Nullable SelfCheck check = publication.selfCheck();
        database.update(
                """
                insert into provider_contract
                       (workspace_id, provider_id, version_id, document_id, content_type, self_verified,
                        verifier, verifier_version, results_content_type, results_format, results)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Workspace.DEFAULT,
                provider.id(),
                version.id(),
                documentId,
                publication.contentType(),
                check == null ? null : check.success(),
                check == null ? null : check.verifier(),
                check == null ? null : check.verifierVersion(),
                check == null ? null : check.contentType(),
                check == null ? null : check.format(),
                check == null ? null : check.results());
    }

    /** The current document of a provider version. One statement. */
    public Optional<ProviderContract> find(Pacticipant provider, String versionNumber) {
        return database.first(
                "select " + ProviderContract.COLUMNS + """

                          from version v
                          join provider_contract c on c.version_id = v.id and c.current
                          join openapi_document d on d.id = c.document_id
                         where v.pacticipant_id = ? and v.number = ?""", ProviderContract::of, provider.id(), versionNumber);
    }

    /** The current documents of a provider's versions, newest version first. One statement. */
    List<ProviderContract> list(Pacticipant provider, int limit, long offset) {
        return database.list(
                "select " + ProviderContract.COLUMNS + """

                          from provider_contract c
                          join version v on v.id = c.version_id
                          join openapi_document d on d.id = c.document_id
                         where c.provider_id = ? and c.current
                         order by c.version_id desc
                         limit ? offset ?""", ProviderContract::of, provider.id(), limit, offset);
    }

    /** How many versions of a provider have a document. One statement. */
    long count(Pacticipant provider) {
        return database.one(
                "select count(*) as n from provider_contract where provider_id = ? and current",
                row -> row.number("n"),
                provider.id());
    }

    /** The document of the branch's newest version that has one. One statement. */
    public Optional<ProviderContract> latestOnBranch(Pacticipant provider, String branch) {
        return database.first("select " + ProviderContract.COLUMNS + """

                          from branch h
                          join branch_version hv on hv.branch_id = h.id
                          join version v on v.id = hv.version_id
                          join provider_contract c on c.version_id = v.id and c.current
                          join openapi_document d on d.id = c.document_id
                         where h.pacticipant_id = ? and h.name = ?
                         order by hv.id desc
                         limit 1""", ProviderContract::of, provider.id(), branch);
    }

    /** The document of the newest version that has one, whatever its branch. One statement. */
    Optional<ProviderContract> latest(Pacticipant provider) {
        return list(provider, 1, 0).stream().findFirst();
    }

    /** The latest document of the main branch, or the newest of all where that has none. At most two statements. */
    public Optional<ProviderContract> ofMainBranch(Pacticipant provider) {
        return provider.mainBranch() == null
                ? latest(provider)
                : latestOnBranch(provider, provider.mainBranch()).or(() -> latest(provider));
    }

    /** The documents of the versions that are deployed or released in an environment now. One statement. */
    public List<ProviderContract> inEnvironment(Pacticipant provider, String environment) {
        return database.list(
                "select " + ProviderContract.COLUMNS + """

                          from (select x.version_id
                                  from deployed_version x
                                  join environment e on e.id = x.environment_id
                                 where e.workspace_id = ? and e.name = ?
                                   and x.pacticipant_id = ? and x.undeployed_at is null
                                 union
                                select x.version_id
                                  from released_version x
                                  join environment e on e.id = x.environment_id
                                 where e.workspace_id = ? and e.name = ?
                                   and x.pacticipant_id = ? and x.support_ended_at is null) live
                          join version v on v.id = live.version_id
                          join provider_contract c on c.version_id = v.id and c.current
                          join openapi_document d on d.id = c.document_id
                         order by v.id desc""",
                ProviderContract::of,
                Workspace.DEFAULT,
                environment,
                provider.id(),
                Workspace.DEFAULT,
                environment,
                provider.id());
    }

    /** The log of the provider's own check, or empty when none was sent. One statement. */
    Optional<String> selfCheckLog(ProviderContract contract) {
        return database
                .list(
                        "select results from provider_contract where id = ?",
                        row -> Optional.ofNullable(row.textOrNull("results")),
                        contract.id())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
