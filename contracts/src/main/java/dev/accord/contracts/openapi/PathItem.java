package dev.accord.contracts.openapi;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A path with its operations; also a webhook, or a callback's expression.
 *
 * @param template the path template as written, or the webhook's name
 * @param operations the operations by method, upper case, in the order of the document
 * @param lifecycle sunset and stability given for the path
 * @param source where it stands
 */
public record PathItem(String template, Map<String, Operation> operations, Lifecycle lifecycle, Source source) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}/]*}");

    /** The template with its parameters' names taken out. */
    public String shape() {
        return shape(template);
    }

    /** The names of the template's parameters in order. */
    public List<String> variables() {
        return VARIABLE.matcher(template)
                .results()
                .map(m -> m.group().substring(1, m.group().length() - 1))
                .toList();
    }

    static String shape(String template) {
        return template.indexOf('{') < 0 ? template : VARIABLE.matcher(template).replaceAll("{}");
    }
}
