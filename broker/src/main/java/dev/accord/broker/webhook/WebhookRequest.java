package dev.accord.broker.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request with template parameters such as <code>${pactbroker.pactUrl}</code>.
 *
 * @param method     HTTP verb in upper case
 * @param url        absolute address
 * @param headers    values by lower-case name, in order
 * @param body       text of the body, or null for none
 * @param bodyIsJson whether the body was given as a JSON value and not as a text
 * @param username   for basic authentication, or null
 * @param password   for basic authentication, or null
 */
public record WebhookRequest(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String body,
        boolean bodyIsJson,
        @Nullable String username,
        @Nullable String password) {

    /** What is shown instead of a secret. */
    static final String STARS = "**********";

    /** Copies the headers, keeping their order. */
    public WebhookRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Whether a header of this name holds a secret. */
    static boolean secret(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.contains("authorization") || name.contains("token");
    }

    /** A header's value as it may be shown: stars for a secret, unless a parameter stands for it. */
    static String shown(String header, String value) {
        return secret(header) && !value.contains("${pactbroker.") ? STARS : value;
    }

    /** The password as it may be shown; null for none. */
    @Nullable
    String shownPassword() {
        return password == null ? null : password.contains("${pactbroker.") ? password : STARS;
    }

    /** This request with the secrets of another where this one only has stars in their place or no password at all. */
    WebhookRequest keepingSecretsOf(WebhookRequest stored) {
        Map<String, String> kept = new LinkedHashMap<>(headers);
        kept.replaceAll((name, value) -> {
            String before = stored.headers.get(name);
            return before != null && onlyStars(value) ? before : value;
        });
        boolean keepPassword = password == null || onlyStars(password);
        return new WebhookRequest(
                method, url, kept, body, bodyIsJson, username, keepPassword ? stored.password : password);
    }

    private static boolean onlyStars(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
    }
}
