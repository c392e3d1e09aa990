package dev.accord.verifier;

/** What a broker answers to a verifier of the provider Users, for one pact of the consumer Web. */
public final class StubBroker {

    private StubBroker() {}

    /** Returns a pact that wants {@code id} and {@code email} of a user, with the broker's links in it. */
    public static String pact() {
        return """
               {"consumer": {"name": "Web"}, "provider": {"name": "Users"},
                "interactions": [
                  {"_id": "i1", "description": "get user",
                   "providerStates": [{"name": "user 1 exists", "params": {"id": 1}}],
                   "request": {"method": "GET", "path": "/users/1"},
                   "response": {"status": 200, "headers": {"Content-Type": "application/json"},
                     "body": {"id": 1, "email": "x@example.org"},
                     "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]},
                                                "$.email": {"matchers": [{"match": "type"}]}}}}},
                  {"_id": "i2", "description": "list users",
                   "request": {"method": "GET", "path": "/users"},
                   "response": {"status": 200}}],
                "metadata": {"pactSpecification": {"version": "3.0.0"}},
                "_links": {"self": {"href": "http://stub/pact"},
                           "pb:provider": {"href": "http://stub/pacticipants/Users", "name": "Users"},
                           "pb:publish-verification-results": {"href": "http://stub/results"}}}
               """;
    }

    /** Makes the server answer as a broker that selects the pact. */
    public static StubServer selecting(StubServer server, boolean pending) {
        return server.on("GET /", 200, """
                        {"_links": {"self": {"href": "http://stub"},
                          "pb:provider-pacts-for-verification":
                            {"href": "http://stub/pacts/provider/{provider}/for-verification", "templated": true},
                          "pb:provider": {"href": "http://stub/pacticipants/{provider}", "templated": true}}}
                        """)
                .on("POST /pacts/provider/Users/for-verification", 200, """
                        {"_embedded": {"pacts": [{"shortDescription": "latest from main branch",
                          "verificationProperties": {"pending": %s, "notices": [
                            {"when": "before_verification", "text": "The pact is the latest from the main branch"}]},
                          "_links": {"self": {"href": "http://stub/pact", "name": "Pact between Web (1) and Users"}}}]}}
                        """.formatted(pending))
                .on("GET /pact", 200, pact())
                .on("GET /pacticipants/Users", 200, """
                        {"name": "Users", "_links": {
                          "pb:branch-version":
                            {"href": "http://stub/pacticipants/Users/branches/{branch}/versions/{version}", "templated": true},
                          "pb:version-tag":
                            {"href": "http://stub/pacticipants/Users/versions/{version}/tags/{tag}", "templated": true}}}
                        """)
                .on("PUT /pacticipants/Users/branches/main/versions/4f0c2d1", 201, "{}")
                .on("PUT /pacticipants/Users/versions/4f0c2d1/tags/dev", 201, "{}")
                .on("POST /results", 201, "{}");
    }
}
