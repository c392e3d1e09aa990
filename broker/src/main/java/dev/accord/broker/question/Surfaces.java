package dev.accord.broker.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accord.broker.compatibility.Usages;
import dev.accord.broker.openapi.Documents;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Workspace;
import dev.accord.contracts.compatibility.ApiJudge;
import dev.accord.contracts.usage.Usage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out and keeps what documents offer and what pacts use of them. The first question about a document, or about a pact
 * content with it, pays for reading them; later ones read rows.
 */
@ApplicationScoped
class Surfaces {

    /** Raised whenever the listing may differ; what other versions stored is worked out again. */
    static final int ALGORITHM = 1;

    private final Database database;
    private final Documents documents;
    private final Usages usages;

    Surfaces(Database database, Documents documents, Usages usages) {
        this.database = database;
        this.documents = documents;
        this.usages = usages;
    }

    /**
     * An operation in the list of a document.
     *
     * @param ordinal      place in the document, from 0
     * @param deprecations how many of its elements are deprecated or have a sunset
     */
    record Listed(int ordinal, String operation, int deprecations) {}

    /**
     * The operations of a document.
     *
     * @param truncated whether some operation has more elements than are listed
     */
    record Listing(List<Listed> operations, boolean truncated) {}

    /** The operations of a document in its order. Two statements once the document is known. */
    Listing operations(long documentId) {
        boolean truncated = database.first(
                        "select truncated from document_surface where document_id = ? and algorithm = ?",
                        row -> row.flag("truncated"),
                        documentId,
                        ALGORITHM)
                .orElseGet(() -> store(documentId));
        return new Listing(
                database.list(
                        "select ordinal, operation, deprecations from document_operation where document_id = ? order by ordinal",
                        row -> new Listed(row.integer("ordinal"), row.text("operation"), row.integer("deprecations")),
                        documentId),
                truncated);
    }

    /** The elements of some operations, in the order of the document. One statement. */
    List<OperationElements> elements(long documentId, Collection<Listed> operations) {
        return database.list(
                """
                select operation, elements from document_operation
                 where document_id = ? and ordinal = any(?) order by ordinal""",
                row -> {
                    List<Element> elements = new ArrayList<>();
                    Json.stored(row.text("elements")).forEach(element -> elements.add(Element.of(element)));
                    return new OperationElements(row.text("operation"), elements);
                },
                documentId,
                operations.stream().map(listed -> (long) listed.ordinal()).toList());
    }

    /**
     * What pact contents use of a document, by content. A content that cannot be read as a pact uses nothing that could be
     * told: its list is empty. One statement once they are known.
     */
    Map<Long, List<Use>> uses(long documentId, Collection<Long> pactVersionIds) {
        Map<Long, List<Use>> uses = new HashMap<>();
        database.list(
                """
                select pact_version_id, uses from document_use
                 where document_id = ? and pact_version_id = any(?) and algorithm = ?""",
                row -> {
                    List<Use> list = new ArrayList<>();
                    Json.stored(row.text("uses")).forEach(use -> list.add(Use.of(use)));
                    return uses.put(row.number("pact_version_id"), list);
                },
                documentId,
                List.copyOf(pactVersionIds),
                ALGORITHM);
        List<Long> missing = pactVersionIds.stream()
                .distinct()
                .filter(id -> !uses.containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            ApiJudge judge = ApiJudge.of(documents.read(documentId));
            Map<Long, Usage> known = usages.of(missing);
            missing.forEach(id -> {
                List<Use> worked = Optional.ofNullable(known.get(id))
                        .map(usage -> Use.of(judge, usage))
                        .orElse(List.of());
                uses.put(id, worked);
                store(documentId, id, worked);
            });
        }
        return uses;
    }

    private void store(long documentId, long pactVersionId, List<Use> uses) {
        ArrayNode json = Json.array();
        uses.forEach(use -> json.add(use.toJson()));
        database.update("""
                insert into document_use (workspace_id, document_id, pact_version_id, algorithm, uses)
                select ?, d.id, p.id, ?, ? from openapi_document d, pact_version p where d.id = ? and p.id = ?
                on conflict on constraint document_use_pk do update
                   set algorithm = excluded.algorithm, uses = excluded.uses, created_at = clock_timestamp()""", Workspace.DEFAULT, ALGORITHM, Json.write(json), documentId, pactVersionId);
    }

    private boolean store(long documentId) {
        Surface.Listing listing = Surface.of(documents.read(documentId));
        QuarkusTransaction.requiringNew().run(() -> {
            // Two first questions at once take turns here; the second finds the rows of the first and replaces them.
            database.list(
                    "select id from openapi_document where id = ? for update", row -> row.number("id"), documentId);
            database.update("delete from document_surface where document_id = ?", documentId);
            database.update(
                    "insert into document_surface (workspace_id, document_id, algorithm, truncated) values (?, ?, ?, ?)",
                    Workspace.DEFAULT,
                    documentId,
                    ALGORITHM,
                    listing.truncated());
            insert(documentId, listing.operations());
        });
        return listing.truncated();
    }

    private void insert(long documentId, List<OperationElements> operations) {
        List<Long> ordinals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Long> deprecations = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        for (OperationElements operation : operations) {
            ArrayNode json = Json.array();
            operation.elements().forEach(element -> json.add(element.toJson()));
            ordinals.add((long) ordinals.size());
            names.add(operation.operation());
            deprecations.add(
                    operation.elements().stream().filter(Element::leaving).count());
            elements.add(Json.write(json));
        }
        database.update("""
                insert into document_operation (workspace_id, document_id, ordinal, operation, deprecations, elements)
                select ?, ?, o.ordinal, o.operation, o.deprecations, o.elements
                  from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[]))
                       as o (ordinal, operation, deprecations, elements)""", Workspace.DEFAULT, documentId, ordinals, names, deprecations, elements);
    }
}
