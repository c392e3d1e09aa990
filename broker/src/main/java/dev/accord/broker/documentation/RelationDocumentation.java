package dev.accord.broker.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each relation leads to, read from {@code documentation/relations.json}. */
@ApplicationScoped
class RelationDocumentation {

    private static final String SOURCE = "documentation/relations.json";

    private final Map<String, Page> pages = new TreeMap<>();

    RelationDocumentation() {
        Json.stored(source()).properties().forEach(entry -> pages.put(entry.getKey(), page(entry.getValue())));
    }

    /**
     * A page.
     *
     * @param title      what the relation leads to
     * @param methods    the HTTP methods that it allows, with what each does
     * @param paragraphs further text
     */
    record Page(String title, List<String> methods, List<String> paragraphs) {}

    /** The page of a relation, named without its prefix, or empty when there is none. */
    Optional<Page> page(String relation) {
        return Optional.ofNullable(pages.get(relation));
    }

    /** The names of all relations that have a page, sorted. */
    List<String> relations() {
        return List.copyOf(pages.keySet());
    }

    private static Page page(JsonNode node) {
        return new Page(node.path("title").asText(), texts(node.path("methods")), texts(node.path("text")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String source() {
        try (var stream = RelationDocumentation.class.getClassLoader().getResourceAsStream(SOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(SOURCE + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
