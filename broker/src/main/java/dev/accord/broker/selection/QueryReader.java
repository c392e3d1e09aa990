package dev.accord.broker.selection;

import dev.accord.broker.problem.Problems;
import dev.accord.broker.selection.Selector.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the old form of the request, a query string such as
 * {@code provider_version_tags[]=main&consumer_version_selectors[][tag]=prod&consumer_version_selectors[][latest]=true}. It
 * knows selectors by tag only. A new selector begins where the last one has the key already.
 */
final class QueryReader {

    private static final String SELECTORS = "consumer_version_selectors";
    private static final String PENDING = "include_pending_status";
    private static final String WIP = "include_wip_pacts_since";
    private static final String TAGS = "provider_version_tags";

    private final Problems problems = new Problems();
    private final List<String> tags = new ArrayList<>();
    private final List<Map<String, String>> selectors = new ArrayList<>();
    private final Map<String, String> single = new LinkedHashMap<>();

    private QueryReader(String query) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                take(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    /**
     * Reads a query string as it was sent; unknown parameters are ignored.
     *
     * @throws dev.accord.broker.problem.ProblemException 400 naming all that does not fit
     */
    static VerificationRequest read(String query) {
        return new QueryReader(query).request();
    }

    private VerificationRequest request() {
        Instant since = null;
        if (single.containsKey(WIP)) {
            since = Dates.instant(single.getOrDefault(WIP, "")).orElse(null);
            if (since == null) {
                problems.add(WIP, "must be a date");
            }
        }
        boolean pending = flag(single.get(PENDING), true, PENDING, "");
        if (single.containsKey(TAGS)) {
            problems.add(TAGS, "must be an array");
        }
        if (single.containsKey(SELECTORS)) {
            problems.add(SELECTORS, "must be an array");
        }
        List<Selector> read = new ArrayList<>();
        for (int i = 0; i < selectors.size(); i++) {
            read.add(selector(selectors.get(i), i));
        }
        problems.throwIfAny();
        return new VerificationRequest(
                single.get("provider_version_branch"), tags.stream().distinct().toList(), read, pending, since);
    }

    private Selector selector(Map<String, String> given, int index) {
        String at = " (at index " + index + ")";
        String tag = given.get("tag");
        if (tag == null || tag.isEmpty()) {
            problems.add(SELECTORS, "tag " + (tag == null ? "is missing" : "must be filled") + at);
        }
        for (String key : List.of("fallback_tag", "consumer")) {
            if ("".equals(given.get(key))) {
                problems.add(SELECTORS, key + " must be filled" + at);
            }
        }
        boolean latest = flag(given.get("latest"), false, SELECTORS, at);
        return new Selector(
                latest ? Kind.LATEST_TAG : Kind.TAG,
                tag,
                latest ? given.get("fallback_tag") : null,
                null,
                given.get("consumer"));
    }

    private boolean flag(@Nullable String value, boolean absent, String key, String at) {
        if (value == null) {
            return absent;
        }
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(key, (at.isEmpty() ? "" : "latest ") + "must be one of: true, false" + at);
        }
        return value.equals("true");
    }

    private void take(String key, String value) {
        if (key.equals(TAGS + "[]")) {
            tags.add(value);
        } else if (key.startsWith(SELECTORS + "[][") && key.endsWith("]")) {
            String member = key.substring(SELECTORS.length() + 3, key.length() - 1);
            if (selectors.isEmpty() || selectors.getLast().containsKey(member)) {
                selectors.add(new LinkedHashMap<>());
            }
            selectors.getLast().put(member, value);
        } else {
            single.put(key, value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
