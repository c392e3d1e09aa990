package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.problem.Problem;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** May this version be deployed? As JSON for clients, as text for people. */
@Path("/")
@RunOnVirtualThread
class CanIDeployResource {

    private static final String TAG_TO_TAG = "/pacticipants/{pacticipant}/latest-version/{tag}/can-i-deploy/to/{to}";
    private static final String BRANCH_TO_ENVIRONMENT =
            "/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}";

    private final Matrix matrix;
    private final CanIDeployQueries queries;
    private final Call call;

    CanIDeployResource(Matrix matrix, CanIDeployQueries queries, Call call) {
        this.matrix = matrix;
        this.queries = queries;
        this.call = call;
    }

    @GET
    @Path("/can-i-deploy")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> canIDeploy() {
        return json(answer());
    }

    @GET
    @Path("/can-i-deploy")
    @Produces(MatrixResource.TEXT)
    public RestResponse<String> canIDeployAsText() {
        return text(answer());
    }

    @GET
    @Path("/can-i-deploy")
    @Produces(MatrixResource.MARKDOWN)
    public RestResponse<String> canIDeployAsMarkdown() {
        return RestResponse.ok(GateText.markdown(answer()));
    }

    @GET
    @Path(TAG_TO_TAG)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> tagToTag(
            @PathParam("pacticipant") String pacticipant, @PathParam("tag") String tag, @PathParam("to") String to) {
        return json(matrix.answerOrNotFound(Matrix.tagQuery(pacticipant, tag, to)));
    }

    @GET
    @Path(TAG_TO_TAG)
    @Produces(MatrixResource.TEXT)
    public RestResponse<String> tagToTagAsText(
            @PathParam("pacticipant") String pacticipant, @PathParam("tag") String tag, @PathParam("to") String to) {
        return text(matrix.answerOrNotFound(Matrix.tagQuery(pacticipant, tag, to)));
    }

    @GET
    @Path(BRANCH_TO_ENVIRONMENT)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> branchToEnvironment(
            @PathParam("pacticipant") String pacticipant,
            @PathParam("branch") String branch,
            @PathParam("environment") String environment) {
        return json(matrix.answerOrNotFound(Matrix.branchQuery(pacticipant, branch, environment)));
    }

    @GET
    @Path(BRANCH_TO_ENVIRONMENT)
    @Produces(MatrixResource.TEXT)
    public RestResponse<String> branchToEnvironmentAsText(
            @PathParam("pacticipant") String pacticipant,
            @PathParam("branch") String branch,
            @PathParam("environment") String environment) {
        return text(matrix.answerOrNotFound(Matrix.branchQuery(pacticipant, branch, environment)));
    }

    @GET
    @Path(BRANCH_TO_ENVIRONMENT)
    @Produces(MatrixResource.MARKDOWN)
    public RestResponse<String> branchToEnvironmentAsMarkdown(
            @PathParam("pacticipant") String pacticipant,
            @PathParam("branch") String branch,
            @PathParam("environment") String environment) {
        return RestResponse.ok(
                GateText.markdown(matrix.answerOrNotFound(Matrix.branchQuery(pacticipant, branch, environment))));
    }

    private MatrixAnswer answer() {
        NestedQuery query = NestedQuery.parse(call.rawQuery());
        MatrixQuery question = queries.read(query);
        try {
            return matrix.answer(question);
        } catch (ProblemException refusal) {
            // an unknown name; here mistakes are told by field and not as a list
            throw refusal.problem() instanceof Problem.InvalidList ? queries.refuse(query) : refusal;
        }
    }

    private RestResponse<JsonNode> json(MatrixAnswer answer) {
        return RestResponse.ok(MatrixDocument.of(call.urls(), answer));
    }

    private static RestResponse<String> text(MatrixAnswer answer) {
        return RestResponse.ok(MatrixTable.of(answer));
    }
}
