package dev.accord.broker.documentation;

import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** One page for each relation; also for an unknown one, since its address is made from a template by clients. */
@Path("/")
class DocumentationResource {

    private final RelationDocumentation documentation;
    private final Call call;

    DocumentationResource(RelationDocumentation documentation, Call call) {
        this.documentation = documentation;
        this.call = call;
    }

    @GET
    @Path("/doc/{relation}")
    @Produces({Html.TYPE, "*/*"})
    public RestResponse<String> page(@PathParam("relation") String relation) {
        Optional<RelationDocumentation.Page> found = documentation.page(relation);
        return Html.ok(found.map(page -> render(relation, page)).orElseGet(() -> unknown(relation)));
    }

    @GET
    @Path("/doc")
    @Produces({Html.TYPE, "*/*"})
    public RestResponse<String> all() {
        return Html.ok(Html.page("Relations of the API", list(documentation.relations())));
    }

    private static String render(String relation, RelationDocumentation.Page page) {
        StringBuilder body =
                new StringBuilder("<p>").append(Html.escape(page.title())).append("</p>");
        if (!page.methods().isEmpty()) {
            body.append("<ul>");
            page.methods().forEach(method -> {
                int end = method.indexOf(' ');
                body.append("<li><code>")
                        .append(Html.escape(method.substring(0, end)))
                        .append("</code>")
                        .append(Html.escape(method.substring(end)))
                        .append("</li>");
            });
            body.append("</ul>");
        }
        page.paragraphs()
                .forEach(text -> body.append("<p>").append(Html.escape(text)).append("</p>"));
        return Html.page(relation, body.toString());
    }

    private String unknown(String relation) {
        return Html.page(
                relation,
                "<p>There is no documentation for this relation. These have one:</p>"
                        + list(documentation.relations()));
    }

    private String list(List<String> relations) {
        StringBuilder items = new StringBuilder("<ul>");
        relations.forEach(relation -> items.append("<li><a href=\"")
                .append(Html.escape(call.urls().path("doc", relation)))
                .append("\">")
                .append(Html.escape(relation))
                .append("</a></li>"));
        return items.append("</ul>").toString();
    }
}
