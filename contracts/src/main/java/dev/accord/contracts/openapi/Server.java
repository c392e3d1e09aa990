package dev.accord.contracts.openapi;

import java.util.List;
import java.util.Map;

/**
 * A place where the API is offered.
 *
 * @param url the URL template as written
 * @param variables the variables of the template by name
 * @param source where it stands
 */
public record Server(String url, Map<String, Variable> variables, Source source) {

    private static final int MAX_EXPANSIONS = 64;

    /**
     * A variable of a server URL.
     *
     * @param defaultValue what is sent where nothing is chosen
     * @param values the permitted values, empty where any is
     */
    public record Variable(String defaultValue, List<String> values) {}

    /**
     * The paths under which the operations lie, without a slash at the end and empty for the root: that of the default
     * values first, then of the other permitted values, at most 64.
     */
    public List<String> basePaths() {
        return ServerPaths.expand(this, MAX_EXPANSIONS);
    }
}
