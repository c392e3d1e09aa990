package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects changes in order, up to a limit. */
final class ChangeList {

    private static final int MAX_TEXT = 4000;

    private final List<Change> changes = new ArrayList<>();
    private final int limit;
    private boolean truncated;

    ChangeList(int limit) {
        this.limit = limit;
    }

    int size() {
        return changes.size();
    }

    boolean isFull() {
        return changes.size() >= limit;
    }

    /** Notes that there is more to tell than fits. */
    void truncate() {
        truncated = true;
    }

    /** Adds a change of a rule to the list. */
    void add(
            Rule rule,
            @Nullable String operation,
            Direction direction,
            String location,
            @Nullable String before,
            @Nullable String after,
            Source base,
            Source revision) {
        if (isFull()) {
            truncate();
            return;
        }
        StringBuilder sentence = new StringBuilder();
        if (operation != null) sentence.append(operation);
        if (!location.isEmpty()) sentence.append(sentence.isEmpty() ? "" : ", ").append(location);
        if (!sentence.isEmpty()) sentence.append(": ");
        sentence.append(rule.say(before, after)).append('.');
        changes.add(new Change(
                rule.id(),
                rule.level(),
                operation,
                direction,
                location,
                cut(before),
                cut(after),
                base,
                revision,
                sentence.toString()));
    }

    boolean hasErrors() {
        return changes.stream().anyMatch(each -> each.level() == Level.ERROR);
    }

    List<Change> toList() {
        if (truncated) {
            Rule rule = Rules.get("changes-truncated");
            changes.add(new Change(
                    rule.id(),
                    rule.level(),
                    null,
                    Direction.BOTH,
                    "",
                    null,
                    null,
                    Source.ROOT,
                    Source.ROOT,
                    rule.say(null, null) + "."));
        }
        return List.copyOf(changes);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
