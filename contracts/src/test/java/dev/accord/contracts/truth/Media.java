package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Media types and ranges as RFC 9110 has them: which entry holds for a type, and what an Accept header prefers. */
final class Media {

    private Media() {}

    static boolean isJson(String type) {
        return bare(type).endsWith("/json") || bare(type).endsWith("+json");
    }

    static String bare(String type) {
        return type.split(";", 2)[0].strip();
    }

    static boolean isRange(String type) {
        return type.contains("*");
    }

    private static Map<String, String> parameters(String type) {
        Map<String, String> parameters = new TreeMap<>();
        for (String part : type.split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && !pair[0].equals("q") && !pair[0].equals("charset")) {
                parameters.put(pair[0], pair[1]);
            }
        }
        return parameters;
    }

    /** Returns how closely a range names a type: 0 not at all, then any, any of a kind, the type, the type with parameters. */
    static int closeness(String range, String type) {
        Map<String, String> wanted = parameters(range);
        Map<String, String> given = parameters(type);
        if (!given.entrySet().containsAll(wanted.entrySet())) {
            return 0;
        }
        String[] a = bare(range).split("/", 2);
        String[] b = bare(type).split("/", 2);
        if (bare(range).equals(bare(type))) {
            return wanted.isEmpty() ? 3 : 4;
        }
        if (bare(range).equals("*/*")) {
            return 1;
        }
        return a[0].equals(b[0]) && a[1].equals("*") ? 2 : 0;
    }

    /** Returns the entry of a content that describes bodies of a media type. */
    static Optional<Map.Entry<String, JsonNode>> entry(JsonNode content, String type) {
        Map.Entry<String, JsonNode> best = null;
        int closest = 0;
        for (Map.Entry<String, JsonNode> entry : content.properties()) {
            int closeness = closeness(entry.getKey(), type);
            if (closeness > closest) {
                best = entry;
                closest = closeness;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the quality of a concrete type by an Accept header; everything is welcome without one. */
    static double quality(@Nullable String accept, String type) {
        if (accept == null) {
            return 1;
        }
        double quality = 0;
        int closest = 0;
        for (String range : accept.split(",", -1)) {
            int closeness = closeness(range.strip(), type);
            if (closeness > closest) {
                closest = closeness;
                int q = range.indexOf("q=");
                quality = q < 0 ? 1 : Double.parseDouble(range.substring(q + 2).strip());
            }
        }
        return quality;
    }

    /** Returns the types of a content that an Accept header likes best; ranges as one of their types. */
    static List<String> preferred(JsonNode content, @Nullable String accept, List<String> examples) {
        List<String> best = new ArrayList<>();
        double highest = 0;
        for (Map.Entry<String, JsonNode> entry : content.properties()) {
            for (String type : isRange(entry.getKey()) ? examples : List.of(entry.getKey())) {
                if (closeness(entry.getKey(), type) == 0) {
                    continue;
                }
                double quality = quality(accept, type);
                if (quality > highest) {
                    best.clear();
                    highest = quality;
                }
                if (quality == highest && quality > 0) {
                    best.add(type);
                }
            }
        }
        return best;
    }
}
