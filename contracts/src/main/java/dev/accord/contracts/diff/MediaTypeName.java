package dev.accord.contracts.diff;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The name of a media type in its parts, lower case.
 *
 * @param type such as {@code application}
 * @param subtype without its suffix, such as {@code problem}
 * @param suffix such as {@code json}; empty where there is none
 * @param parameters by name
 */
record MediaTypeName(String type, String subtype, String suffix, Map<String, String> parameters) {

    static MediaTypeName of(String text) {
        int semicolon = text.indexOf(';');
        String essence =
                (semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new TreeMap<>();
        if (semicolon >= 0) {
            for (String each : text.substring(semicolon + 1).split(";", -1)) {
                int equals = each.indexOf('=');
                if (equals < 0) continue;
                String value = each.substring(equals + 1).strip().replace("\"", "");
                parameters.put(each.substring(0, equals).strip().toLowerCase(Locale.ROOT), value);
            }
        }
        int slash = essence.indexOf('/');
        String type = slash < 0 ? essence : essence.substring(0, slash);
        String rest = slash < 0 ? "" : essence.substring(slash + 1);
        int plus = rest.lastIndexOf('+');
        return plus < 0
                ? new MediaTypeName(type, rest, "", parameters)
                : new MediaTypeName(type, rest.substring(0, plus), rest.substring(plus + 1), parameters);
    }

    /** Whether values are written so that their types can be told apart. */
    boolean isStronglyTyped() {
        return suffix.equals("json") || (suffix.isEmpty() && subtype.equals("json"));
    }

    /** The same type with the same parameters, however written. */
    boolean isSame(MediaTypeName other) {
        return equals(other);
    }

    /** Whether another is this or a special case of it: {@code application/json} contains {@code application/hal+json}. */
    boolean contains(MediaTypeName other) {
        if (!type.equals(other.type)) return false;
        if (suffix.isEmpty() && !other.suffix.isEmpty() && other.suffix.equals(subtype)) return true;
        return subtype.equals(other.subtype) && suffix.equals(other.suffix);
    }

    boolean isRelated(MediaTypeName other) {
        return contains(other) || other.contains(this);
    }
}
