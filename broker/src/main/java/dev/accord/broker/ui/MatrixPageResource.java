package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.a;
import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.matrix.MatrixAnswers;
import dev.accord.broker.problem.Problem;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.ui.MatrixForm.Choice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The page of the matrix: a form, and the rows that it asks for. */
@Path("/")
@Produces(UiResource.HTML)
@RunOnVirtualThread
class MatrixPageResource {

    private static final List<String> HEADINGS =
            List.of("Consumer", "Consumer version", "Pact published", "Provider", "Provider version", "Pact verified");

    private final MatrixAnswers matrix;
    private final Call call;

    MatrixPageResource(MatrixAnswers matrix, Call call) {
        this.matrix = matrix;
        this.call = call;
    }

    @GET
    @Path("/ui/matrix")
    public RestResponse<String> matrix() {
        if (call.query().containsKey("p1")) {
            String query = MatrixForm.query(call.query());
            return RestResponse.seeOther(URI.create(call.urls().path("matrix") + "?" + query));
        }
        List<Choice> choices = MatrixForm.choices(call.rawQuery());
        if (choices.isEmpty()) {
            return page("Matrix", choices, List.of());
        }
        try {
            return page("Matrix", choices, rows(matrix.ofQuery(call.rawQuery(), call.urls())));
        } catch (ProblemException e) {
            return page("Matrix", choices, alerts(e.problem()));
        }
    }

    @GET
    @Path("/ui/matrix/provider/{provider}/consumer/{consumer}")
    public RestResponse<String> pair(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return UiResource.shown(
                () -> page(
                        "Matrix of " + consumer + " and " + provider,
                        List.of(new Choice(consumer, "all", ""), new Choice(provider, "all", "")),
                        rows(matrix.ofPair(provider, consumer, call.rawQuery(), call.urls()))),
                call.urls());
    }

    /** The latest version with a tag against the latest with another tag. */
    @GET
    @Path("/ui/pacticipants/{pacticipant}/latest-version/{tag}/can-i-deploy/to/{to}")
    public RestResponse<String> canIDeploy(
            @PathParam("pacticipant") String name, @PathParam("tag") String tag, @PathParam("to") String to) {
        return RestResponse.seeOther(URI.create(call.urls().path("matrix") + "?q%5B%5D%5Bpacticipant%5D="
                + BrokerUrls.encode(name) + "&q%5B%5D%5Btag%5D=" + BrokerUrls.encode(tag)
                + "&q%5B%5D%5Blatest%5D=true&latestby=cvpv&latest=true&tag=" + BrokerUrls.encode(to)));
    }

    private RestResponse<String> page(String title, List<Choice> choices, List<Html> results) {
        List<Html> content = new ArrayList<>();
        content.add(MatrixForm.form(choices, call.parameter("latestby").orElse(""), call.urls()));
        content.addAll(results);
        return Page.ok(title, call.urls(), content);
    }

    private static List<Html> alerts(Problem problem) {
        List<String> messages = new ArrayList<>();
        switch (problem) {
            case Problem.InvalidList list -> messages.addAll(list.errors());
            case Problem.Invalid invalid ->
                invalid.errors().forEach((field, several) -> several.forEach(one -> messages.add(field + " " + one)));
            case Problem.NotFound missing -> messages.add(missing.detail() == null ? "Not found" : missing.detail());
            case Problem.Message message -> messages.add(message.text());
            case Problem.Text text -> messages.add(text.text());
            case Problem.Document document -> messages.add(document.body().toString());
            case Problem.Bare bare -> messages.add("Refused with status " + bare.status());
        }
        return messages.stream()
                .<Html>map(message -> el("p", at("role", "alert"), message))
                .toList();
    }

    private List<Html> rows(JsonNode document) {
        List<Html> content = new ArrayList<>();
        JsonNode deployable = document.path("summary").path("deployable");
        String kind = deployable.isNull() ? "never" : deployable.asBoolean() ? "success" : "failed";
        content.add(el(
                "p",
                at("class", kind),
                at("role", "status"),
                document.path("summary").path("reason").asText()));
        List<Html> rows = new ArrayList<>();
        document.path("matrix").forEach(row -> rows.add(row(row)));
        content.add(Page.table("Pacts and their results", HEADINGS, rows));
        return content;
    }

    private Html row(JsonNode row) {
        JsonNode result = row.path("verificationResult");
        boolean unknown = result.isMissingNode() || result.isNull();
        String status = unknown ? "never" : result.path("success").asBoolean() ? "success" : "failed";
        return el(
                "tr",
                pacticipant(row.path("consumer")),
                version(row.path("consumer")),
                el(
                        "td",
                        a(
                                self(row.path("pact")),
                                row.path("pact").path("createdAt").asText())),
                pacticipant(row.path("provider")),
                version(row.path("provider")),
                el(
                        "td",
                        at("class", status),
                        unknown
                                ? "Not verified"
                                : el(
                                        "a",
                                        at("href", self(result)),
                                        (status.equals("success") ? "Passed " : "Failed ")
                                                + result.path("verifiedAt").asText()),
                        row.path("ignored").asBoolean() ? " (ignored)" : List.of()));
    }

    private Html pacticipant(JsonNode side) {
        String name = side.path("name").asText();
        return el("td", a(call.urls().pacticipant(name), name));
    }

    private Html version(JsonNode side) {
        JsonNode version = side.path("version");
        if (!version.hasNonNull("number")) {
            return el("td");
        }
        String number = version.path("number").asText();
        return el(
                "td",
                Page.number(call.urls().version(side.path("name").asText(), number), number),
                " ",
                Page.badges("branch", names(version.path("branches"))),
                Page.badges("tag", names(version.path("tags"))),
                Page.badges("environment", names(version.path("environments"))));
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    /** The address of a part; a result that was worked out instead of run may have none. */
    private static String self(JsonNode node) {
        return node.path("_links").path("self").path("href").asText("#content");
    }
}
