package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.MediaType;
import dev.accord.contracts.openapi.RequestBody;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import org.jspecify.annotations.Nullable;

/** Judges the request body of an operation. */
final class RequestBodyRules {

    private static final String LOCATION = "request body";

    private final OperationPair pair;

    RequestBodyRules(OperationPair pair) {
        this.pair = pair;
    }

    void compare() {
        RequestBody before = pair.base().requestBody();
        RequestBody after = pair.revision().requestBody();
        if (before == null && after == null) return;
        if (before == null) {
            RequestBody added = java.util.Objects.requireNonNull(after);
            String rule = added.required() ? "request-body-added-required" : "request-body-added-optional";
            report(rule, LOCATION, null, null, pair.base().source(), added.source());
        } else if (after == null) {
            report(
                    "request-body-removed",
                    LOCATION,
                    null,
                    null,
                    before.source(),
                    pair.revision().source());
        } else {
            if (before.required() != after.required()) {
                String rule = after.required() ? "request-body-became-required" : "request-body-became-optional";
                report(rule, LOCATION, null, null, before.source(), after.source());
            }
            content(before, after);
        }
    }

    private void content(RequestBody before, RequestBody after) {
        ContentPairs content = ContentPairs.of(before.content(), after.content());
        for (MediaType each : content.removed()) {
            report("request-body-media-type-removed", LOCATION, each.name(), null, each.source(), after.source());
        }
        for (MediaType each : content.added()) {
            report("request-body-media-type-added", LOCATION, null, each.name(), before.source(), each.source());
        }
        content.pairs().forEach(this::mediaType);
    }

    private void mediaType(MediaType a, MediaType b) {
        String location = LOCATION + " " + b.name();
        Schema before = a.schema();
        Schema after = b.schema();
        if (before == null && after != null) {
            report("request-body-media-type-schema-added", location, null, null, a.source(), after.source());
        } else if (before != null && after == null) {
            report("request-body-media-type-schema-removed", location, null, null, before.source(), b.source());
        } else if (before != null && after != null) {
            boolean typed = MediaTypeName.of(b.name()).isStronglyTyped();
            pair.graph()
                    .compare(
                            before,
                            after,
                            SchemaMode.body(Direction.REQUEST, typed),
                            pair.place(location, Direction.REQUEST));
        }
        EncodingRules.compare(pair, "request-body-encoding-changed", Direction.REQUEST, location, a, b);
    }

    private void report(
            String rule,
            String location,
            @Nullable String before,
            @Nullable String after,
            Source base,
            Source revision) {
        pair.report(rule, Direction.REQUEST, location, before, after, base, revision);
    }
}
