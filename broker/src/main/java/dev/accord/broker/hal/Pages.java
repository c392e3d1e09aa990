package dev.accord.broker.hal;

import dev.accord.broker.platform.Paging;

/** Adds what a page of a collection says about itself. */
public final class Pages {

    private Pages() {}

    /** Adds {@code page} and the links {@code next} and {@code previous}, each where it applies. */
    public static Hal describe(Hal document, Call call, Paging paging, long totalElements) {
        long totalPages = Math.max(1, (totalElements + paging.size() - 1) / paging.size());
        var page = dev.accord.broker.platform.Json.object();
        page.put("number", paging.number());
        page.put("size", paging.size());
        page.put("totalElements", totalElements);
        page.put("totalPages", totalPages);
        document.put("page", page);
        String address = call.resourceUrl() + "?size=" + paging.size() + "&page=";
        if (paging.number() < totalPages) {
            document.link("next", Link.to(address + (paging.number() + 1)).titled("Next page"));
        }
        if (paging.number() > 1) {
            document.link("previous", Link.to(address + (paging.number() - 1)).titled("Previous page"));
        }
        return document;
    }
}
