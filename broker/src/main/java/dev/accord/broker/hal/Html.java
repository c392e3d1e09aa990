package dev.accord.broker.hal;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Plain pages for people: no scripts, nothing from other hosts. What is put in must be escaped by the caller. */
public final class Html {

    /** The media type of pages, exactly as sent. */
    public static final String TYPE = "text/html;charset=utf-8";

    /** Lets a page load nothing but its own inline style. */
    public static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1b1f24}code,pre{font:14px/1.45 ui-monospace,monospace}pre{background:#f4f5f7;"
            + "padding:.8rem;overflow:auto;border-radius:.3rem}h2{margin-top:2rem;border-top:1px solid #d8dce2;"
            + "padding-top:1rem}a{color:#0a58ca}";

    private Html() {}

    /** A whole page with a heading (a text, escaped here) and a body (markup). */
    public static String page(String heading, String body) {
        String title = escape(heading);
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                + "</style></head><body><h1>" + title + "</h1>" + body + "</body></html>\n";
    }

    /** 200 with a page. */
    public static RestResponse<String> ok(String page) {
        return ResponseBuilder.<String>ok(page)
                .header("Content-Type", TYPE)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    /** A text that means the same inside markup and inside quoted attributes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
