package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.PathItem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths of a document, found by walking segment by segment: the cost does not depend on how many there are. */
final class PathIndex {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]*)}");
    private static final Pattern ANYTHING = Pattern.compile(".+");
    private static final int MAX_CANDIDATES = 50;

    private final Node root = new Node();
    private final boolean ignoringCase;

    private PathIndex(boolean ignoringCase) {
        this.ignoringCase = ignoringCase;
    }

    /**
     * A path that fits.
     *
     * @param item the path
     * @param values the values of its parameters, decoded, by name
     * @param literals the number of segments without a parameter
     */
    record Match(PathItem item, Map<String, String> values, int literals) {}

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final Map<String, Templated> templated = new LinkedHashMap<>();
        final List<PathItem> items = new ArrayList<>();
        /** Paths whose template ends here in two stars, as some frameworks write "anything below". */
        final List<PathItem> rest = new ArrayList<>();
    }

    /** A segment with parameters, such as {@code {id}} or {@code {name}.json}. */
    private record Templated(Pattern pattern, Node node) {}

    static PathIndex of(OpenApiDocument document, boolean ignoringCase) {
        PathIndex index = new PathIndex(ignoringCase);
        document.paths().values().forEach(index::add);
        return index;
    }

    private void add(PathItem item) {
        Node node = root;
        for (String segment : segments(item.template())) {
            if (segment.equals("**")) {
                node.rest.add(item);
                return;
            } else if (segment.equals("*")) {
                node = node.templated
                        .computeIfAbsent("*", s -> new Templated(ANYTHING, new Node()))
                        .node();
            } else if (segment.indexOf('{') < 0) {
                node = node.literals.computeIfAbsent(literal(segment), s -> new Node());
            } else {
                String shape = VARIABLE.matcher(segment).replaceAll("{}");
                node = node.templated
                        .computeIfAbsent(shape, s -> new Templated(pattern(segment), new Node()))
                        .node();
            }
        }
        node.items.add(item);
    }

    private static Pattern pattern(String segment) {
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(segment);
        int from = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(segment.substring(from, variable.start())))
                    .append("(.+)");
            from = variable.end();
        }
        regex.append(Pattern.quote(segment.substring(from)));
        return Pattern.compile(regex.toString());
    }

    /** Returns the paths that fit, those with the most literal segments first. */
    List<Match> find(String path) {
        List<Match> matches = new ArrayList<>();
        find(root, segments(path), 0, new ArrayList<>(), 0, matches);
        boolean slash = path.endsWith("/");
        matches.sort(Comparator.comparing((Match m) -> m.item().template().endsWith("/") != slash)
                .thenComparing(Match::literals, Comparator.reverseOrder()));
        return matches;
    }

    private String literal(String segment) {
        return ignoringCase ? decoded(segment).toLowerCase(Locale.ROOT) : decoded(segment);
    }

    private void find(
            Node node, List<String> segments, int at, List<String> values, int literals, List<Match> matches) {
        if (matches.size() >= MAX_CANDIDATES) {
            return;
        }
        node.rest.forEach(item -> matches.add(new Match(item, bound(item, values), literals)));
        if (at == segments.size()) {
            node.items.forEach(item -> matches.add(new Match(item, bound(item, values), literals)));
            return;
        }
        String segment = segments.get(at);
        Node literal = node.literals.get(literal(segment));
        if (literal != null) {
            find(literal, segments, at + 1, values, literals + 1, matches);
        }
        for (Templated templated : node.templated.values()) {
            Matcher matcher = templated.pattern().matcher(segment);
            if (!segment.isEmpty() && matcher.matches()) {
                List<String> longer = new ArrayList<>(values);
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    longer.add(decoded(matcher.group(group)));
                }
                find(templated.node(), segments, at + 1, longer, literals, matches);
            }
        }
    }

    private static Map<String, String> bound(PathItem item, List<String> values) {
        Map<String, String> bound = new LinkedHashMap<>();
        List<String> names = item.variables();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            bound.put(bare(names.get(i)), values.get(i));
        }
        return bound;
    }

    /** Some documents write the style into the template, as URI templates do: {@code {.id*}} is the parameter id. */
    private static String bare(String name) {
        String bare = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        return !bare.isEmpty() && ".;?&#/+".indexOf(bare.charAt(0)) >= 0 ? bare.substring(1) : bare;
    }

    /** A slash at the start or the end says nothing here. */
    static List<String> segments(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        if (bare.endsWith("/")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.isEmpty() ? List.of() : List.of(bare.split("/", -1));
    }

    private static String decoded(@Nullable String segment) {
        if (segment == null || segment.indexOf('%') < 0) {
            return segment == null ? "" : segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return segment;
        }
    }
}
