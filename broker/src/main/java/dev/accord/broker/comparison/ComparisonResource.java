package dev.accord.broker.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /openapi/diff} and {@code POST /openapi/compare}: documents as texts in JSON, or as files in a form. Runs on
 * worker threads, since the work is the processor's.
 */
@Path("/openapi")
@Produces(MediaType.APPLICATION_JSON)
class ComparisonResource {

    private static final int MOST_PACTS = 1_000;

    private final Comparisons comparisons;

    ComparisonResource(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @POST
    @Path("/diff")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonNode diff(byte @Nullable [] body) {
        ObjectNode request = Json.body(body);
        Problems problems = new Problems();
        String base = text(request, "base", problems);
        String revision = text(request, "revision", problems);
        JsonNode pacts = request.path("pacts");
        if (!pacts.isMissingNode() && !pacts.isNull() && (!pacts.isArray() || pacts.size() > MOST_PACTS)) {
            problems.add("pacts", "must be an array of at most " + MOST_PACTS);
        }
        problems.throwIfAny();
        List<JsonNode> list = new ArrayList<>();
        pacts.forEach(list::add);
        return comparisons.diff(base, revision, list);
    }

    @POST
    @Path("/diff")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public JsonNode diffOfFiles(
            @RestForm("base") @Nullable FileUpload base,
            @RestForm("revision") @Nullable FileUpload revision,
            @RestForm("pacts") @Nullable List<FileUpload> pacts) {
        Problems problems = new Problems();
        String older = content(base, "base", problems);
        String newer = content(revision, "revision", problems);
        List<JsonNode> list = new ArrayList<>();
        for (FileUpload pact : pacts == null ? List.<FileUpload>of() : pacts) {
            list.add(json(pact, "pacts", problems));
        }
        problems.throwIfAny();
        return comparisons.diff(older, newer, list);
    }

    @POST
    @Path("/compare")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonNode compare(byte @Nullable [] body) {
        ObjectNode request = Json.body(body);
        Problems problems = new Problems();
        String document = text(request, "document", problems);
        if (!request.path("pact").isObject()) {
            problems.add("pact", request.has("pact") ? "must be a hash" : "is missing");
        }
        problems.throwIfAny();
        return comparisons.compare(document, request.path("pact"));
    }

    @POST
    @Path("/compare")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public JsonNode compareFiles(
            @RestForm("document") @Nullable FileUpload document, @RestForm("pact") @Nullable FileUpload pact) {
        Problems problems = new Problems();
        String provider = content(document, "document", problems);
        JsonNode consumer = json(pact, "pact", problems);
        problems.throwIfAny();
        return comparisons.compare(provider, consumer);
    }

    private static String text(ObjectNode from, String member, Problems problems) {
        JsonNode value = from.path(member);
        if (!value.isTextual()) {
            problems.add(member, value.isMissingNode() ? "is missing" : "must be a string");
        } else if (value.textValue().isBlank()) {
            problems.add(member, "cannot be blank");
        }
        return value.asText("");
    }

    private static String content(@Nullable FileUpload file, String field, Problems problems) {
        if (file == null) {
            problems.add(field, "is missing");
            return "";
        }
        try {
            return Json.utf8(Files.readAllBytes(file.uploadedFile()));
        } catch (ProblemException notUtf8) {
            problems.add(field, "is not UTF-8");
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read", e);
        }
    }

    private static JsonNode json(@Nullable FileUpload file, String field, Problems problems) {
        String text = content(file, field, problems);
        if (problems.has(field)) {
            return Json.object();
        }
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            problems.add(field, "is not JSON: " + Json.sentence(e));
            return Json.object();
        }
    }
}
