package dev.accord.contracts.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accord.contracts.pact.PactReader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an interaction uses: a line for each need, and how bodies of each kind are looked into. */
class UsageTest {

    private static final String REQUEST = """
            {"method": "post", "path": "/things/7", "query": {"page": ["1", "2"], "any": []},
             "headers": {"Accept": "application/json", "X-Trace": "t", "Authorization": "Bearer abc",
                         "Cookie": "sid=1; theme = dark ;=x;flag", "Content-Type": "application/json; charset=utf-8"},
             "body": {"a/b~c": [1]},
             "matchingRules": {"query": {"page": {"matchers": [{"match": "regex", "regex": "\\\\d+"}]}},
                               "header": {"x-trace": {"matchers": [{"match": "regex", "regex": "t+"}]}}}}
            """;
    private static final String RESPONSE = """
            {"status": 201, "headers": {"Location": "/things/8", "Content-Type": "application/json"}, "body": "made"}
            """;

    @Nested
    class Facts {

        @Test
        void areOneLineForEachNeed() {
            List<UsageFact> facts = SmallPacts.of(SmallPacts.interaction(REQUEST, RESPONSE));

            assertThat(facts)
                    .extracting(f -> String.join(
                            " ", f.direction(), f.part(), f.location(), "=", f.accepts(), "(" + f.strength() + ")"))
                    .containsExactly(
                            "request operation /things/7 = string (soft)",
                            "request query page = string matching \\d+ (hard)",
                            "request query any = string (soft)",
                            "request header x-trace = string matching t+ (hard)",
                            "request header authorization = string (soft)",
                            "request cookie sid = string (soft)",
                            "request cookie theme = string (soft)",
                            "request credentials authorization = bearer (hard)",
                            "request media-type accept = application/json (hard)",
                            "request body / = object (soft)",
                            "request body /a~1b~0c = array (soft)",
                            "request body /a~1b~0c/* = number (soft)",
                            "response status  = 201 (hard)",
                            "response header location = string (soft)",
                            "response body / = string (soft)");
            assertThat(facts).extracting(UsageFact::operation).containsOnly("POST /things/7");
            assertThat(facts).filteredOn(f -> f.direction().equals("request")).allMatch(f -> f.status() == null);
            assertThat(facts).filteredOn(f -> f.direction().equals("response")).allMatch(f -> "201".equals(f.status()));
            assertThat(facts).filteredOn(f -> f.part().equals("header")).allMatch(f -> f.mediaType() == null);
            assertThat(facts)
                    .filteredOn(f -> f.location().equals("/"))
                    .extracting(UsageFact::mediaType)
                    .containsExactly("application/json; charset=utf-8", "application/json");
        }

        @Test
        void ofSeveralInteractionsAreJoinedAndKeepWhereTheyComeFrom() {
            String interaction = SmallPacts.interaction(REQUEST, RESPONSE);

            List<UsageFact> facts = SmallPacts.of(interaction, interaction);

            assertThat(facts)
                    .hasSize(15)
                    .allSatisfy(f -> assertThat(f.interactions())
                            .extracting(InteractionUsage.Origin::index)
                            .containsExactly(0, 1));
            assertThat(facts.getFirst().bare().interactions()).isEmpty();
            assertThat(facts.getFirst().bare().location()).isEqualTo("/things/7");
        }

        @Test
        void sayWhyAnInteractionIsUnknown() {
            Usage usage = Usage.of(PactReader.read("""
                    {"consumer": {"name": "c"}, "provider": {"name": "p"},
                     "interactions": [{"type": "Asynchronous/Messages", "description": "an event", "contents": {"content": "x"}},
                      {"type": "Synchronous/HTTP", "description": "p", "pluginConfiguration": {"proto": {}}}],
                     "metadata": {"pactSpecification": {"version": "4.0"}}}
                    """));

            assertThat(usage.facts()).hasSize(2).allMatch(f -> f.strength().equals("opaque"));
            assertThat(usage.facts().getFirst().accepts()).startsWith("unknown: it is a message");
            assertThat(usage.facts().getFirst().operation()).isEqualTo("an event");
            assertThat(usage.interactions().get(0).origin().message()).isTrue();
            assertThat(usage.interactions().get(1).origin().message()).isFalse();
        }
    }

    @Nested
    class Requests {

        @Test
        void keepAllExamplesOfAParameter() {
            InteractionUsage.Request request = request(REQUEST, 201);

            assertThat(request.query().get("page").examples()).containsExactly("1", "2");
            assertThat(request.query().get("any").examples()).isEmpty();
            assertThat(request.cookies().get("theme").examples()).containsExactly("dark");
            assertThat(request.authorization()).isEqualTo("bearer");
            assertThat(request.isPathVariable()).isFalse();
            assertThat(request.negative()).isFalse();
        }

        @Test
        void thatAreWrongOnPurposeAreKnownByTheirOperationOnly() {
            assertThat(request(REQUEST, 399).negative()).isFalse();
            InteractionUsage.Request wrong = request(REQUEST, 400);

            assertThat(wrong.negative()).isTrue();
            assertThat(wrong.query()).isEmpty();
            assertThat(wrong.headers()).isEmpty();
            assertThat(wrong.cookies()).isEmpty();
            assertThat(wrong.authorization()).isNull();
            assertThat(wrong.body()).isEqualTo(new BodyUsage.Unmentioned());
            assertThat(wrong.accept()).isEqualTo("application/json");
            assertThat(wrong.contentType()).startsWith("application/json");
            assertThat(wrong.method() + wrong.path()).isEqualTo("POST/things/7");
        }

        @Test
        void mayHaveAVariablePath() {
            String rule = "{\"method\": \"GET\", \"path\": \"/a/1\", \"matchingRules\": {\"path\":"
                    + " {\"matchers\": [{\"match\": \"regex\", \"regex\": \"/a/\\\\d+\"}]}}}";
            String generated = "{\"method\": \"GET\", \"path\": \"/a/1\", \"generators\": {\"path\":"
                    + " {\"type\": \"ProviderState\", \"expression\": \"/a/${id}\"}}}";

            assertThat(request(rule, 200).isPathVariable()).isTrue();
            assertThat(Words.of(request(rule, 200).pathNeed())).isEqualTo("string matching /a/\\d+");
            assertThat(request(generated, 200).isPathVariable()).isTrue();
        }

        @Test
        void cookiesFollowTheRuleOfTheirHeaderOnlyWhereThereIsOne() {
            String ruled = "{\"method\": \"GET\", \"path\": \"/\", \"headers\": {\"cookie\": [\"a=1\", \"b=2\"]},"
                    + " \"matchingRules\": {\"header\": {\"Cookie\": {\"matchers\": [{\"match\": \"type\"}]},"
                    + " \"a\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"1\"}]}}}}";
            String unruled = ruled.replace("\"Cookie\"", "\"Other\"");

            assertThat(request(ruled, 200).cookies()).containsOnlyKeys("a", "b");
            assertThat(request(ruled, 200).cookies().get("a").need().isLiteral())
                    .isFalse();
            assertThat(request(unruled, 200).cookies().get("a").need().isLiteral())
                    .isTrue();
        }

        private InteractionUsage.Request request(String request, int status) {
            return SmallPacts.usage(SmallPacts.interaction(request, "{\"status\": " + status + "}"))
                    .interactions()
                    .getFirst()
                    .request();
        }
    }

    @Nested
    class Statuses {

        @ParameterizedTest(name = "{0} accepts {1}: {2}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                | 200 | true  | 200
                                | 201 | false | 200
                "success"       | 299 | true  | SUCCESS
                "success"       | 300 | false | SUCCESS
                "nonError"      | 302 | true  | NON_ERROR
                [200, 202]      | 202 | true  | [200, 202]
                [200, 202]      | 201 | false | [200, 202]
                """)
        void areTheExampleOrWhatARuleSays(String rule, int status, boolean accepted, String words) {
            String rules = rule == null
                    ? ""
                    : ", \"matchingRules\": {\"status\": {\"matchers\": [{\"match\": \"statusCode\", \"status\": "
                            + rule + "}]}}";
            InteractionUsage.Status usage =
                    answer("{\"status\": 200" + rules + "}").status();

            assertThat(usage.accepts(status)).isEqualTo(accepted);
            assertThat(usage).hasToString(words);
        }
    }

    @Nested
    class BodiesOfOtherKinds {

        @Test
        void aFormIsTheObjectOfItsFields() {
            BodyUsage.Structured form = structured("application/x-www-form-urlencoded", "\"a=1&b=x+y&a=2\"");

            assertThat(form.format()).isEqualTo(BodyUsage.Format.FORM);
            assertThat(form.example()).hasToString("{\"a\":[\"1\",\"2\"],\"b\":\"x y\"}");
            assertThat(structured("application/x-www-form-urlencoded", "{\"a\": \"1\"}"))
                    .extracting(BodyUsage.Structured::format)
                    .isEqualTo(BodyUsage.Format.FORM);
            assertThat(body("application/x-www-form-urlencoded", "[1]")).isInstanceOf(BodyUsage.Opaque.class);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                multipart/form-data; boundary=XX          | as written
                multipart/form-data; boundary=\\"XX\\"    | quoted
                multipart/form-data                       | seen in the first line
                """)
        void aMultipartFormIsTheObjectOfItsParts(String type, String how) {
            String text = "--XX\\r\\nContent-Disposition: form-data; name=\\\"a\\\"\\r\\n\\r\\none\\r\\n"
                    + "--XX\\nContent-Disposition: form-data; name=f; filename=\\\"x.png\\\"\\n\\nbytes\\n"
                    + "--XX\\nContent-Disposition: form-data; name=b\\n\\ntwo\\n"
                    + "--XX\\nContent-Disposition: form-data; name=b\\n\\nthree\\n"
                    + "--XX\\nContent-Disposition: form-data; name=b\\n\\nfour\\n"
                    + "--XX\\nno name\\n\\nlost\\n--XX--";

            BodyUsage.Structured form = structured(type, "\"" + text + "\"");

            assertThat(form.format()).as(how).isEqualTo(BodyUsage.Format.MULTIPART);
            assertThat(form.example()).hasToString("{\"a\":\"one\",\"f\":\"\",\"b\":[\"two\",\"three\",\"four\"]}");
        }

        @ParameterizedTest(name = "{0}: {1} is {2}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                application/json                          | {"a": 1}     | structured
                application/vnd.thing+json; charset=utf-8 | {"a": 1}     | structured
                text/JSON                                 | {"a": 1}     | structured
                                                          | {"a": 1}     | structured
                text/xml                                  | {"a": 1}     | the body is not JSON but text/xml
                text/plain                                | "hello"      | the body is not JSON but text/plain
                multipart/form-data                       | "no parts"   | the body is not JSON but multipart/form-data
                multipart/form-data; boundary=X           | "--X no end" | the body is not JSON but multipart/form-data
                multipart/form-data                       | "--"         | the body is not JSON but multipart/form-data
                application/json                          | null         | empty
                """)
        void areLookedIntoOrSaidToBeOpaque(String type, String body, String expected) {
            switch (body(type, body)) {
                case BodyUsage.Structured structured -> assertThat(expected).isEqualTo("structured");
                case BodyUsage.Opaque(String reason) -> assertThat(reason).isEqualTo(expected);
                case BodyUsage.Empty empty -> assertThat(expected).isEqualTo("empty");
                case BodyUsage.Unmentioned unmentioned -> assertThat(expected).isEqualTo("unmentioned");
            }
        }

        @Test
        void anEmptyBodyAndAnOpaqueOneAreFactsAndAnUnmentionedOneIsNone() {
            assertThat(bodyFacts("{\"status\": 200, \"body\": null}")).containsExactly("no body hard");
            assertThat(bodyFacts("{\"status\": 200, \"headers\": {\"Content-Type\": \"text/plain\"}, \"body\": \"x\"}"))
                    .containsExactly("the body is not JSON but text/plain opaque");
            assertThat(bodyFacts("{\"status\": 200}")).isEmpty();
        }

        private static List<String> bodyFacts(String response) {
            return SmallPacts.of(SmallPacts.interaction("{\"method\": \"GET\", \"path\": \"/\"}", response)).stream()
                    .filter(f -> f.part().equals("body"))
                    .map(f -> f.accepts() + " " + f.strength())
                    .toList();
        }

        private static BodyUsage.Structured structured(String type, String body) {
            return (BodyUsage.Structured) body(type, body);
        }

        private static BodyUsage body(String type, String body) {
            String headers = type == null ? "" : "\"headers\": {\"content-type\": \"" + type + "\"}, ";
            return answer("{\"status\": 200, " + headers + "\"body\": " + body + "}")
                    .body();
        }
    }

    @Nested
    class Json {

        @Test
        void writesWhatItReads() {
            Usage usage = SmallPacts.usage(
                    SmallPacts.interaction(REQUEST, RESPONSE),
                    SmallPacts.answer("{\"n\": 1.50, \"big\": 12345678901234567890.5}", ""));

            assertThat(Usage.fromJson(usage.toJson())).isEqualTo(usage);
            assertThatThrownBy(() -> Usage.fromJson("[")).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void ofMergedUsagesHasEachInteractionOnce() {
            Usage usage = SmallPacts.usage(SmallPacts.interaction(REQUEST, RESPONSE));

            assertThat(Usage.merge(List.of(usage, usage))).isEqualTo(usage);
        }
    }

    private static InteractionUsage.Response answer(String response) {
        return SmallPacts.usage(SmallPacts.interaction("{\"method\": \"GET\", \"path\": \"/\"}", response))
                .interactions()
                .getFirst()
                .response();
    }
}
