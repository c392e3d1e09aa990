package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the media type of a message among those that a document names, as content negotiation does (RFC 9110). */
final class MediaRanges {

    private MediaRanges() {}

    /** A media type or range, such as {@code application/*;q=0.5}. */
    private record Range(String type, String subtype, Map<String, String> parameters, double quality) {

        static Range parse(String text) {
            String[] parts = text.split(";", -1);
            String[] name = parts[0].strip().toLowerCase(Locale.ROOT).split("/", 2);
            Map<String, String> parameters = new HashMap<>();
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String[] pair = parts[i].strip().split("=", 2);
                String key = pair[0].strip().toLowerCase(Locale.ROOT);
                String value = pair.length < 2 ? "" : pair[1].strip().replace("\"", "");
                if (key.equals("q")) {
                    quality = number(value);
                } else if (!key.isEmpty() && !key.equals("charset") && !key.equals("boundary")) {
                    parameters.put(key, value);
                }
            }
            return new Range(name[0].isEmpty() ? "*" : name[0], name.length < 2 ? "*" : name[1], parameters, quality);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException none) {
                return 1;
            }
        }

        /** Returns how closely two ranges fit each other; 0 when they do not. */
        int fit(Range other) {
            boolean contradict = parameters.entrySet().stream()
                    .anyMatch(p -> other.parameters.containsKey(p.getKey())
                            && !other.parameters.get(p.getKey()).equals(p.getValue()));
            if (contradict) {
                return 0;
            }
            if (type.equals(other.type) && subtype.equals(other.subtype)) {
                return parameters.equals(other.parameters) ? 6 : 5;
            }
            if (!type.equals("*") && !other.type.equals("*") && !type.equals(other.type)) {
                return 0;
            }
            if (subtype.equals("*") || other.subtype.equals("*")) {
                return type.equals("*") || other.type.equals("*") ? 2 : 3;
            }
            // application/*+json
            if (subtype.startsWith("*+") || other.subtype.startsWith("*+")) {
                String range = subtype.startsWith("*+") ? subtype : other.subtype;
                String concrete = subtype.startsWith("*+") ? other.subtype : subtype;
                return concrete.endsWith(range.substring(1)) ? 4 : 0;
            }
            return 0;
        }
    }

    /** Returns the entry that fits a single media type best. */
    static Optional<MediaType> find(Map<String, MediaType> content, String mediaType) {
        Range wanted = Range.parse(mediaType);
        MediaType best = null;
        int bestFit = 0;
        for (Map.Entry<String, MediaType> entry : content.entrySet()) {
            int fit = Range.parse(entry.getKey()).fit(wanted);
            if (fit > bestFit) {
                best = entry.getValue();
                bestFit = fit;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the quality that an Accept header gives a media type: that of its closest range, 0 where none fits. */
    static double quality(String accept, String mediaType) {
        Range type = Range.parse(mediaType);
        double quality = 0;
        int bestFit = 0;
        for (String each : accept.split(",", -1)) {
            Range range = Range.parse(each);
            int fit = each.isBlank() ? 0 : range.fit(type);
            if (fit > bestFit) {
                quality = range.quality();
                bestFit = fit;
            }
        }
        return quality;
    }

    /** Returns a media type of a content that an Accept header likes better than the given one. */
    static Optional<String> preferred(Map<String, MediaType> content, String accept, String mediaType) {
        double quality = quality(accept, mediaType);
        return content.keySet().stream()
                .filter(type -> type.indexOf('*') < 0 && quality(accept, type) > quality)
                .findFirst();
    }

    /** Returns the entry that an Accept header prefers. */
    static Optional<MediaType> negotiate(Map<String, MediaType> content, String accept) {
        return preferred(content, accept).stream().findFirst();
    }

    /**
     * Returns the entries that an Accept header leaves to the provider's choice: of the greatest quality, and named as
     * closely as any of these. The first one is the one that the header names first and fits best.
     */
    static List<MediaType> preferred(Map<String, MediaType> content, String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String each : accept.split(",", -1)) {
            if (!each.isBlank()) {
                ranges.add(Range.parse(each));
            }
        }
        List<Offer> offers = new ArrayList<>();
        for (Map.Entry<String, MediaType> entry : content.entrySet()) {
            Range offered = Range.parse(entry.getKey());
            Offer best = null;
            for (int i = 0; i < ranges.size(); i++) {
                int fit = offered.fit(ranges.get(i));
                if (fit > 0 && (best == null || fit > best.fit())) {
                    best = new Offer(entry.getValue(), ranges.get(i).quality(), i, fit);
                }
            }
            if (best != null && best.quality() > 0) {
                offers.add(best);
            }
        }
        offers.sort(Comparator.comparingDouble(Offer::quality)
                .reversed()
                .thenComparingInt(Offer::position)
                .thenComparing(Comparator.comparingInt(Offer::fit).reversed()));
        return offers.stream()
                .takeWhile(o -> o.quality() == offers.getFirst().quality())
                .filter(o -> o.isNamed() || !offers.getFirst().isNamed())
                .map(Offer::media)
                .toList();
    }

    /** An entry with the range that fits it most closely, which decides its quality. */
    private record Offer(MediaType media, double quality, int position, int fit) {
        boolean isNamed() {
            return fit > 3;
        }
    }

    static boolean isJson(String mediaType) {
        String bare = bare(mediaType);
        return bare.endsWith("/json") || bare.endsWith("+json") || bare.equals("*/*") || bare.equals("application/*");
    }

    static boolean isForm(String mediaType) {
        return bare(mediaType).equals("application/x-www-form-urlencoded");
    }

    static boolean isMultipart(String mediaType) {
        return bare(mediaType).startsWith("multipart/");
    }

    static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
