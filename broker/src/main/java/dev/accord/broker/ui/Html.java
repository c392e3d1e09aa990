package dev.accord.broker.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A piece of HTML. Texts and attribute values are escaped when it is written, so that no value can become markup. */
sealed interface Html {

    /** A text. */
    record Text(String text) implements Html {}

    /** An element with its attributes and content. */
    record Element(String tag, List<Attribute> attributes, List<Html> content) implements Html {

        public Element {
            attributes = List.copyOf(attributes);
            content = List.copyOf(content);
        }
    }

    /** An attribute of an element. */
    record Attribute(String name, String value) {}

    /** Elements that have no content and no end. */
    Set<String> VOID = Set.of("input", "link", "meta", "br");

    /**
     * An element.
     *
     * @param parts attributes, other HTML, texts, and collections of these; null is left out
     */
    static Element el(String tag, Object... parts) {
        List<Attribute> attributes = new ArrayList<>();
        List<Html> content = new ArrayList<>();
        for (Object part : parts) {
            add(part, attributes, content);
        }
        return new Element(tag, attributes, content);
    }

    /** An attribute. */
    static Attribute at(String name, Object value) {
        return new Attribute(name, value.toString());
    }

    /** A link. */
    static Element a(String href, String text) {
        return el("a", at("href", href), text);
    }

    /** The HTML as text. */
    default String write() {
        StringBuilder text = new StringBuilder();
        write(this, text);
        return text.toString();
    }

    private static void add(Object part, List<Attribute> attributes, List<Html> content) {
        switch (part) {
            case Attribute attribute -> attributes.add(attribute);
            case Html html -> content.add(html);
            case Iterable<?> several -> several.forEach(one -> add(one, attributes, content));
            default -> content.add(new Text(part.toString()));
        }
    }

    private static void write(Html html, StringBuilder to) {
        switch (html) {
            case Text text -> escape(text.text(), to);
            case Element element -> {
                to.append('<').append(element.tag());
                for (Attribute attribute : element.attributes()) {
                    to.append(' ').append(attribute.name()).append("=\"");
                    escape(attribute.value(), to);
                    to.append('"');
                }
                to.append('>');
                if (!VOID.contains(element.tag())) {
                    element.content().forEach(one -> write(one, to));
                    to.append("</").append(element.tag()).append('>');
                }
            }
        }
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '&' -> to.append("&amp;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                default -> to.append(c);
            }
        }
    }
}
