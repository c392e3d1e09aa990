package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Discriminator;
import dev.accord.contracts.openapi.Lifecycle;
import dev.accord.contracts.openapi.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Judges what a schema says beside its values: discriminator, deprecation, stability. */
final class AnnotationRules {

    private AnnotationRules() {}

    static void compare(SchemaComparison c) {
        discriminator(c);
        deprecation(c);
        stability(c);
    }

    private static void discriminator(SchemaComparison c) {
        Discriminator before = c.a.discriminator();
        Discriminator after = c.b.discriminator();
        String keyword = "discriminator";
        if (before == null && after == null) return;
        if (before == null) {
            c.report("discriminator-added", null, Objects.requireNonNull(after).propertyName(), keyword);
            return;
        }
        if (after == null) {
            c.report("discriminator-removed", before.propertyName(), null, keyword);
            return;
        }
        if (!before.propertyName().equals(after.propertyName())) {
            c.report("discriminator-property-name-changed", before.propertyName(), after.propertyName(), keyword);
        }
        Map<String, String> was = new TreeMap<>(Discriminators.mapping(before));
        Map<String, String> is = new TreeMap<>(Discriminators.mapping(after));
        was.forEach((value, target) -> {
            String other = is.get(value);
            if (other == null) {
                c.report("discriminator-mapping-deleted", value, null, keyword);
            } else if (!other.equals(target) && !sameAlternative(c, target, other)) {
                c.report("discriminator-mapping-changed", value + " to " + target, value + " to " + other, keyword);
            }
        });
        for (String value : is.keySet()) {
            if (!was.containsKey(value)) c.report("discriminator-mapping-added", null, value, keyword);
        }
    }

    /** Whether two names name the same, so that the component was only renamed. */
    private static boolean sameAlternative(SchemaComparison c, String before, String after) {
        Optional<Schema> was = alternative(c.a, before);
        Optional<Schema> is = alternative(c.b, after);
        return was.isPresent() && is.isPresent() && c.sameness().same(was.get(), is.get());
    }

    private static Optional<Schema> alternative(Schema schema, String name) {
        for (Schema each : schema.oneOf()) if (name.equals(each.componentName())) return Optional.of(each);
        for (Schema each : schema.anyOf()) if (name.equals(each.componentName())) return Optional.of(each);
        return Optional.empty();
    }

    private static void deprecation(SchemaComparison c) {
        Lifecycle before = c.a.lifecycle();
        Lifecycle after = c.b.lifecycle();
        if (before.deprecated() == after.deprecated()) return;
        String keyword = "deprecated";
        JsonNode sunset = after.sunset();
        if (!after.deprecated()) {
            c.report(null, "reactivated", null, null, keyword);
        } else if (sunset == null) {
            boolean asked = c.policy().minSunsetDaysStable() > 0;
            c.report(null, asked ? "deprecated-sunset-missing" : "deprecated", null, null, keyword);
        } else {
            Optional<LocalDate> date = Sunsets.date(sunset);
            String text = JsonValues.text(sunset);
            if (date.isEmpty()) c.report(null, "deprecated-sunset-invalid", null, text, keyword);
            else if (Sunsets.daysUntil(date.get(), c.policy()) < c.policy().minSunsetDaysStable()) {
                c.report(null, "sunset-date-too-small", null, text, keyword);
            } else {
                c.report(null, "deprecated-with-sunset", null, text, keyword);
            }
        }
    }

    private static void stability(SchemaComparison c) {
        Optional<Stability> before = Stability.of(c.a.lifecycle().stability());
        Optional<Stability> after = Stability.of(c.b.lifecycle().stability());
        boolean changed =
                !Objects.equals(c.a.lifecycle().stability(), c.b.lifecycle().stability());
        if (changed && (before.isEmpty() || after.isEmpty())) {
            Rule rule = Rules.get("api-invalid-stability-level");
            String was = JsonValues.textOrNull(c.a.lifecycle().stability());
            c.report(rule, was, JsonValues.textOrNull(c.b.lifecycle().stability()), "x-stability-level");
            return;
        }
        if (before.isEmpty()
                || after.isEmpty()
                || before.equals(after)
                || !before.get().isPromised()) return;
        boolean sank = after.get().compareTo(before.get()) < 0;
        c.report(
                null,
                sank ? "stability-decreased" : "stability-increased",
                before.get().keyword(),
                after.get().keyword(),
                "x-stability-level");
    }
}
