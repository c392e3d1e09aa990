package dev.accord.broker.badge;

/** Draws a badge as SVG, alike everywhere whatever fonts are there: the width of each text is fixed. */
final class BadgeImage {

    private static final int HEIGHT = 20;
    private static final int PADDING = 6;
    private static final int MOST_CHARACTERS = 120;
    private static final String NARROW = "fijlrt.,:;|!'()[]I ";
    private static final String WIDE = "mwMWGOQ@%";

    private BadgeImage() {}

    /** The image; the texts are also its title, for those who cannot see it. */
    static String of(Badge badge) {
        String left = cut(badge.left());
        String right = cut(badge.right());
        int leftText = width(left);
        int rightText = width(right);
        int leftWidth = leftText + 2 * PADDING;
        int rightWidth = rightText + 2 * PADDING;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" role="img" aria-label="%3$s: %4$s">
                <title>%3$s: %4$s</title>
                <clipPath id="r"><rect width="%1$d" height="%2$d" rx="3"/></clipPath>
                <g clip-path="url(#r)"><rect width="%5$d" height="%2$d" fill="#444"/>\
                <rect x="%5$d" width="%6$d" height="%2$d" fill="%7$s"/></g>
                <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">\
                <text x="%8$s" y="14" textLength="%9$d">%3$s</text>\
                <text x="%10$s" y="14" textLength="%11$d">%4$s</text></g>
                </svg>
                """.formatted(
                        leftWidth + rightWidth,
                        HEIGHT,
                        escape(left),
                        escape(right),
                        leftWidth,
                        rightWidth,
                        badge.colour().value(),
                        half(leftWidth),
                        leftText,
                        half(2 * leftWidth + rightWidth),
                        rightText);
    }

    private static String half(int whole) {
        return whole % 2 == 0 ? String.valueOf(whole / 2) : whole / 2 + ".5";
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }

    /** Pixels at 11 px, roughly; {@code textLength} makes the text fit. */
    private static int width(String text) {
        int tenths = text.codePoints()
                .map(c -> NARROW.indexOf(c) >= 0 ? 42 : WIDE.indexOf(c) >= 0 ? 95 : c > 0x2E80 ? 110 : 68)
                .sum();
        return Math.max(1, (tenths + 9) / 10);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < 0x20 || c == 0xFFFE || c == 0xFFFF || surrogate(c) ? '?' : c);
            }
        });
        return escaped.toString();
    }

    private static boolean surrogate(int codePoint) {
        return codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }
}
