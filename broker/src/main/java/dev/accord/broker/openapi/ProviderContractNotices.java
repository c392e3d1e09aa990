package dev.accord.broker.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accord.broker.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** What a publication of a document tells its build. */
@ApplicationScoped
class ProviderContractNotices {

    private final ChangeNotices changes;

    ProviderContractNotices(ChangeNotices changes) {
        this.changes = changes;
    }

    ArrayNode of(ProviderContracts.Published published, Publication publication) {
        ArrayNode notices = Json.array();
        String version =
                published.provider().name() + " version " + published.version().number();
        add(
                notices,
                "debug",
                "Recorded " + version
                        + (publication.branch() == null ? "" : " on branch " + publication.branch())
                        + (publication.tags().isEmpty() ? "" : " with tags " + String.join(", ", publication.tags())));
        if (publication.branch() == null) {
            add(
                    notices,
                    "prompt",
                    "Next step: name the branch of this version (--branch), so that what its main branch promises is known");
        }
        add(
                notices,
                "success",
                "The OpenAPI document of " + version
                        + (published.created()
                                ? " was published"
                                : published.changed() ? " was replaced" : " was published before and is unchanged"));
        if (published.changed()) {
            add(
                    notices,
                    "warning",
                    "This version had another document before. A version number should stand for one document");
        }
        if (publication.selfCheck() == null) {
            add(
                    notices,
                    "info",
                    "Nothing was said about the provider's own check of this document. Send its outcome with --verification-success or --no-verification-success");
        } else if (!publication.selfCheck().success()) {
            add(
                    notices,
                    "warning",
                    "The provider's own check of this document failed: consumers that rely on it cannot be deployed with this version");
        }
        changes.of(published.provider().id(), published.version().id(), published.documentId())
                .forEach(notice -> add(notices, notice.type(), notice.text()));
        return notices;
    }

    private static void add(ArrayNode notices, String type, String text) {
        notices.addObject().put("type", type).put("text", text);
    }
}
