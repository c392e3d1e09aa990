package dev.accord.broker.pacticipant;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes a name for people out of a technical one. */
public final class DisplayName {

    private DisplayName() {}

    /** Camel case and {@code - _ .} become spaces, and each word is capitalised: {@code foo-bar_baz} is Foo Bar Baz. */
    public static String from(String name) {
        String spaced = name.replaceAll("([a-z\\d])([A-Z])", "$1 $2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                .replaceAll("[-_.\\s]+", " ")
                .strip();
        if (spaced.isEmpty()) {
            return name;
        }
        return Arrays.stream(spaced.split(" "))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
