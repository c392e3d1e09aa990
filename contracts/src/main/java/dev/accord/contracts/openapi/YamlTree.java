package dev.accord.contracts.openapi;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into nodes from the parser's events, keeping the place of each. Scalars are resolved by the core schema of
 * YAML 1.2, which JSON is a part of: {@code yes} and {@code on} are strings, a date is a string. An alias shares the
 * node it names, so a bomb of aliases costs nothing to build; what it would expand to is counted and limited.
 */
final class YamlTree {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final String MERGE = "<<";

    private final Parser parser;
    private final ReadBudget budget;
    private final List<Uninterpreted> notices;
    private final Map<String, Node> anchors = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private YamlTree(Parser parser, ReadBudget budget, List<Uninterpreted> notices) {
        this.parser = parser;
        this.budget = budget;
        this.notices = notices;
    }

    /** Reads the first and only document of a stream. */
    static Node read(String text, ReadBudget budget, List<Uninterpreted> notices) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            YamlTree tree = new YamlTree(new ParserImpl(new StreamReader(text), options), budget, notices);
            return tree.document();
        } catch (MarkedYAMLException e) {
            throw new UnreadableDocumentException("The text is not YAML: " + reason(e), at(e.getProblemMark()));
        } catch (YAMLException e) {
            throw new UnreadableDocumentException("The text is not YAML: " + e.getMessage(), Source.ROOT);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // the scanner trips over an escape that the text ends in
            throw new UnreadableDocumentException("The text is not YAML: an escape is incomplete", Source.ROOT);
        }
    }

    private static String reason(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return context + e.getProblem();
    }

    private Node document() {
        expect(Event.ID.StreamStart);
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw new UnreadableDocumentException("The text is empty", Source.ROOT);
        }
        expect(Event.ID.DocumentStart);
        Node root = value(null, "", null, 0);
        expect(Event.ID.DocumentEnd);
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw new UnreadableDocumentException(
                    "A second document follows the first", at(parser.peekEvent().getStartMark()));
        }
        return root;
    }

    private void expect(Event.ID id) {
        Event event = parser.getEvent();
        if (!event.is(id)) throw new UnreadableDocumentException("Expected " + id, at(event.getStartMark()));
    }

    /** Reads a value; its place is that of its key where it has one. */
    private Node value(@Nullable Node parent, String key, @Nullable Mark keyMark, int depth) {
        Event event = parser.getEvent();
        Mark mark = keyMark == null ? event.getStartMark() : keyMark;
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return switch (event) {
            case AliasEvent alias -> aliased(alias);
            case ScalarEvent scalar -> {
                Node node = new Node.Scalar(parent, key, line, column, resolve(scalar));
                budget.node(node, depth);
                anchor(scalar.getAnchor(), node);
                yield node;
            }
            case CollectionStartEvent start -> {
                String anchor = start.getAnchor();
                if (anchor != null) open.add(anchor);
                Node node = start instanceof MappingStartEvent
                        ? members(new Node.Members(parent, key, line, column), depth + 1)
                        : elements(new Node.Elements(parent, key, line, column), depth + 1);
                if (anchor != null) open.remove(anchor);
                anchor(anchor, node);
                yield node;
            }
            default -> throw new UnreadableDocumentException("Expected a value", at(event.getStartMark()));
        };
    }

    private void anchor(@Nullable String name, Node node) {
        if (name != null) anchors.put(name, node);
    }

    private Node aliased(AliasEvent alias) {
        String name = alias.getAnchor();
        if (open.contains(name)) {
            throw new UnreadableDocumentException(
                    "The alias *" + name + " stands inside what it names", at(alias.getStartMark()));
        }
        Node node = anchors.get(name);
        if (node == null) {
            throw new UnreadableDocumentException("The alias *" + name + " names nothing", at(alias.getStartMark()));
        }
        return node;
    }

    private Node members(Node.Members object, int depth) {
        budget.node(object, depth);
        Map<String, Node> merged = new HashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = parser.getEvent();
            String name = key(keyEvent);
            Node value = value(object, name, keyEvent.getStartMark(), depth);
            if (name.equals(MERGE) && isPlain(keyEvent)) {
                merge(value, merged, keyEvent);
                continue;
            }
            if (object.get(name) != null) {
                notices.add(new Uninterpreted(
                        name, "the key stands twice in one object; the last counts", at(keyEvent.getStartMark())));
            }
            object.put(name, value);
            budget.grown(object, depth);
        }
        merged.forEach((name, value) -> {
            if (object.get(name) == null) object.put(name, value);
        });
        budget.grown(object, depth);
        parser.getEvent();
        return object;
    }

    private String key(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> {
                if (scalar.getAnchor() != null) {
                    Mark mark = scalar.getStartMark();
                    anchor(
                            scalar.getAnchor(),
                            new Node.Scalar(null, "", mark.getLine() + 1, mark.getColumn() + 1, scalar.getValue()));
                }
                yield scalar.getValue();
            }
            case AliasEvent alias when aliased(alias) instanceof Node.Scalar s && s.value != null -> s.value.toString();
            default -> throw new UnreadableDocumentException("A key must be a scalar", at(event.getStartMark()));
        };
    }

    private static boolean isPlain(Event event) {
        return event instanceof ScalarEvent s && s.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
    }

    /** Earlier sources win over later ones, and the object's own keys over both. */
    private static void merge(Node from, Map<String, Node> merged, Event keyEvent) {
        switch (from) {
            case Node.Members m -> m.members.forEach(merged::putIfAbsent);
            case Node.Elements list -> list.elements.forEach(each -> merge(each, merged, keyEvent));
            case Node.Scalar s ->
                throw new UnreadableDocumentException("A merge key needs an object", at(keyEvent.getStartMark()));
        }
    }

    private Node elements(Node.Elements array, int depth) {
        budget.node(array, depth);
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            array.add(value(array, Integer.toString(array.elements.size()), null, depth));
            budget.grown(array, depth);
        }
        parser.getEvent();
        return array;
    }

    private static @Nullable Object resolve(ScalarEvent scalar) {
        String text = scalar.getValue();
        String tag = scalar.getTag();
        if (tag != null && tag.equals("tag:yaml.org,2002:str")) return text;
        if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) return text;
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> number(text, scalar);
        };
    }

    private static Object number(String text, ScalarEvent scalar) {
        char first = text.charAt(0);
        boolean mayBeNumber = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        if (!mayBeNumber || text.length() > 1000) return text;
        if (DECIMAL.matcher(text).matches()) {
            String plain = first == '+' ? text.substring(1) : text;
            return JsonTree.Numbers.parse(plain, at(scalar.getStartMark()));
        }
        if (text.length() <= 17 && OCTAL.matcher(text).matches()) return Long.parseLong(text.substring(2), 8);
        if (text.length() <= 17 && HEXADECIMAL.matcher(text).matches()) return Long.parseLong(text.substring(2), 16);
        return text;
    }

    private static Source at(@Nullable Mark mark) {
        return mark == null ? Source.ROOT : new Source("", mark.getLine() + 1, mark.getColumn() + 1);
    }
}
