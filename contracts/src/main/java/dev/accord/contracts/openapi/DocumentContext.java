package dev.accord.contracts.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tree of one document with what is needed to follow its references. */
final class DocumentContext {

    /** Keywords beside a reference that change nothing about the values, so that the reference alone counts. */
    private static final Set<String> ANNOTATIONS =
            Set.of("$ref", "description", "summary", "title", "example", "examples", "$comment", "externalDocs");

    private static final Set<String> SIGNIFICANT_EXTENSIONS =
            Set.of("x-sunset", "x-stability-level", "x-extensible-enum");

    private static final int MAX_HOPS = 100;

    private final Node root;
    private final SpecVersion version;
    private final List<Uninterpreted> notices;
    private final SchemaParser parser = new SchemaParser(this);
    private final Map<String, Node> targets = new ConcurrentHashMap<>();
    private final Map<Set<Schema>, Schema> conjunctions = new ConcurrentHashMap<>();
    private @Nullable Map<String, Node> anchors;

    DocumentContext(Node root, SpecVersion version, List<Uninterpreted> notices) {
        this.root = root;
        this.version = version;
        this.notices = List.copyOf(notices);
    }

    Node root() {
        return root;
    }

    SpecVersion version() {
        return version;
    }

    /** What was noticed while the text was read. */
    List<Uninterpreted> notices() {
        return notices;
    }

    /** The schema written at a node, through its reference if it is one. */
    Schema schema(Node node) {
        Schema known = node.schema;
        if (known != null) return known;
        Schema made = make(node);
        node.schema = made;
        return made;
    }

    /** The schema that holds where all of the given ones do; one for each set. */
    Schema conjunction(Set<Schema> parts) {
        return conjunctions.computeIfAbsent(parts, SchemaFold::conjunction);
    }

    private Schema make(Node node) {
        String reference = node.text("$ref");
        if (reference == null) return new Schema(parser.parse(node));
        Node target = target(node, false);
        boolean alone = !version.hasJsonSchema2020() || !hasOwnKeywords(node);
        if (alone) {
            if (target == null) return unresolved(node, reference);
            return target.text("$ref") == null ? schema(target) : withSiblings(target);
        }
        return withSiblings(node);
    }

    /** The keywords beside a reference hold together with the named schema. */
    private Schema withSiblings(Node node) {
        Schema known = node.schema;
        if (known != null) return known;
        SchemaFacts facts = parser.parse(node);
        String reference = node.text("$ref");
        Node target = target(node, true);
        List<SchemaLink> parts = new ArrayList<>();
        if (target == null) parts.add(new SchemaLink(unresolved(node, reference == null ? "" : reference)));
        else parts.add(new SchemaLink(this, target));
        parts.addAll(facts.allOf);
        facts.allOf = List.copyOf(parts);
        Schema made = new Schema(facts);
        node.schema = made;
        return made;
    }

    private static Schema unresolved(Node node, String reference) {
        SchemaFacts facts = new SchemaFacts();
        facts.origins = List.of(node);
        facts.unresolvedReference = reference;
        return new Schema(facts);
    }

    private static boolean hasOwnKeywords(Node node) {
        if (!(node instanceof Node.Members m)) return false;
        for (String each : m.members.keySet()) {
            if (SIGNIFICANT_EXTENSIONS.contains(each)) return true;
            if (!ANNOTATIONS.contains(each) && !each.startsWith("x-")) return true;
        }
        return false;
    }

    /** The node itself, or what its reference names; null where that cannot be followed. For everything but schemas. */
    @Nullable
    Node resolve(Node node) {
        return node.text("$ref") == null ? node : target(node, false);
    }

    /**
     * Follows a reference to something that is no reference itself; with {@code oneStep}, or where keywords stand
     * beside the next reference, to the next node. Null where it leads nowhere, outside, or back to itself.
     */
    private @Nullable Node target(Node node, boolean oneStep) {
        Set<Node> seen = new LinkedHashSet<>();
        Node at = node;
        for (String reference = at.text("$ref"); reference != null; reference = at.text("$ref")) {
            if (!seen.add(at) || seen.size() > MAX_HOPS) return null;
            Node next = lookUp(reference);
            if (next == null) return null;
            at = next;
            if (oneStep && at.text("$ref") == null) return at;
            if (version.hasJsonSchema2020() && at.text("$ref") != null && hasOwnKeywords(at)) return at;
        }
        return at;
    }

    private @Nullable Node lookUp(String reference) {
        Node known = targets.get(reference);
        if (known == null) {
            known = find(reference);
            if (known != null) targets.put(reference, known);
        }
        return known;
    }

    private @Nullable Node find(String reference) {
        if (reference.equals("#")) return root;
        if (!reference.startsWith("#")) return null;
        if (!reference.startsWith("#/")) return anchors().get(reference.substring(1));
        Node at = root;
        for (String each : reference.substring(2).split("/", -1)) {
            Node next = at.get(unescape(each));
            if (next == null) return null;
            at = next;
        }
        return at;
    }

    private static String unescape(String token) {
        String decoded = token;
        if (token.indexOf('%') >= 0) {
            try {
                decoded = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // not percent-encoded after all: taken as written
            }
        }
        return decoded.replace("~1", "/").replace("~0", "~");
    }

    /** The nodes with an {@code $anchor}, found once. */
    private Map<String, Node> anchors() {
        Map<String, Node> known = anchors;
        if (known == null) {
            known = new ConcurrentHashMap<>();
            collectAnchors(root, known);
            anchors = known;
        }
        return known;
    }

    private static void collectAnchors(Node node, Map<String, Node> found) {
        switch (node) {
            case Node.Members m -> {
                String name = m.text("$anchor");
                if (name != null) found.putIfAbsent(name, m);
                m.members.values().forEach(each -> collectAnchors(each, found));
            }
            case Node.Elements e -> e.elements.forEach(each -> collectAnchors(each, found));
            case Node.Scalar s -> {}
        }
    }
}
