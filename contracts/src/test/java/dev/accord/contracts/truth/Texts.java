package dev.accord.contracts.truth;

/** What kind of value a text is written like. */
final class Texts {

    private Texts() {}

    static String kind(String text) {
        if (text.matches("-?\\d+")) {
            return "integer";
        }
        if (text.matches("-?\\d+\\.\\d+")) {
            return "number";
        }
        return text.equals("true") || text.equals("false") ? "boolean" : "text";
    }
}
