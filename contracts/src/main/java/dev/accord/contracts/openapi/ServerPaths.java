package dev.accord.contracts.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out the base paths of a server URL. */
final class ServerPaths {

    private ServerPaths() {}

    static List<String> expand(Server server, int limit) {
        List<String> urls = new ArrayList<>(List.of(server.url()));
        for (Map.Entry<String, Server.Variable> each : server.variables().entrySet()) {
            String placeholder = "{" + each.getKey() + "}";
            Set<String> values = new LinkedHashSet<>();
            values.add(each.getValue().defaultValue());
            values.addAll(each.getValue().values());
            List<String> next = new ArrayList<>();
            for (String url : urls) {
                if (!url.contains(placeholder)) {
                    next.add(url);
                    continue;
                }
                for (String value : values) if (next.size() < limit) next.add(url.replace(placeholder, value));
            }
            urls = next;
        }
        Set<String> paths = new LinkedHashSet<>();
        for (String url : urls) paths.add(path(url));
        return List.copyOf(paths);
    }

    /** The path of a URL that need not be a valid one, and may be relative. */
    static String path(String url) {
        int end = url.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = url.indexOf(stop);
            if (at >= 0) end = Math.min(end, at);
        }
        String text = url.substring(0, end);
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            int slash = text.indexOf('/', scheme + 3);
            text = slash < 0 ? "" : text.substring(slash);
        } else if (text.startsWith("//")) {
            int slash = text.indexOf('/', 2);
            text = slash < 0 ? "" : text.substring(slash);
        }
        while (text.endsWith("/")) text = text.substring(0, text.length() - 1);
        return text.isEmpty() || text.startsWith("/") ? text : "/" + text;
    }
}
