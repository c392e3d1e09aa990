package dev.accord.contracts.diff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of rules. Ids and levels are promised; the words are not. */
public final class Rules {

    private static final Map<String, Rule> BY_ID = load();

    private Rules() {}

    /** All rules in the order of the catalogue. */
    public static Collection<Rule> all() {
        return BY_ID.values();
    }

    /** The rule of that id. */
    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    static Rule get(String id) {
        Rule rule = BY_ID.get(id);
        if (rule == null) throw new IllegalArgumentException("no rule '" + id + "' in the catalogue");
        return rule;
    }

    static @Nullable Rule orNull(String id) {
        return BY_ID.get(id);
    }

    private static Map<String, Rule> load() {
        InputStream stream = Rules.class.getResourceAsStream("rules.tsv");
        if (stream == null) throw new IllegalStateException("rules.tsv is missing from the library");
        Map<String, Rule> rules = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) continue;
                List<String> cells = List.of(line.split("\t", -1));
                Level level = Level.valueOf(cells.get(1).toUpperCase(Locale.ROOT));
                boolean own = cells.get(2).equals("own");
                rules.put(cells.get(0), new Rule(cells.get(0), level, own, cells.get(3), cells.get(4)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(rules);
    }
}
