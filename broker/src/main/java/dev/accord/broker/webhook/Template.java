package dev.accord.broker.webhook;

import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.platform.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in the place of template parameters: percent-encoded in the address, escaped in a JSON body so that no
 * value can change its structure, and as they are elsewhere. Unknown parameters stay.
 */
final class Template {

    private Template() {}

    static WebhookRequest fill(WebhookRequest template, Map<String, String> values) {
        Map<String, String> headers = new LinkedHashMap<>();
        template.headers()
                .forEach((name, value) ->
                        headers.put(name, fill(value, values, text -> text.replaceAll("[\\r\\n]", " "))));
        UnaryOperator<String> intoBody = template.bodyIsJson() ? Template::escaped : UnaryOperator.identity();
        return new WebhookRequest(
                template.method(),
                fill(template.url(), values, BrokerUrls::encode),
                headers,
                filled(template.body(), values, intoBody),
                template.bodyIsJson(),
                filled(template.username(), values, UnaryOperator.identity()),
                filled(template.password(), values, UnaryOperator.identity()));
    }

    private static @Nullable String filled(
            @Nullable String text, Map<String, String> values, UnaryOperator<String> form) {
        return text == null ? null : fill(text, values, form);
    }

    private static String fill(String text, Map<String, String> values, UnaryOperator<String> form) {
        return Target.PARAMETER.matcher(text).replaceAll(parameter -> {
            String value = values.get(parameter.group(1));
            return Matcher.quoteReplacement(value == null ? parameter.group() : form.apply(value));
        });
    }

    private static String escaped(String value) {
        String literal = Json.write(Json.object().put("v", value));
        return literal.substring("{\"v\":\"".length(), literal.length() - "\"}".length());
    }
}
