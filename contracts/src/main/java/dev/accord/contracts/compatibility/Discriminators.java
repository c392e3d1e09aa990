package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Discriminator;
import dev.accord.contracts.openapi.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads discriminators: a tag is a key of the mapping, or the name of a component. */
final class Discriminators {

    private Discriminators() {}

    /** Returns the tag of a value, or null where there is none or where not all alternatives have a name to be told by. */
    static @Nullable String tag(Discriminator discriminator, List<Schema> alternatives, JsonNode value) {
        JsonNode tag = value.path(discriminator.propertyName());
        boolean named = alternatives.stream().allMatch(a -> a.componentName() != null);
        return named ? tag.textValue() : null;
    }

    /** Returns the alternative that a tag names, or null. */
    static @Nullable Schema choose(Discriminator discriminator, List<Schema> alternatives, String tag) {
        String target = discriminator.mapping().getOrDefault(tag, tag);
        String name = target.substring(target.lastIndexOf('/') + 1);
        for (Schema alternative : alternatives) {
            if (name.equals(alternative.componentName())) {
                return alternative;
            }
        }
        return null;
    }

    /** Returns the tags that name an alternative; empty when it has no name. */
    static List<String> tags(Discriminator discriminator, Schema alternative) {
        List<String> tags = new ArrayList<>();
        String name = alternative.componentName();
        if (name == null) {
            return tags;
        }
        for (Map.Entry<String, String> entry : discriminator.mapping().entrySet()) {
            String target = entry.getValue();
            if (target.substring(target.lastIndexOf('/') + 1).equals(name)) {
                tags.add(entry.getKey());
            }
        }
        if (tags.isEmpty()) {
            tags.add(name);
        }
        return tags;
    }
}
