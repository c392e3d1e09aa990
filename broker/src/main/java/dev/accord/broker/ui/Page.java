package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.a;
import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;

import dev.accord.broker.hal.BrokerUrls;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What all pages have in common: head, navigation, policy. */
final class Page {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Page() {}

    /** A page with the given content. */
    static RestResponse<String> ok(String title, BrokerUrls urls, List<? extends Html> content) {
        return answer(200, title, urls, content);
    }

    /** A page with another status. */
    static RestResponse<String> answer(int status, String title, BrokerUrls urls, List<? extends Html> content) {
        Html document = el(
                "html",
                at("lang", "en"),
                el(
                        "head",
                        el("meta", at("charset", "utf-8")),
                        el("meta", at("name", "viewport"), at("content", "width=device-width, initial-scale=1")),
                        el("title", title + " - Accord"),
                        el("link", at("rel", "stylesheet"), at("href", urls.path("css", "accord.css")))),
                el(
                        "body",
                        el("a", at("class", "skip"), at("href", "#content"), "Skip to content"),
                        el(
                                "header",
                                el(
                                        "nav",
                                        at("aria-label", "Main"),
                                        a(urls.path(), "Integrations"),
                                        a(urls.path("matrix"), "Matrix"),
                                        a(urls.path("hal-browser", "browser.html"), "API browser"))),
                        el("main", at("id", "content"), el("h1", title), content)));
        return ResponseBuilder.<String>create(status)
                .entity("<!doctype html>" + document.write())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .build();
    }

    /** A table with a caption. */
    static Html table(String caption, List<String> headings, List<? extends Html> rows) {
        return el(
                "table",
                el("caption", caption),
                el(
                        "thead",
                        el(
                                "tr",
                                headings.stream()
                                        .map(heading -> el("th", at("scope", "col"), heading))
                                        .toList())),
                el("tbody", rows));
    }

    /** A version number, shortened in the middle when it is long; the whole of it is in the tooltip. */
    static Html number(String href, String number) {
        String shown = number.matches("[0-9a-f]{40}")
                ? number.substring(0, 7)
                : number.length() > 50
                        ? number.substring(0, 23) + "..." + number.substring(number.length() - 23)
                        : number;
        return el("a", at("href", href), at("title", number), shown);
    }

    /** Words in small frames. */
    static List<Html> badges(String kind, List<String> words) {
        return words.stream()
                .<Html>map(word -> el("span", at("class", "badge " + kind), at("title", kind + " " + word), word))
                .toList();
    }
}
