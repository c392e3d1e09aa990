package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.MediaType;
import dev.accord.contracts.openapi.Response;
import dev.accord.contracts.openapi.Responses;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the responses of an operation. A status is looked up in both documents as a caller would: its own response, else
 * that of its range; the default counts for a status only where it counted before.
 */
final class ResponseRules {

    private final OperationPair pair;
    private final Responses before;
    private final Responses after;

    ResponseRules(OperationPair pair) {
        this.pair = pair;
        this.before = pair.base().responses();
        this.after = pair.revision().responses();
    }

    void compare() {
        before.byStatus().forEach((status, response) -> {
            Response other = after.byStatus().get(status);
            if (other != null) compare(response, other);
            else gone(status, response);
        });
        after.byStatus().forEach((status, response) -> {
            if (!before.byStatus().containsKey(status)) come(status, response);
        });
    }

    private void gone(String status, Response response) {
        if (status.equals("default")) {
            report("response-default-removed", "", status, null, response.source(), after.source());
            return;
        }
        Optional<Integer> number = number(status);
        if (number.isPresent()) {
            Optional<Response> range = inRange(after, number.get());
            if (range.isPresent()) {
                compare(response, range.get());
                return;
            }
            boolean success = number.get() / 100 == 2;
            report(
                    success ? "response-success-status-removed" : "response-non-success-status-removed",
                    "",
                    status,
                    null,
                    response.source(),
                    after.source());
        } else {
            rangeGone(status, response);
        }
    }

    /** A range may have become the statuses that it stood for. */
    private void rangeGone(String range, Response response) {
        Map<String, Response> exact = new LinkedHashMap<>();
        after.byStatus().forEach((status, each) -> {
            boolean within = number(status).isPresent() && status.charAt(0) == range.charAt(0);
            if (within && !before.byStatus().containsKey(status)) exact.put(status, each);
        });
        exact.values().forEach(each -> compare(response, each));
        boolean success = range.charAt(0) == '2' && exact.isEmpty();
        report(
                success ? "response-success-status-range-removed" : "response-status-range-removed",
                "",
                range,
                null,
                response.source(),
                after.source());
    }

    private void come(String status, Response response) {
        if (status.equals("default")) {
            report("response-default-added", "", null, status, before.source(), response.source());
            return;
        }
        Optional<Integer> number = number(status);
        if (number.isEmpty()) {
            boolean stoodFor = before.byStatus().keySet().stream()
                    .anyMatch(each -> number(each).isPresent() && each.charAt(0) == status.charAt(0));
            if (!stoodFor) {
                report("response-status-range-added", "", null, status, before.source(), response.source());
            }
            return;
        }
        Optional<Response> range = inRange(before, number.get());
        if (range.isPresent()) {
            if (after.byStatus().containsKey(range.get().status())) compare(range.get(), response);
            return;
        }
        boolean success = number.get() / 100 == 2;
        report(
                success ? "response-success-status-added" : "response-non-success-status-added",
                "",
                null,
                status,
                before.source(),
                response.source());
    }

    private static Optional<Response> inRange(Responses responses, int status) {
        return responses
                .find(status)
                .filter(found -> found.match() == Responses.Match.RANGE)
                .map(Responses.Found::response);
    }

    private static Optional<Integer> number(String status) {
        boolean numeric = status.length() == 3 && status.chars().allMatch(c -> c >= '0' && c <= '9');
        return numeric ? Optional.of(Integer.parseInt(status)) : Optional.empty();
    }

    private void compare(Response a, Response b) {
        String location = "response " + b.status();
        new HeaderRules(pair, location).compare(a, b);
        ContentPairs content = ContentPairs.of(a.content(), b.content());
        for (MediaType each : content.removed()) {
            report("response-media-type-removed", location, each.name(), null, each.source(), b.source());
        }
        for (MediaType each : content.added()) {
            report("response-media-type-added", location, null, each.name(), a.source(), each.source());
        }
        content.pairs().forEach((was, is) -> mediaType(location, was, is));
    }

    private void mediaType(String responseLocation, MediaType a, MediaType b) {
        String location = responseLocation + " " + b.name();
        name(location, a, b);
        Schema was = a.schema();
        Schema is = b.schema();
        if (was == null && is != null) {
            report("response-body-media-type-schema-added", location, null, null, a.source(), is.source());
        } else if (was != null && is == null) {
            report("response-body-media-type-schema-removed", location, null, null, was.source(), b.source());
        } else if (was != null && is != null) {
            boolean typed = MediaTypeName.of(b.name()).isStronglyTyped();
            pair.graph()
                    .compare(
                            was,
                            is,
                            SchemaMode.body(Direction.RESPONSE, typed),
                            pair.place(location, Direction.RESPONSE));
        }
        EncodingRules.compare(pair, "response-body-encoding-changed", Direction.RESPONSE, location, a, b);
    }

    private void name(String location, MediaType a, MediaType b) {
        MediaTypeName was = MediaTypeName.of(a.name());
        MediaTypeName is = MediaTypeName.of(b.name());
        if (was.isSame(is)) return;
        String rule = "response-media-type-name-generalized";
        if (!was.parameters().equals(is.parameters())) rule = "response-media-type-name-changed";
        else if (was.contains(is)) rule = "response-media-type-name-specialized";
        report(rule, location, a.name(), b.name(), a.source(), b.source());
    }

    private void report(
            String rule, String location, @Nullable String was, @Nullable String is, Source base, Source revision) {
        pair.report(rule, Direction.RESPONSE, location, was, is, base, revision);
    }
}
