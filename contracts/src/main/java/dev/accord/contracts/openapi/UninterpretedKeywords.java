package dev.accord.contracts.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks a document along {@link Grammar} and lists what is not interpreted. */
final class UninterpretedKeywords {

    private final DocumentContext context;
    private final Grammar grammar;
    private final List<Uninterpreted> found = new ArrayList<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private UninterpretedKeywords(DocumentContext context) {
        this.context = context;
        this.grammar = Grammar.of(context.version());
        found.addAll(context.notices());
    }

    static List<Uninterpreted> in(DocumentContext context) {
        UninterpretedKeywords walk = new UninterpretedKeywords(context);
        walk.object(context.root(), "Document");
        return List.copyOf(walk.found);
    }

    private void object(Node node, String kind) {
        if (!seen.add(node)) return;
        if (!(node instanceof Node.Members members)) {
            boolean booleanSchema =
                    kind.equals("Schema") && node instanceof Node.Scalar s && s.value instanceof Boolean;
            if (!booleanSchema && !(node instanceof Node.Scalar s && s.value == null)) {
                add(node.key(), "an object is expected here", node);
            }
            return;
        }
        if (kind.equals("Callback") && members.get("$ref") == null) {
            map(members, "PathItem");
            return;
        }
        String reference = members.text("$ref");
        if (reference != null) reference(members, reference, kind);
        Map<String, Grammar.Child> keywords = grammar.keywords(kind);
        members.members.forEach((name, value) -> member(kind, keywords, name, value));
        if (kind.equals("Schema")) types(members);
    }

    private void reference(Node.Members node, String reference, String kind) {
        Node place = node.get("$ref");
        Node at = place == null ? node : place;
        if (!reference.startsWith("#")) {
            add(reference, "the reference leaves the document and nothing is fetched", at);
        } else if (context.resolve(node) == null) {
            add(reference, "the reference leads nowhere", at);
        } else if (kind.equals("Schema") && !context.version().hasJsonSchema2020() && node.members.size() > 1) {
            for (String each : node.members.keySet()) {
                if (each.equals("$ref") || each.equals("description") || each.startsWith("x-")) continue;
                Node value = node.get(each);
                add(
                        each,
                        "before OpenAPI 3.1, keywords beside a reference have no meaning",
                        value == null ? at : value);
            }
        }
    }

    private void member(String kind, Map<String, Grammar.Child> keywords, String name, Node value) {
        if (name.startsWith("x-")) return;
        Grammar.Child child = keywords.get(name);
        if (child == null) {
            add(name, "not a keyword of " + kind + " in " + context.version() + " that is interpreted", value);
            return;
        }
        String inner = child.kind();
        if (inner == null) return;
        switch (child.form()) {
            case PLAIN -> {}
            case ONE -> object(value, inner);
            case LIST -> {
                if (value instanceof Node.Elements list) list.elements.forEach(each -> object(each, inner));
                else add(name, "an array is expected here", value);
            }
            case MAP -> {
                if (value instanceof Node.Members map) map(map, inner);
                else if (!(value instanceof Node.Scalar s && s.value == null)) {
                    add(name, "an object is expected here", value);
                }
            }
        }
    }

    private void map(Node.Members map, String inner) {
        boolean extensible = inner.equals("PathItem") || inner.equals("Response");
        map.members.forEach((key, each) -> {
            if (!extensible || !key.startsWith("x-")) object(each, inner);
        });
    }

    private void types(Node.Members schema) {
        Node type = schema.get("type");
        if (type == null) return;
        List<String> names = new ArrayList<>(schema.texts("type"));
        String single = schema.text("type");
        if (single != null) names.add(single);
        if (names.isEmpty()) add("type", "the type is not a text", type);
        for (String each : names) {
            if (SchemaType.of(each).isEmpty()) add("type", "'" + each + "' is not a type", type);
        }
    }

    private void add(String keyword, String reason, Node node) {
        found.add(new Uninterpreted(keyword, reason, node.source()));
    }
}
