package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;

import dev.accord.broker.hal.BrokerUrls;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The form of the matrix page; it is sent with simple names, which are then turned into the API's nested ones. */
final class MatrixForm {

    private static final Map<String, String> KINDS = kinds();

    private MatrixForm() {}

    /** A pacticipant and which of its versions are asked for: a kind of {@link #KINDS}, and its value or empty. */
    record Choice(String pacticipant, String kind, String value) {}

    /** The API's query for the form's parameters {@code p1 k1 v1 p2 k2 v2 latestby limit}. */
    static String query(MultivaluedMap<String, String> form) {
        StringJoiner query = new StringJoiner("&");
        for (String place : List.of("1", "2")) {
            String name = form.getFirst("p" + place);
            if (name != null && !name.isBlank()) {
                query.add("q%5B%5D%5Bpacticipant%5D=" + BrokerUrls.encode(name.strip()));
                String kind = form.getFirst("k" + place);
                String value =
                        BrokerUrls.encode(orEmpty(form.getFirst("v" + place)).strip());
                switch (orEmpty(kind)) {
                    case "version", "branch", "tag", "environment" -> query.add("q%5B%5D%5B" + kind + "%5D=" + value);
                    case "latest" -> query.add("q%5B%5D%5Blatest%5D=true");
                    case "latest-branch" ->
                        query.add("q%5B%5D%5Bbranch%5D=" + value).add("q%5B%5D%5Blatest%5D=true");
                    case "latest-tag" -> query.add("q%5B%5D%5Btag%5D=" + value).add("q%5B%5D%5Blatest%5D=true");
                    default -> {
                        // All versions: nothing more to say.
                    }
                }
            }
        }
        String latestby = orEmpty(form.getFirst("latestby"));
        if (latestby.equals("cvpv") || latestby.equals("cvp")) {
            query.add("latestby=" + latestby);
        }
        return query.toString();
    }

    /** What a query of the API asks for, to fill the form; empty for no selectors. */
    static List<Choice> choices(String rawQuery) {
        List<Map<String, String>> selectors = new ArrayList<>();
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            String key = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (key.startsWith("q[]")) {
                String member = key.substring(3).replaceAll("[\\[\\]]", "");
                if (selectors.isEmpty() || selectors.getLast().containsKey(member)) {
                    selectors.add(new LinkedHashMap<>());
                }
                selectors.getLast().put(member, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return selectors.stream().map(MatrixForm::choice).toList();
    }

    static Html form(List<Choice> choices, String latestby, BrokerUrls urls) {
        return el(
                "form",
                at("method", "get"),
                at("action", urls.path("matrix")),
                fields("1", choices.isEmpty() ? null : choices.getFirst()),
                fields("2", choices.size() < 2 ? null : choices.get(1)),
                el("label", at("for", "latestby"), "Rows"),
                el(
                        "select",
                        at("id", "latestby"),
                        at("name", "latestby"),
                        option("", "All", latestby),
                        option("cvpv", "Latest result of each consumer and provider version", latestby),
                        option("cvp", "Latest result of each consumer version", latestby)),
                el("button", at("type", "submit"), "Show"));
    }

    private static Html fields(String place, @Nullable Choice choice) {
        String kind = choice == null ? "all" : choice.kind();
        return el(
                "fieldset",
                el("legend", place.equals("1") ? "First pacticipant" : "Second pacticipant"),
                el("label", at("for", "p" + place), "Name"),
                input("p" + place, choice == null ? "" : choice.pacticipant()),
                el("label", at("for", "k" + place), "Versions"),
                el(
                        "select",
                        at("id", "k" + place),
                        at("name", "k" + place),
                        KINDS.entrySet().stream()
                                .map(one -> option(one.getKey(), one.getValue(), kind))
                                .toList()),
                el("label", at("for", "v" + place), "Number, branch, tag or environment"),
                input("v" + place, choice == null ? "" : choice.value()));
    }

    private static Html input(String name, String value) {
        return el("input", at("id", name), at("name", name), at("value", value));
    }

    private static Html option(String value, String label, String selected) {
        return el("option", at("value", value), value.equals(selected) ? at("selected", "selected") : List.of(), label);
    }

    private static Choice choice(Map<String, String> selector) {
        boolean latest = "true".equals(selector.get("latest"));
        String name = orEmpty(selector.get("pacticipant"));
        for (String member : List.of("version", "environment", "branch", "tag")) {
            String value = selector.get(member);
            if (value != null) {
                boolean head = latest && (member.equals("branch") || member.equals("tag"));
                return new Choice(name, head ? "latest-" + member : member, value);
            }
        }
        return new Choice(name, latest ? "latest" : "all", "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("all", "All versions");
        kinds.put("latest", "Latest version");
        kinds.put("version", "Version number");
        kinds.put("latest-branch", "Latest from branch");
        kinds.put("branch", "All from branch");
        kinds.put("environment", "In environment");
        kinds.put("latest-tag", "Latest with tag");
        kinds.put("tag", "All with tag");
        return kinds;
    }
}
