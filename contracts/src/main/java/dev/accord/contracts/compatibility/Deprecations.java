package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.Lifecycle;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import java.util.Collection;

/** Notes what is used although it is deprecated; the day on which it goes is part of the note, so that a new day is news. */
final class Deprecations {

    private Deprecations() {}

    /** Notes a deprecated part of a request or response. */
    static void note(Trace trace, ViolationKind kind, Lifecycle lifecycle, String place, String what, Source source) {
        if (lifecycle.deprecated()) {
            String until = until(lifecycle);
            trace.add(
                    kind,
                    place,
                    until,
                    what + " is deprecated" + (until.isEmpty() ? "" : " and goes on " + until),
                    source);
        }
    }

    /** Notes a field of which some schema that may hold for it is deprecated. */
    static void noteField(Trace trace, Collection<Schema> schemas, String place) {
        for (Schema schema : schemas) {
            Schema effective = schema.effective();
            note(
                    trace,
                    ViolationKind.PART_DEPRECATED,
                    effective.lifecycle(),
                    place,
                    ResponseWalk.at(place),
                    effective.source("deprecated"));
        }
    }

    private static String until(Lifecycle lifecycle) {
        return lifecycle.sunset() == null ? "" : lifecycle.sunset().asText();
    }
}
