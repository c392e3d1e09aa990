package dev.accord.broker.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.hal.Pages;
import dev.accord.broker.openapi.ProviderContract;
import dev.accord.broker.openapi.ProviderContracts;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Questions about a provider's document. Runs on worker threads: a first question, and every "what if", takes processor time. */
@Path("/")
@Produces(Hal.JSON)
class QuestionResource {

    private static final String PROVIDER = "/provider-contracts/provider/{provider}";
    private static final Paging FIRST_PAGE = new Paging(1, 100);

    private final UsageQuestions usages;
    private final ChangeQuestions changes;
    private final ConsumerQueries consumers;
    private final Bases bases;
    private final ProviderContracts contracts;
    private final Pacticipants pacticipants;
    private final Call call;

    QuestionResource(
            UsageQuestions usages,
            ChangeQuestions changes,
            ConsumerQueries consumers,
            Bases bases,
            ProviderContracts contracts,
            Pacticipants pacticipants,
            Call call) {
        this.usages = usages;
        this.changes = changes;
        this.consumers = consumers;
        this.bases = bases;
        this.contracts = contracts;
        this.pacticipants = pacticipants;
        this.call = call;
    }

    @GET
    @Path(PROVIDER + "/usage")
    public RestResponse<JsonNode> usage(@PathParam("provider") String name) {
        Pacticipant provider = pacticipants.get(name, "provider");
        UsageQuestions.Filter filter =
                new UsageQuestions.Filter(call.parameter("usedIn"), call.parameter("operation"), flag("unused"));
        Paging paging = call.paging().orElse(FIRST_PAGE);
        ProviderContract base = bases.find(provider, "");
        UsageQuestions.Page page = usages.usage(provider, base, filter, paging);
        return Answers.ok(Pages.describe(about(provider, base, page.body()), call, paging, page.total()));
    }

    @GET
    @Path(PROVIDER + "/field-consumers")
    public RestResponse<JsonNode> fieldConsumers(@PathParam("provider") String name) {
        Pacticipant provider = pacticipants.get(name, "provider");
        Optional<String> operation = call.parameter("operation");
        if (operation.isEmpty()) {
            Problems problems = new Problems();
            problems.add("operation", "is missing");
            problems.throwIfAny();
        }
        Optional<String> environment = call.parameter("usedIn");
        ProviderContract base = bases.find(provider, "");
        return Answers.ok(about(
                provider,
                base,
                usages.consumersOf(
                        provider,
                        base,
                        environment,
                        operation.orElseThrow(),
                        call.parameter("location").orElse(""),
                        call.parameter("kind"),
                        call.parameter("status"))));
    }

    @GET
    @Path(PROVIDER + "/deprecations")
    public RestResponse<JsonNode> deprecations(@PathParam("provider") String name) {
        Pacticipant provider = pacticipants.get(name, "provider");
        Optional<String> environment = call.parameter("usedIn");
        ProviderContract base = bases.find(provider, "");
        return Answers.ok(about(provider, base, usages.deprecations(provider, base, environment)));
    }

    @POST
    @Path(PROVIDER + "/what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<JsonNode> whatIf(@PathParam("provider") String name, byte @Nullable [] body) {
        WhatIf question = WhatIf.read(Json.body(body));
        Pacticipant provider = pacticipants.get(name, "provider");
        Optional<String> environment = call.parameter("usedIn");
        ProviderContract base = bases.find(provider, "");
        List<Consumer> counting = usages.consumers(provider, environment);
        String document = question.document();
        if (document != null) {
            return Answers.ok(about(provider, base, changes.toText(base.documentId(), document, counting)));
        }
        if (!question.drops().isEmpty()) {
            return Answers.ok(about(provider, base, changes.without(base.documentId(), question.drops(), counting)));
        }
        return Answers.ok(about(provider, base, withVersions(provider, base, question.versions(), counting)));
    }

    @GET
    @Path(PROVIDER + "/comparison")
    public RestResponse<JsonNode> comparison(@PathParam("provider") String name) {
        Pacticipant provider = pacticipants.get(name, "provider");
        Optional<String> environment = call.parameter("usedIn");
        ProviderContract from = bases.find(provider, "from");
        ProviderContract to = bases.find(provider, "to");
        ObjectNode answer =
                changes.between(from.documentId(), to.documentId(), usages.consumers(provider, environment));
        ObjectNode body = Json.object();
        body.set("to", described(to));
        body.setAll(answer);
        return Answers.ok(about(provider, from, body));
    }

    /** Another document of the provider, and other versions of consumers than those that count now. */
    private ObjectNode withVersions(
            Pacticipant provider, ProviderContract base, Map<String, String> versions, List<Consumer> counting) {
        Problems problems = new Problems();
        long revision = base.documentId();
        List<Consumer> set = new ArrayList<>(counting);
        for (Map.Entry<String, String> version : versions.entrySet()) {
            String named = version.getKey() + " version " + version.getValue();
            if (version.getKey().equals(provider.name())) {
                Optional<ProviderContract> other = contracts.find(provider, version.getValue());
                if (other.isEmpty()) {
                    problems.add("versions", named + " has no OpenAPI document");
                } else {
                    revision = other.get().documentId();
                }
            } else {
                List<Consumer> found = consumers.version(provider.id(), version.getKey(), version.getValue());
                if (found.isEmpty()) {
                    problems.add("versions", named + " has no pact with " + provider.name());
                } else {
                    set.removeIf(consumer -> consumer.name().equals(version.getKey()));
                    set.addAll(found);
                }
            }
        }
        problems.throwIfAny(422);
        return changes.between(base.documentId(), revision, set);
    }

    private Hal about(Pacticipant provider, ProviderContract base, ObjectNode answer) {
        Hal hal = new Hal().put("provider", provider.name()).put("document", described(base));
        answer.properties().forEach(member -> hal.put(member.getKey(), member.getValue()));
        String root = call.urls().path("provider-contracts", "provider", provider.name());
        return hal.link("self", Link.to(call.requestUrl()))
                .link(
                        "pb:provider",
                        Link.to(call.urls().pacticipant(provider.name())).named(provider.name()))
                .link(
                        "pf:provider-contract",
                        Link.to(root + "/versions/" + BrokerUrls.encode(base.versionNumber()))
                                .named(base.versionNumber()))
                .link("accord:field-usage", Link.to(root + "/usage"))
                .link("accord:deprecations", Link.to(root + "/deprecations"))
                .link("accord:what-if", Link.to(root + "/what-if"));
    }

    private static JsonNode described(ProviderContract contract) {
        ObjectNode json = Json.object().put("version", contract.versionNumber()).put("sha256", contract.hash());
        if (contract.branch() != null) {
            json.put("branch", contract.branch());
        }
        return json;
    }

    private boolean flag(String name) {
        Optional<String> value = call.parameter(name);
        if (value.isPresent() && !List.of("true", "false").contains(value.get())) {
            Problems problems = new Problems();
            problems.add(name, "must be true or false");
            throw problems.exception();
        }
        return value.map("true"::equals).orElse(false);
    }
}
