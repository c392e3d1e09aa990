package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of an OpenAPI document, JSON or YAML, of Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2. Never fetches
 * anything. Costs time and memory in proportion to the text, within {@link ReadLimits}.
 */
public final class OpenApiReader {

    private OpenApiReader() {}

    /**
     * Reads a document within {@link ReadLimits#DEFAULT}.
     *
     * @throws UnreadableDocumentException where the text is neither JSON nor YAML, exceeds a limit, or is no OpenAPI
     *     document of a known version
     */
    public static OpenApiDocument read(String text) {
        return read(text, ReadLimits.DEFAULT);
    }

    /**
     * Returns a document, JSON or YAML, as a JSON value that the caller may change, within {@link ReadLimits#DEFAULT}.
     *
     * @throws UnreadableDocumentException where the text is neither JSON nor YAML or exceeds a limit
     */
    public static JsonNode json(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        ReadBudget budget = new ReadBudget(ReadLimits.DEFAULT);
        budget.text(content);
        return tree(content, ReadLimits.DEFAULT, budget, new ArrayList<>()).toJson();
    }

    /**
     * Reads a document.
     *
     * @throws UnreadableDocumentException as {@link #read(String)}
     */
    public static OpenApiDocument read(String text, ReadLimits limits) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        ReadBudget budget = new ReadBudget(limits);
        budget.text(content);
        List<Uninterpreted> notices = new ArrayList<>();
        Node root = tree(content, limits, budget, notices);
        if (!(root instanceof Node.Members)) {
            throw new UnreadableDocumentException("The document is not an object", root.source());
        }
        DocumentContext context = new DocumentContext(root, version(root), notices);
        checkShape(root);
        return context.version() == SpecVersion.SWAGGER_2_0
                ? new Swagger2Reader(context).read()
                : new OpenApi3Reader(context).read();
    }

    private static Node tree(String text, ReadLimits limits, ReadBudget budget, List<Uninterpreted> notices) {
        if (!startsLikeJson(text)) return YamlTree.read(text, budget, notices);
        try {
            return JsonTree.read(text, limits, budget, notices);
        } catch (UnreadableDocumentException notJson) {
            // YAML may begin with a brace too, and then keys need no quotes
            try {
                notices.clear();
                return YamlTree.read(text, new ReadBudget(limits), notices);
            } catch (UnreadableDocumentException notYaml) {
                throw notJson;
            }
        }
    }

    private static boolean startsLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) return c == '{' || c == '[' || c == '"';
        }
        return false;
    }

    private static SpecVersion version(Node root) {
        Node openapi = root.get("openapi");
        Node swagger = root.get("swagger");
        if (openapi != null) {
            String text = root.scalarText("openapi");
            return SpecVersion.ofOpenApi(text == null ? "" : text)
                    .orElseThrow(() -> new UnreadableDocumentException(
                            "The version of OpenAPI is " + shown(text) + "; 3.0, 3.1 and 3.2 are read",
                            openapi.source()));
        }
        if (swagger != null) {
            String text = root.scalarText("swagger");
            if (text != null && (text.equals("2.0") || text.equals("2"))) return SpecVersion.SWAGGER_2_0;
            throw new UnreadableDocumentException(
                    "The version of Swagger is " + shown(text) + "; 2.0 is read", swagger.source());
        }
        throw new UnreadableDocumentException(
                "The document has neither 'openapi' nor 'swagger', so it is no OpenAPI document", root.source());
    }

    private static String shown(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "not a text" : "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
    }

    private static void checkShape(Node root) {
        List<Problem> problems = new ArrayList<>();
        for (String each : List.of("info", "paths", "webhooks", "components", "definitions")) {
            Node value = root.get(each);
            boolean empty = value instanceof Node.Scalar s && s.value == null;
            if (value != null && !empty && !(value instanceof Node.Members)) {
                problems.add(new Problem("'" + each + "' is not an object", value.source()));
            }
        }
        if (!problems.isEmpty()) throw new UnreadableDocumentException(problems);
    }
}
