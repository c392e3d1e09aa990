package dev.accord.broker.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** Where every client begins: the relations of the API. */
@Path("/")
class IndexResource {

    private final Call call;

    IndexResource(Call call) {
        this.call = call;
    }

    @GET
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> index() {
        BrokerUrls urls = call.urls();
        Hal index = new Hal().link("self", Link.to(urls.base()).titled("Index").plain());
        for (IndexRelation relation : IndexRelation.values()) {
            index.link(relation.relation(), relation.link(urls));
        }
        return Answers.ok(index.curies(urls, "index"));
    }
}
