package dev.accord.broker.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.openapi.ProviderContract;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers who uses what of a provider's document. Each question is a fixed number of statements once its contents are known. */
@ApplicationScoped
class UsageQuestions {

    private final Surfaces surfaces;
    private final ConsumerQueries consumers;

    UsageQuestions(Surfaces surfaces, ConsumerQueries consumers) {
        this.surfaces = surfaces;
        this.consumers = consumers;
    }

    /**
     * Which part of the usage is asked for.
     *
     * @param environment only consumers in this environment count, or empty for all
     * @param operation   only this operation, or empty for all
     * @param unusedOnly  only operations and elements that nobody uses
     */
    record Filter(Optional<String> environment, Optional<String> operation, boolean unusedOnly) {}

    /**
     * An answer of which a page is shown.
     *
     * @param total how many operations there are on all pages
     */
    record Page(ObjectNode body, long total) {}

    /** Every operation, parameter and field with who uses it; a page of operations. */
    Page usage(Pacticipant provider, ProviderContract base, Filter filter, Paging paging) {
        Surfaces.Listing listing = surfaces.operations(base.documentId());
        FieldUsage usage = usage(provider, base, filter.environment());
        long used = listing.operations().stream()
                .filter(listed -> usage.isUsed(listed.operation()))
                .count();
        List<Surfaces.Listed> asked = listing.operations().stream()
                .filter(listed ->
                        filter.operation().map(listed.operation()::equals).orElse(true))
                .toList();
        List<Surfaces.Listed> page =
                asked.stream().skip(paging.offset()).limit(paging.size()).toList();
        ObjectNode body = Json.object();
        body.putObject("summary")
                .put("operations", listing.operations().size())
                .put("usedOperations", used)
                .put("unusedOperations", listing.operations().size() - used)
                .put("truncated", listing.truncated());
        ArrayNode operations = body.putArray("operations");
        for (OperationElements operation : surfaces.elements(base.documentId(), page)) {
            operations.add(usage.describe(operation, filter.unusedOnly()));
        }
        body.set("consumers", usage.consumers());
        body.set("unknown", usage.unknown());
        return new Page(body, asked.size());
    }

    /**
     * Who uses the elements at a place of an operation.
     *
     * @param location name of a parameter or header, pointer to a field, or empty for the operation itself
     * @param kind     only elements of this kind, or empty for all
     * @throws ProblemException 404 where the document has no such operation or element
     */
    ObjectNode consumersOf(
            Pacticipant provider,
            ProviderContract base,
            Optional<String> environment,
            String operation,
            String location,
            Optional<String> kind,
            Optional<String> status) {
        List<Surfaces.Listed> found = surfaces.operations(base.documentId()).operations().stream()
                .filter(listed -> listed.operation().equals(operation))
                .toList();
        FieldUsage usage = usage(provider, base, environment);
        ObjectNode body = Json.object().put("operation", operation);
        ArrayNode elements = body.putArray("elements");
        for (OperationElements offered : surfaces.elements(base.documentId(), found)) {
            offered.elements().stream()
                    .filter(element -> element.location().equals(location))
                    .filter(element -> kind.map(element.kind()::equals).orElse(true))
                    .filter(element -> status.map(wanted -> wanted.equals(element.status()))
                            .orElse(true))
                    .forEach(element ->
                            elements.add(usage.described(operation, element, usage.isUsed(operation, element.key()))));
        }
        if (elements.isEmpty()) {
            throw ProblemException.notFound(
                    "The document has no " + operation + (location.isEmpty() ? "" : " with " + location));
        }
        return body;
    }

    /** What the document calls deprecated or lets go by a date, and who still uses it. */
    ObjectNode deprecations(Pacticipant provider, ProviderContract base, Optional<String> environment) {
        List<Surfaces.Listed> leaving = surfaces.operations(base.documentId()).operations().stream()
                .filter(listed -> listed.deprecations() > 0)
                .toList();
        FieldUsage usage = usage(provider, base, environment);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("deprecations");
        for (OperationElements operation : surfaces.elements(base.documentId(), leaving)) {
            for (Element element : operation.elements()) {
                if (element.leaving()) {
                    boolean used = usage.isUsed(operation.operation(), element.key());
                    ObjectNode entry = Json.object().put("operation", operation.operation());
                    entry.setAll(usage.described(operation.operation(), element, used));
                    list.add(entry);
                }
            }
        }
        return body;
    }

    /** Who counts, in one environment or everywhere. One statement. */
    List<Consumer> consumers(Pacticipant provider, Optional<String> environment) {
        return consumers.of(provider.id()).stream()
                .filter(consumer ->
                        environment.map(consumer.environments()::contains).orElse(true))
                .toList();
    }

    private FieldUsage usage(Pacticipant provider, ProviderContract base, Optional<String> environment) {
        List<Consumer> counting = consumers(provider, environment);
        Set<Long> contents = counting.stream().map(Consumer::pactVersionId).collect(Collectors.toSet());
        return new FieldUsage(counting, surfaces.uses(base.documentId(), contents));
    }
}
