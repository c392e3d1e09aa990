package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;

import dev.accord.broker.hal.Call;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that follows the API's links. */
@Path("/")
@Produces(UiResource.HTML)
@RunOnVirtualThread
class BrowserResource {

    private final Settings settings;
    private final Call call;

    BrowserResource(Settings settings, Call call) {
        this.settings = settings;
        this.call = call;
    }

    @GET
    @Path("/hal-browser/browser.html")
    public RestResponse<String> browser() {
        if (!settings.useHalBrowser()) {
            throw ProblemException.notFound();
        }
        return Page.ok(
                "API browser",
                call.urls(),
                List.of(
                        el("noscript", el("p", "The API browser needs JavaScript.")),
                        el(
                                "form",
                                at("id", "address"),
                                el("label", at("for", "path"), "Address"),
                                el("input", at("id", "path"), at("name", "path"), at("size", 80)),
                                el("button", at("type", "submit"), "Get")),
                        el("p", at("id", "status"), at("role", "status")),
                        el("h2", "Links"),
                        el("ul", at("id", "links")),
                        el("h2", "Document"),
                        el("pre", at("id", "document"), at("tabindex", 0)),
                        el(
                                "script",
                                at("src", call.urls().path("js", "hal-browser.js")),
                                at("data-base", call.urls().base()))));
    }
}
