package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Header;
import dev.accord.contracts.openapi.Response;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;

/** Judges the headers of a response; their names compare without regard to case. */
final class HeaderRules {

    private final OperationPair pair;
    private final String location;

    HeaderRules(OperationPair pair, String responseLocation) {
        this.pair = pair;
        this.location = responseLocation + " header ";
    }

    void compare(Response a, Response b) {
        a.headers().forEach((name, header) -> {
            Header other = b.headers().get(name);
            if (other != null) {
                kept(header, other);
            } else {
                String rule =
                        header.required() ? "required-response-header-removed" : "optional-response-header-removed";
                report(rule, header.name(), header.source(), b.source());
            }
        });
        b.headers().forEach((name, header) -> {
            if (!a.headers().containsKey(name))
                report("response-header-added", header.name(), a.source(), header.source());
        });
    }

    private void kept(Header a, Header b) {
        if (a.required() != b.required()) {
            String rule = b.required() ? "response-header-became-required" : "response-header-became-optional";
            report(rule, b.name(), a.source(), b.source());
        }
        if (a.deprecated() != b.deprecated()) {
            String rule = b.deprecated() ? "response-header-deprecated" : "response-header-reactivated";
            report(rule, b.name(), a.source(), b.source());
        }
        Schema before = schema(a);
        Schema after = schema(b);
        if (before == null && after != null) {
            report("response-header-schema-added", b.name(), a.source(), after.source());
        } else if (before != null && after == null) {
            report("response-header-schema-removed", b.name(), before.source(), b.source());
        } else if (before != null && after != null) {
            pair.graph().compare(before, after, SchemaMode.HEADER, pair.place(location + b.name(), Direction.RESPONSE));
        }
    }

    private static @org.jspecify.annotations.Nullable Schema schema(Header header) {
        if (header.schema() != null) return header.schema();
        return header.content().isEmpty()
                ? null
                : header.content().values().iterator().next().schema();
    }

    private void report(String rule, String name, Source base, Source revision) {
        pair.report(rule, Direction.RESPONSE, location + name, null, null, base, revision);
    }
}
