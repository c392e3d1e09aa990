package dev.accord.broker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.hal.Pages;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Publishes providers' OpenAPI documents and gives them back. Runs on worker threads: reading a document takes processor time. */
@Path("/")
class ProviderContractResource {

    private static final String VERSION = "/provider-contracts/provider/{provider}/versions/{version}";
    private static final Paging FIRST_PAGE = new Paging(1, 100);

    private final ProviderContracts contracts;
    private final Documents documents;
    private final Pacticipants pacticipants;
    private final ProviderContractNotices notices;
    private final Call call;

    ProviderContractResource(
            ProviderContracts contracts,
            Documents documents,
            Pacticipants pacticipants,
            ProviderContractNotices notices,
            Call call) {
        this.contracts = contracts;
        this.documents = documents;
        this.pacticipants = pacticipants;
        this.notices = notices;
        this.call = call;
    }

    @POST
    @Path("/provider-contracts/provider/{provider}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({Hal.JSON, "application/problem+json"})
    public RestResponse<JsonNode> publish(@PathParam("provider") String provider, byte @Nullable [] body) {
        requireName(provider);
        Publication publication = Publication.read(Json.body(body));
        ProviderContracts.check(publication.document(), "contract.content");
        ProviderContracts.Published published = contracts.publish(provider, publication);
        return ResponseBuilder.<JsonNode>ok(published(published, publication).toJson())
                .header("Content-Type", Hal.JSON)
                .build();
    }

    @PUT
    @Path("/contracts/provider/{provider}/version/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({Hal.JSON, "application/problem+json"})
    public RestResponse<JsonNode> publishOlder(
            @PathParam("provider") String provider, @PathParam("version") String version, byte @Nullable [] body) {
        requireName(provider);
        Publication publication = Publication.readOlder(version, Json.body(body));
        ProviderContracts.check(publication.document(), "content");
        ProviderContracts.Published published = contracts.publish(provider, publication);
        return ResponseBuilder.<JsonNode>create(published.created() ? 201 : 200)
                .entity(published(published, publication).toJson())
                .header("Content-Type", Hal.JSON)
                .header("Location", address(provider, version))
                .build();
    }

    @GET
    @Path("/provider-contracts/provider/{provider}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> history(@PathParam("provider") String name) {
        Pacticipant provider = pacticipants.get(name, "provider");
        Paging paging = call.paging().orElse(FIRST_PAGE);
        List<ProviderContract> page = contracts.list(provider, paging.size(), paging.offset());
        Hal list = new Hal()
                .embed(
                        "providerContracts",
                        page.stream().map(contract -> represent(name, contract)).toList())
                .link("self", Link.to(call.requestUrl()).titled("OpenAPI documents of " + name));
        return Answers.ok(Pages.describe(list, call, paging, contracts.count(provider)));
    }

    @GET
    @Path(VERSION)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofVersion(@PathParam("provider") String name, @PathParam("version") String version) {
        ProviderContract contract = find(name, version);
        return Answers.ok(represent(name, contract).put("content", documents.text(contract.documentId())));
    }

    @GET
    @Path(VERSION + "/content")
    @Produces(MediaType.WILDCARD)
    public RestResponse<String> content(@PathParam("provider") String name, @PathParam("version") String version) {
        return text(find(name, version));
    }

    @GET
    @Path(VERSION + "/self-verification")
    @Produces("text/plain;charset=utf-8")
    public RestResponse<String> selfCheckLog(@PathParam("provider") String name, @PathParam("version") String version) {
        return RestResponse.ok(contracts.selfCheckLog(find(name, version)).orElseThrow(ProblemException::notFound));
    }

    @GET
    @Path("/provider-contracts/provider/{provider}/latest")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latest(@PathParam("provider") String name) {
        Pacticipant provider = pacticipants.get(name, "provider");
        return Answers.ok(represent(name, contracts.ofMainBranch(provider).orElseThrow(ProblemException::notFound)));
    }

    @GET
    @Path("/provider-contracts/provider/{provider}/branch/{branch}/latest")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latestOnBranch(
            @PathParam("provider") String name, @PathParam("branch") String branch) {
        Pacticipant provider = pacticipants.get(name, "provider");
        return Answers.ok(
                represent(name, contracts.latestOnBranch(provider, branch).orElseThrow(ProblemException::notFound)));
    }

    @GET
    @Path("/provider-contracts/provider/{provider}/environment/{environment}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> inEnvironment(
            @PathParam("provider") String name, @PathParam("environment") String environment) {
        Pacticipant provider = pacticipants.get(name, "provider");
        return Answers.ok(new Hal()
                .embed(
                        "providerContracts",
                        contracts.inEnvironment(provider, environment).stream()
                                .map(contract -> represent(name, contract))
                                .toList())
                .link(
                        "self",
                        Link.to(call.requestUrl()).titled("OpenAPI documents of " + name + " in " + environment)));
    }

    private static void requireName(String provider) {
        Problems problems = new Problems();
        if (provider.isBlank()) {
            problems.add("provider", "cannot be blank");
        }
        problems.throwIfAnyInPath();
    }

    private ProviderContract find(String name, String version) {
        return contracts.find(pacticipants.get(name, "provider"), version).orElseThrow(ProblemException::notFound);
    }

    private RestResponse<String> text(ProviderContract contract) {
        boolean yaml = contract.contentType().contains("yaml")
                || contract.contentType().contains("yml");
        return ResponseBuilder.ok(documents.text(contract.documentId()))
                .header("Content-Type", (yaml ? "application/yaml" : "application/json") + ";charset=utf-8")
                .header("ETag", '"' + contract.hash() + '"')
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private String address(String provider, String version) {
        return call.urls().path("provider-contracts", "provider", provider, "versions", version);
    }

    private Hal published(ProviderContracts.Published published, Publication publication) {
        BrokerUrls urls = call.urls();
        String provider = published.provider().name();
        String number = published.version().number();
        ArrayNode texts = notices.of(published, publication);
        Hal answer = new Hal().put("notices", texts);
        Link version = Link.to(urls.version(provider, number))
                .titled("Pacticipant version")
                .named(number);
        answer.embed("version", new Hal().put("number", number).link("self", version));
        answer.link("pb:pacticipant-version", version);
        if (publication.branch() != null) {
            answer.link(
                    "pb:branch-version",
                    Link.to(urls.branchVersion(provider, publication.branch(), number))
                            .titled("Branch version")
                            .named(publication.branch()));
        }
        answer.links(
                "pb:pacticipant-version-tags",
                publication.tags().stream()
                        .map(tag -> Link.to(urls.tag(provider, number, tag))
                                .titled("Tag")
                                .named(tag))
                        .toList());
        return answer.link(
                        "pf:provider-contract",
                        Link.to(address(provider, number)).titled("OpenAPI document"))
                .link("pf:ui", Link.to(address(provider, number) + "/content").titled("OpenAPI document as published"));
    }

    private Hal represent(String provider, ProviderContract contract) {
        BrokerUrls urls = call.urls();
        String address = address(provider, contract.versionNumber());
        Hal hal = new Hal()
                .put("versionNumber", contract.versionNumber())
                .put("branch", contract.branch())
                .put("contentType", contract.contentType())
                .put("specification", "oas")
                .put("sha256", contract.hash())
                .put("createdAt", contract.createdAt());
        if (contract.selfVerified() != null) {
            Hal check = new Hal()
                    .put("success", contract.selfVerified())
                    .put("verifier", contract.verifier())
                    .put("verifierVersion", contract.verifierVersion());
            hal.put("selfVerification", check);
        }
        return hal.link("self", Link.to(address).titled("OpenAPI document").named(contract.versionNumber()))
                .link("pf:content", Link.to(address + "/content").titled("As published"))
                .link("pb:pacticipant", Link.to(urls.pacticipant(provider)).named(provider))
                .link(
                        "pb:pacticipant-version",
                        Link.to(urls.version(provider, contract.versionNumber()))
                                .named(contract.versionNumber()));
    }
}
