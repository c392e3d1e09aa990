package dev.accord.broker.badge;

import dev.accord.broker.hal.BrokerUrls;

/** What a badge says: a subject on the left, its state on the right. */
record Badge(String left, String right, Colour colour) {

    /** A colour, by the name that badge services know and by its value. */
    enum Colour {
        BRIGHT_GREEN("brightgreen", "#3c1"),
        RED("red", "#e05d44"),
        ORANGE("orange", "#d9730d"),
        LIGHT_GREY("lightgrey", "#767676");

        private final String word;
        private final String value;

        Colour(String word, String value) {
            this.word = word;
            this.value = value;
        }

        String word() {
            return word;
        }

        String value() {
            return value;
        }
    }

    /** Something that the address names does not exist. */
    static Badge notFound(String what) {
        return new Badge(what, "not found", Colour.LIGHT_GREY);
    }

    /** The address of this badge at a service of the usual form. */
    String address(String service) {
        return service.replaceAll("/+$", "") + "/badge/" + escape(left) + "-" + escape(right) + "-" + colour.word()
                + ".svg";
    }

    private static String escape(String text) {
        return BrokerUrls.encode(text.replace("-", "--").replace("_", "__"));
    }
}
