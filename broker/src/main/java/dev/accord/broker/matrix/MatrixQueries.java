package dev.accord.broker.matrix;

import dev.accord.broker.matrix.NestedQuery.Element;
import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.LatestBy;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link MatrixQuery} from the query string of {@code /matrix}; collects every mistake before it refuses. */
final class MatrixQueries {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_SELECTORS = 500;

    private final NestedQuery query;
    private final List<String> errors = new ArrayList<>();

    private MatrixQueries(NestedQuery query) {
        this.query = query;
    }

    /**
     * Reads selectors and options.
     *
     * @throws ProblemException 400 with the list of what is wrong
     */
    static MatrixQuery selectorsAndOptions(NestedQuery query) {
        MatrixQueries reader = new MatrixQueries(query);
        List<Selector> selectors = reader.selectors("q", "");
        if (selectors.isEmpty() && reader.errors.isEmpty()) {
            reader.errors.add("Please provide at least one version selector");
        }
        return reader.options().about(selectors);
    }

    /**
     * Reads the options alone; the selectors come from elsewhere.
     *
     * @throws ProblemException 400 with the list of what is wrong
     */
    static MatrixQuery optionsOnly(NestedQuery query) {
        return new MatrixQueries(query).options();
    }

    private MatrixQuery options() {
        List<Selector> ignored = selectors("ignore", " to ignore");
        Destination destination = destination();
        LatestBy latestBy = query.value("latestby").flatMap(this::latestBy).orElse(null);
        int limit = limit();
        if (!errors.isEmpty()) {
            throw ProblemException.list(errors);
        }
        return new MatrixQuery(List.of(), ignored, destination, latestBy, successes(), limit);
    }

    private List<Selector> selectors(String list, String what) {
        List<Selector> selectors = new ArrayList<>();
        List<Element> elements = query.list(list);
        if (elements.size() > MOST_SELECTORS) {
            errors.add("No more than " + MOST_SELECTORS + " selectors are allowed");
            return selectors;
        }
        for (Element element : elements) {
            selector(element, what).ifPresent(selectors::add);
        }
        return selectors;
    }

    private Optional<Selector> selector(Element element, String what) {
        Map<String, String> fields = element instanceof Element.Fields object ? object.values() : Map.of();
        String name = text(fields, "pacticipant");
        if (name == null) {
            errors.add("Please specify the pacticipant name" + what);
            return Optional.empty();
        }
        Selector selector = new Selector(
                name,
                text(fields, "version"),
                text(fields, "branch"),
                text(fields, "tag"),
                text(fields, "environment"),
                "true".equals(fields.get("latest")),
                "true".equals(fields.get("mainBranch")));
        if (selector.version() != null && selector.latest()) {
            errors.add("A version number and the latest flag cannot both be specified for " + name + what);
        }
        return Optional.of(selector);
    }

    private Destination destination() {
        Destination destination = new Destination(
                flag("latest"),
                query.value("tag").orElse(null),
                query.value("environment").orElse(null),
                flag("mainBranch"));
        int places = (destination.tag() == null ? 0 : 1)
                + (destination.environment() == null ? 0 : 1)
                + (query.value("mainBranch").isPresent() ? 1 : 0);
        if (places > 1) {
            errors.add("No more than one of tag, environment and mainBranch can be specified");
        }
        if (destination.latest() && destination.environment() != null) {
            errors.add("latest=true and an environment cannot both be specified");
        }
        return destination;
    }

    private boolean flag(String name) {
        return query.value(name).filter("true"::equals).isPresent();
    }

    private Optional<LatestBy> latestBy(String name) {
        Optional<LatestBy> latestBy = LatestBy.named(name);
        if (latestBy.isEmpty()) {
            errors.add("latestby must be one of: cvpv, cvp, cp");
        }
        return latestBy;
    }

    private int limit() {
        Optional<String> text = query.value("limit");
        if (text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            long limit = Long.parseLong(text.get().strip());
            if (limit >= 1) {
                return (int) Math.min(limit, Integer.MAX_VALUE);
            }
        } catch (NumberFormatException notWhole) {
            // the same mistake as a number below one
        }
        errors.add("The limit must be a whole number of at least 1");
        return DEFAULT_LIMIT;
    }

    private @Nullable Set<@Nullable Boolean> successes() {
        List<String> wanted = new ArrayList<>();
        if (query.hasList("success")) {
            for (Element element : query.list("success")) {
                if (element instanceof Element.Text text) {
                    wanted.add(text.value());
                }
            }
        } else {
            query.valueOrEmpty("success").ifPresent(wanted::add);
        }
        if (wanted.isEmpty()) {
            return null;
        }
        Set<@Nullable Boolean> successes = new HashSet<>();
        wanted.forEach(word -> successes.add(word.isEmpty() ? null : (Boolean) word.equals("true")));
        return successes;
    }

    private static @Nullable String text(Map<String, String> fields, String key) {
        String value = fields.get(key);
        return value == null || value.isEmpty() ? null : value;
    }
}
