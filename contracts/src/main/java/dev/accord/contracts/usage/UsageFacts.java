package dev.accord.contracts.usage;

import dev.accord.contracts.usage.InteractionUsage.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a usage as a list of facts. */
final class UsageFacts {

    private final Map<UsageFact, Set<Origin>> facts = new LinkedHashMap<>();
    private final InteractionUsage interaction;
    private String operation = "";
    private String direction = "";
    private @Nullable String status;
    private @Nullable String mediaType;

    private UsageFacts(InteractionUsage interaction) {
        this.interaction = interaction;
    }

    static List<UsageFact> of(Usage usage) {
        Map<UsageFact, Set<Origin>> all = new LinkedHashMap<>();
        for (InteractionUsage interaction : usage.interactions()) {
            UsageFacts one = new UsageFacts(interaction);
            one.collect();
            one.facts.forEach((fact, origins) ->
                    all.computeIfAbsent(fact, f -> new LinkedHashSet<>()).addAll(origins));
        }
        List<UsageFact> facts = new ArrayList<>();
        all.forEach((f, origins) -> facts.add(new UsageFact(
                f.operation(),
                f.direction(),
                f.status(),
                f.mediaType(),
                f.part(),
                f.location(),
                f.accepts(),
                f.nullAccepted(),
                f.strength(),
                List.copyOf(origins))));
        return facts;
    }

    private void collect() {
        InteractionUsage.Request request = interaction.request();
        InteractionUsage.Response response = interaction.response();
        if (request == null || response == null) {
            operation = interaction.origin().description();
            add("operation", "", "unknown: " + interaction.unknown(), false, Need.Strength.OPAQUE);
            return;
        }
        operation = request.method() + " " + request.path();
        request(request);
        response(response);
    }

    private void request(InteractionUsage.Request request) {
        direction = "request";
        add("operation", request.path(), request.pathNeed());
        request.query().forEach((name, values) -> add("query", name, values.need()));
        request.headers().forEach((name, values) -> add("header", name, values.need()));
        request.cookies().forEach((name, values) -> add("cookie", name, values.need()));
        if (request.authorization() != null) {
            add("credentials", "authorization", request.authorization(), false, Need.Strength.HARD);
        }
        if (request.accept() != null) {
            add("media-type", "accept", request.accept(), false, Need.Strength.HARD);
        }
        mediaType = request.contentType();
        body(request.body());
    }

    private void response(InteractionUsage.Response response) {
        direction = "response";
        mediaType = null;
        status = response.status().toString();
        add("status", "", response.status().toString(), false, Need.Strength.HARD);
        response.headers().forEach((name, values) -> add("header", name, values.need()));
        mediaType = response.contentType();
        body(response.body());
    }

    private void body(BodyUsage body) {
        switch (body) {
            case BodyUsage.Unmentioned unmentioned -> {
                // nothing is sent and nothing is needed
            }
            case BodyUsage.Empty empty -> add("body", "", "no body", false, Need.Strength.HARD);
            case BodyUsage.Opaque opaque -> add("body", "", opaque.reason(), false, Need.Strength.OPAQUE);
            case BodyUsage.Structured structured -> need("", structured.need());
        }
    }

    private void need(String location, Need need) {
        add("body", location.isEmpty() ? "/" : location, need);
        for (Shape shape : need.shapes()) {
            if (shape instanceof Shape.Obj object) {
                if (object.eachValue() != null) {
                    need(location + "/*", object.eachValue());
                } else {
                    object.fields().forEach((name, field) -> need(location + "/" + escape(name), field));
                }
            } else if (shape instanceof Shape.Arr array) {
                array.elements().forEach(element -> need(location + "/*", element));
                array.contains().forEach(element -> need(location + "/*", element));
            }
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void add(String part, String location, Need need) {
        add(part, location, Words.of(need), need.includesNull(), need.strength());
    }

    private void add(String part, String location, String accepts, boolean nullAccepted, Need.Strength strength) {
        UsageFact fact = new UsageFact(
                operation,
                direction,
                status,
                mediaType,
                part,
                location,
                accepts,
                nullAccepted,
                strength.name().toLowerCase(Locale.ROOT),
                List.of());
        facts.computeIfAbsent(fact, f -> new LinkedHashSet<>()).add(interaction.origin());
    }
}
