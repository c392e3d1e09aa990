package dev.accord.contracts.impact;

import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;

/** A document of one operation and a pact of one interaction, for tests that change one thing. */
final class OneOperation {

    /** Two schemas that a tag {@code t} may tell apart. */
    private static final String VARIANTS =
            "{components: {schemas: {Card: {type: object, required: [t, a], properties: {t: {type: string}, a: {type:"
                    + " string}}}, Cash: {type: object, required: [t], properties: {t: {type: string}}}}}}";

    private OneOperation() {}

    /** Returns what a change of the schema of the answer does to who reads the body with the rules at {@code $.v}. */
    static ImpactResult answered(String base, String revision, String body, String rule) {
        String answers = "{'200': {content: {application/json: {schema: SCHEMA}}}}";
        return documents(
                document("{responses: " + answers.replace("SCHEMA", base) + "}", VARIANTS),
                document("{responses: " + answers.replace("SCHEMA", revision) + "}", VARIANTS),
                "/things/7",
                "{}",
                "{\"status\": 200, \"body\": " + body + rules(rule) + "}");
    }

    /** Returns what a change of the schema of the request does to who sends the body with the rules at {@code $.v}. */
    static ImpactResult sent(String base, String revision, String body, String rule) {
        String operation = "{responses: {'200': {}}, requestBody: {content: {application/json: {schema: SCHEMA}}}}";
        return documents(
                document(operation.replace("SCHEMA", base), VARIANTS),
                document(operation.replace("SCHEMA", revision), VARIANTS),
                "/things/7",
                "{\"headers\": {\"Content-Type\": \"application/json\"}, \"body\": " + body + rules(rule) + "}",
                "{\"status\": 200}");
    }

    /**
     * Returns what a change of the operation {@code POST /things/{id}} does to who calls {@code /things/7}.
     *
     * @param request members of the request beside method and path, as a JSON object
     */
    static ImpactResult operation(String base, String revision, String request, String response) {
        return documents(document(base, "{}"), document(revision, "{}"), "/things/7", request, response);
    }

    /** Returns a document of one operation, with members of the root. */
    static String document(String operation, String root) {
        String members = root.substring(1, root.length() - 1);
        return "{openapi: 3.1.0, info: {title: t, version: '1'}, paths: {'/things/{id}': {parameters: [{name: id, in: path,"
                + " required: true, schema: {type: string}}], post: " + operation + "}}"
                + (members.isBlank() ? "" : ", " + members) + "}";
    }

    static ImpactResult documents(String base, String revision, String path, String request, String response) {
        OpenApiDocument before = OpenApiReader.read(base);
        OpenApiDocument after = OpenApiReader.read(revision);
        String members = request.substring(1, request.length() - 1);
        String pact = """
                {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [{"description": "d",
                  "request": {METHOD"path": "PATH" MEMBERS}, "response": RESPONSE}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """.replace("METHOD", members.contains("\"method\"") ? "" : "\"method\": \"POST\", ")
                .replace("PATH", path)
                .replace("MEMBERS", members.isBlank() ? "" : ", " + members)
                .replace("RESPONSE", response);
        return Impact.of(before, after, OpenApiDiff.compare(before, after), Usage.of(PactReader.read(pact)));
    }

    private static String rules(String rule) {
        if (rule == null) {
            return "";
        }
        String either = rule.contains("} or {") ? "\"combine\": \"OR\", " : "";
        return ", \"matchingRules\": {\"body\": {\"$.v\": {" + either + "\"matchers\": ["
                + rule.replace("} or {", "}, {") + "]}}}";
    }
}
