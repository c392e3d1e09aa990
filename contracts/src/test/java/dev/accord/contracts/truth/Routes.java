package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the operation that a URL reaches: below the path of a server, literal segments before templates. */
final class Routes {

    private final JsonNode document;

    Routes(JsonNode document) {
        this.document = document;
    }

    /** An operation that is reached, with the texts of its path parameters. */
    record Route(JsonNode operation, List<JsonNode> parameters, Map<String, String> values) {}

    /** Returns the paths of the servers, without a slash at the end. */
    Set<String> servers() {
        Set<String> paths = new LinkedHashSet<>();
        document.path("servers")
                .forEach(server -> paths.add(server.path("url").asText().replaceFirst("^https?://[^/]*", "")));
        if (paths.isEmpty()) {
            paths.add("");
        }
        return paths;
    }

    /**
     * Returns the URLs that a consumer may call with a path of its pact: with the path of any server in front unless the path
     * has one already.
     */
    List<String> urls(Sent sent) {
        boolean absolute =
                !servers().contains("") && find(sent.method(), sent.path()).isPresent();
        List<String> urls = new ArrayList<>();
        for (String server : absolute ? Set.of("") : servers()) {
            urls.add(server + sent.path());
        }
        return urls;
    }

    Optional<Route> find(String method, String url) {
        Route best = null;
        int fewest = Integer.MAX_VALUE;
        for (String server : servers()) {
            if (!url.startsWith(server + "/")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                Optional<Map<String, String>> values = bound(path.getKey(), url.substring(server.length()));
                JsonNode operation = path.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
                if (values.isPresent() && operation.isObject() && values.get().size() < fewest) {
                    fewest = values.get().size();
                    best = new Route(operation, parameters(path.getValue(), operation), values.get());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<Map<String, String>> bound(String template, String path) {
        String[] names = template.split("/", -1);
        String[] texts = path.split("/", -1);
        Map<String, String> values = new LinkedHashMap<>();
        if (names.length != texts.length) {
            return Optional.empty();
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{") && !texts[i].isEmpty()) {
                values.put(names[i].substring(1, names[i].length() - 1), texts[i]);
            } else if (!names[i].equals(texts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    static List<JsonNode> parameters(JsonNode item, JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode holder : List.of(item, operation)) {
            holder.path("parameters")
                    .forEach(p -> parameters.put(
                            p.path("in").asText() + " " + p.path("name").asText(), p));
        }
        return List.copyOf(parameters.values());
    }

    /** Returns the response that describes a status: named, by its range, or the default. */
    static Optional<ObjectNode> response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            if (responses.get(key) instanceof ObjectNode response) {
                return Optional.of(response);
            }
        }
        return Optional.empty();
    }
}
