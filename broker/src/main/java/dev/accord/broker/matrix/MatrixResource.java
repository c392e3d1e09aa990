package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.pacticipant.Pacticipants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The matrix, by selectors or for one pair. */
@Path("/")
@RunOnVirtualThread
class MatrixResource {

    static final String TEXT = "text/plain;charset=utf-8";
    static final String MARKDOWN = "text/markdown;charset=utf-8";

    private final Matrix matrix;
    private final Pacticipants pacticipants;
    private final Call call;

    MatrixResource(Matrix matrix, Pacticipants pacticipants, Call call) {
        this.matrix = matrix;
        this.pacticipants = pacticipants;
        this.call = call;
    }

    @GET
    @Path("/matrix")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> rows() {
        return RestResponse.ok(MatrixDocument.of(call.urls(), answer()));
    }

    @GET
    @Path("/matrix")
    @Produces(TEXT)
    public RestResponse<String> table() {
        return RestResponse.ok(MatrixTable.of(answer()));
    }

    @GET
    @Path("/matrix")
    @Produces(MARKDOWN)
    public RestResponse<String> markdown() {
        return RestResponse.ok(GateText.markdown(answer()));
    }

    @GET
    @Path("/matrix/provider/{provider}/consumer/{consumer}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> rowsOfPair(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        pacticipants.get(consumer, "consumer");
        pacticipants.get(provider, "provider");
        MatrixQuery query = MatrixQueries.optionsOnly(NestedQuery.parse(call.rawQuery()))
                .about(List.of(Selector.every(consumer), Selector.every(provider)));
        return RestResponse.ok(MatrixDocument.of(call.urls(), matrix.answer(query)));
    }

    private MatrixAnswer answer() {
        return matrix.answer(MatrixQueries.selectorsAndOptions(NestedQuery.parse(call.rawQuery())));
    }
}
