package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Lifecycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges an operation that is in both documents. */
final class OperationRules {

    private final OperationPair pair;

    OperationRules(OperationPair pair) {
        this.pair = pair;
    }

    void compare() {
        Lifecycle was = pair.base().lifecycle();
        Lifecycle is = pair.revision().lifecycle();
        int known = pair.changes().size();
        promised(Stability.of(was.stability()), Stability.of(is.stability()));
        // a level that is none was one before, too, and is told only of an operation that changed
        if (pair.changes().size() == known && Objects.equals(was.stability(), is.stability())) return;
        valid(was, is);
    }

    private void promised(Optional<Stability> before, Optional<Stability> after) {
        if (before.isPresent() && after.isPresent()) stability(before.get(), after.get());
        if (after.isPresent() && !after.get().isPromised()) return;
        deprecation(after);
        identity();
        new ParameterRules(pair).compare();
        new RequestBodyRules(pair).compare();
        new ResponseRules(pair).compare();
        SecurityRules.compare(pair);
        WebhookRules.callbacks(pair);
    }

    private void valid(Lifecycle was, Lifecycle is) {
        if (Stability.of(was.stability()).isPresent()
                && Stability.of(is.stability()).isPresent()) return;
        String before = JsonValues.textOrNull(was.stability());
        pair.report("api-invalid-stability-level", before, JsonValues.textOrNull(is.stability()));
    }

    private void stability(Stability before, Stability after) {
        if (before == after || !before.isPromised()) return;
        boolean sank = after.compareTo(before) < 0;
        pair.report(sank ? "api-stability-decreased" : "api-stability-increased", before.keyword(), after.keyword());
    }

    /** How long a deprecation must last is not known where the level of stability is none. */
    private void deprecation(Optional<Stability> stability) {
        Lifecycle before = pair.base().lifecycle();
        Lifecycle after = pair.revision().lifecycle();
        Optional<Integer> days = stability.map(pair.policy()::deprecationDays);
        JsonNode sunset = after.sunset();
        if (before.deprecated() && !after.deprecated()) {
            if (days.isPresent()) pair.report("endpoint-reactivated", null, null);
        } else if (!before.deprecated() && after.deprecated() && days.isPresent()) {
            if (sunset == null) {
                pair.report(days.get() > 0 ? "api-deprecated-sunset-missing" : "endpoint-deprecated", null, null);
            } else {
                deprecatedUntil(sunset, days.get());
            }
        }
        if (after.deprecated() && before.sunset() != null && !Objects.equals(before.sunset(), sunset)) {
            sunsetChanged(before.sunset(), sunset, days);
        }
    }

    private void deprecatedUntil(JsonNode sunset, int days) {
        Optional<LocalDate> date = Sunsets.date(sunset);
        String text = JsonValues.text(sunset);
        if (date.isEmpty()) pair.report("api-deprecated-sunset-parse", null, text);
        else if (Sunsets.daysUntil(date.get(), pair.policy()) < days) {
            pair.report("api-sunset-date-too-small", null, text);
        } else {
            pair.report("endpoint-deprecated-with-sunset", null, text);
        }
    }

    private void sunsetChanged(JsonNode before, @Nullable JsonNode after, Optional<Integer> days) {
        String was = JsonValues.text(before);
        if (after == null) {
            pair.report("sunset-deleted", was, null);
            return;
        }
        String is = JsonValues.text(after);
        Optional<LocalDate> baseDate = Sunsets.date(before);
        Optional<LocalDate> date = Sunsets.date(after);
        if (date.isEmpty() || baseDate.isEmpty()) pair.report("api-path-sunset-parse", was, is);
        else if (baseDate.get().isAfter(date.get())
                && days.isPresent()
                && Sunsets.daysUntil(date.get(), pair.policy()) < days.get()) {
            pair.report("api-sunset-date-changed-too-small", was, is);
        }
    }

    private void identity() {
        String was = pair.base().operationId();
        String is = pair.revision().operationId();
        if (was != null && !was.equals(is)) pair.report("api-operation-id-removed", was, is);
        else if (was == null && is != null) pair.report("api-operation-id-added", null, is);
        List<String> before = pair.base().tags();
        List<String> after = pair.revision().tags();
        before.stream()
                .filter(each -> !after.contains(each))
                .forEach(each -> pair.report("api-tag-removed", each, null));
        after.stream().filter(each -> !before.contains(each)).forEach(each -> pair.report("api-tag-added", null, each));
    }
}
