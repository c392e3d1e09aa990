package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import java.util.List;

/** Names places in an exchange, and where a document speaks of them. */
final class Places {

    static final String RESPONSE = "response";
    static final String RESPONSE_BODY = "response/body";
    static final String REQUEST_BODY = "request/body";

    private Places() {}

    static String field(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String element(String place) {
        return place + "/*";
    }

    static Source source(List<List<Schema>> alternatives) {
        for (List<Schema> conjunction : alternatives) {
            if (!conjunction.isEmpty()) {
                return conjunction.get(0).source();
            }
        }
        return Source.ROOT;
    }

    /** Returns the place as a field path for people: {@code /items/*&#47;price} of the body. */
    static String shown(String place) {
        if (place.startsWith(RESPONSE_BODY)) {
            return place.substring(RESPONSE_BODY.length());
        }
        return place.startsWith(REQUEST_BODY) ? place.substring(REQUEST_BODY.length()) : place;
    }
}
