package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Server;
import dev.accord.contracts.openapi.Source;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what concerns a whole document: servers, components, security, and the version that it gives itself. */
final class DocumentRules {

    private final ChangeList changes;
    private final SchemaSameness sameness;

    DocumentRules(ChangeList changes, SchemaSameness sameness) {
        this.changes = changes;
        this.sameness = sameness;
    }

    void compare(OpenApiDocument base, OpenApiDocument revision) {
        servers(base, revision);
        SecurityRules.compare(changes, base, revision);
        schemas(base, revision);
        if (changes.hasErrors()) version(base, revision);
    }

    private void servers(OpenApiDocument base, OpenApiDocument revision) {
        Set<String> before = basePaths(base);
        Set<String> after = basePaths(revision);
        Source from = source(base);
        Source to = source(revision);
        for (String each : before) {
            if (!after.contains(each)) {
                changes.add(
                        Rules.get("api-base-path-removed"),
                        null,
                        Direction.REQUEST,
                        "servers",
                        shown(each),
                        null,
                        from,
                        to);
            }
        }
        for (String each : after) {
            if (!before.contains(each)) {
                changes.add(
                        Rules.get("api-base-path-added"),
                        null,
                        Direction.REQUEST,
                        "servers",
                        null,
                        shown(each),
                        from,
                        to);
            }
        }
    }

    private static String shown(String basePath) {
        return basePath.isEmpty() ? "/" : basePath;
    }

    private static Set<String> basePaths(OpenApiDocument document) {
        Set<String> paths = new LinkedHashSet<>();
        for (Server each : document.servers()) paths.addAll(each.basePaths());
        return paths.isEmpty() ? Set.of("") : paths;
    }

    private static Source source(OpenApiDocument document) {
        return document.servers().isEmpty()
                ? Source.ROOT
                : document.servers().getFirst().source();
    }

    /** A schema that is there under another name was only renamed. */
    private void schemas(OpenApiDocument base, OpenApiDocument revision) {
        List<Schema> fresh = new ArrayList<>();
        revision.components().schemas().forEach((name, schema) -> {
            if (!base.components().schemas().containsKey(name)) fresh.add(schema);
        });
        base.components().schemas().forEach((name, schema) -> {
            if (revision.components().schemas().containsKey(name)) return;
            if (fresh.stream().anyMatch(each -> sameness.same(schema, each))) return;
            changes.add(
                    Rules.get("api-schema-removed"),
                    null,
                    Direction.BOTH,
                    "components",
                    name,
                    null,
                    schema.source(),
                    Source.ROOT);
        });
    }

    private void version(OpenApiDocument base, OpenApiDocument revision) {
        String before = base.info().version();
        String after = revision.info().version();
        Optional<Version> was = Version.of(before);
        Optional<Version> is = Version.of(after);
        if (was.isEmpty() || is.isEmpty()) return;
        String rule = null;
        int step = is.get().compareTo(was.get());
        if (step == 0) rule = "api-version-not-bumped";
        else if (step < 0) rule = "api-version-decreased";
        else if (!is.get().isMajorAfter(was.get())) rule = "api-major-version-not-bumped";
        if (rule == null) return;
        changes.add(
                Rules.get(rule),
                null,
                Direction.BOTH,
                "info",
                before,
                after,
                base.info().source(),
                revision.info().source());
    }

    /** A semantic version without its labels. */
    private record Version(BigInteger major, BigInteger minor, BigInteger patch) implements Comparable<Version> {

        private static final Pattern FORM = Pattern.compile("v?(\\d{1,50})\\.(\\d{1,50})\\.(\\d{1,50})([-+].*)?");

        static Optional<Version> of(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) return Optional.empty();
            return Optional.of(new Version(
                    new BigInteger(matcher.group(1)),
                    new BigInteger(matcher.group(2)),
                    new BigInteger(matcher.group(3))));
        }

        /** Before 1.0.0, the minor number does the major one's office. */
        boolean isMajorAfter(Version other) {
            if (major.signum() == 0 && other.major.signum() == 0) return minor.compareTo(other.minor) > 0;
            return major.compareTo(other.major) > 0;
        }

        @Override
        public int compareTo(Version other) {
            int byMajor = major.compareTo(other.major);
            if (byMajor != 0) return byMajor;
            int byMinor = minor.compareTo(other.minor);
            return byMinor != 0 ? byMinor : patch.compareTo(other.patch);
        }
    }
}
