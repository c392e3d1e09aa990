package dev.accord.broker.platform;

import dev.accord.broker.problem.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection.
 *
 * @param number of the page, from 1
 * @param size   most elements on a page, at least 1
 */
public record Paging(int number, int size) {

    private static final int DEFAULT_SIZE = 100;

    /**
     * Reads {@code page} and {@code size}, or their older names {@code pageNumber} and {@code pageSize}; empty when the
     * request names neither and so asks for the whole collection.
     *
     * @throws dev.accord.broker.problem.ProblemException when a value is not a whole number of at least 1
     */
    public static Optional<Paging> of(MultivaluedMap<String, String> query) {
        boolean modern = query.containsKey("page") || query.containsKey("size");
        String pageKey = modern ? "page" : "pageNumber";
        String sizeKey = modern ? "size" : "pageSize";
        if (!query.containsKey(pageKey) && !query.containsKey(sizeKey)) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        int number = whole(query.getFirst(pageKey), pageKey, 1, problems);
        int size = whole(query.getFirst(sizeKey), sizeKey, DEFAULT_SIZE, problems);
        problems.throwIfAny();
        return Optional.of(new Paging(number, size));
    }

    /** Elements before this page. */
    public long offset() {
        return (number - 1L) * size;
    }

    private static int whole(@Nullable String text, String key, int absent, Problems problems) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value < 1) {
                problems.add(key, "must be greater than or equal to 1");
                return absent;
            }
            return value;
        } catch (NumberFormatException e) {
            problems.add(key, "must be an integer");
            return absent;
        }
    }
}
