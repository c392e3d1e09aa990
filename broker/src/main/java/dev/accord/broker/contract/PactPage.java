package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Html;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A pact as a page for people: one section for each interaction or message, everything in it escaped. */
final class PactPage {

    private static final int MOST_SECTIONS = 1_000;
    private static final List<String> SHOWN_ELSEWHERE =
            List.of("_id", "description", "providerState", "provider_state", "providerStates");

    private PactPage() {}

    static String of(PublishedPact pact, JsonNode content, BrokerUrls urls) {
        StringBuilder body = new StringBuilder();
        body.append("<p>Published ").append(Time.readable(pact.createdAt())).append(" by version ");
        link(urls.version(pact.consumer(), pact.version()), pact.version(), body);
        body.append(" of ");
        link(urls.pacticipant(pact.consumer()), pact.consumer(), body);
        body.append(" for ");
        link(urls.pacticipant(pact.provider()), pact.provider(), body);
        body.append(". Content <code>").append(pact.sha(), 0, 7).append("</code>, ");
        link(urls.pair(pact.provider(), pact.consumer()) + "/versions", "all versions", body);
        body.append(".</p>");
        List<JsonNode> sections = sections(content);
        if (sections.isEmpty()) {
            body.append("<p>The content has no interactions that could be described; this is all of it:</p>");
            json(content, body);
        }
        sections.stream().limit(MOST_SECTIONS).forEach(section -> section(section, body));
        if (sections.size() > MOST_SECTIONS) {
            body.append("<p>")
                    .append(sections.size() - MOST_SECTIONS)
                    .append(" further interactions are not shown.</p>");
        }
        return Html.page("Pact between " + pact.consumer() + " and " + pact.provider(), body.toString());
    }

    private static List<JsonNode> sections(JsonNode content) {
        List<JsonNode> sections = new ArrayList<>();
        for (String list : List.of("interactions", "messages")) {
            content.path(list).forEach(element -> {
                if (element.isObject()) {
                    sections.add(element);
                }
            });
        }
        return sections;
    }

    private static void section(JsonNode interaction, StringBuilder body) {
        String description = interaction.path("description").asText("");
        body.append("<h2>")
                .append(Html.escape(description.isBlank() ? "without description" : description))
                .append("</h2>");
        String states = states(interaction);
        if (!states.isEmpty()) {
            body.append("<p>Given ").append(Html.escape(states)).append("</p>");
        }
        interaction.properties().forEach(member -> {
            if (!SHOWN_ELSEWHERE.contains(member.getKey())) {
                body.append("<h3>").append(Html.escape(member.getKey())).append("</h3>");
                json(member.getValue(), body);
            }
        });
    }

    private static String states(JsonNode interaction) {
        List<String> names = new ArrayList<>();
        for (String single : List.of("providerState", "provider_state")) {
            if (interaction.path(single).isTextual()) {
                names.add(interaction.path(single).asText());
            }
        }
        interaction.path("providerStates").forEach(state -> {
            String parameters = state.path("params").isEmpty() ? "" : " " + Json.write(state.path("params"));
            names.add(state.path("name").asText("") + parameters);
        });
        return names.stream().filter(name -> !name.isBlank()).collect(Collectors.joining(" and "));
    }

    private static void json(JsonNode value, StringBuilder body) {
        body.append("<pre>").append(Html.escape(value.toPrettyString())).append("</pre>");
    }

    private static void link(String url, String text, StringBuilder body) {
        body.append("<a href=\"")
                .append(Html.escape(url))
                .append("\">")
                .append(Html.escape(text))
                .append("</a>");
    }
}
