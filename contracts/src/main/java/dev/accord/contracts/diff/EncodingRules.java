package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.MediaType;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges how the parts of a form or multipart body are written. */
final class EncodingRules {

    private EncodingRules() {}

    static void compare(
            OperationPair pair, String rule, Direction direction, String location, MediaType a, MediaType b) {
        TreeSet<String> names = new TreeSet<>(a.encoding().keySet());
        names.addAll(b.encoding().keySet());
        for (String name : names) {
            MediaType.Encoding was = a.encoding().get(name);
            MediaType.Encoding is = b.encoding().get(name);
            String before = text(was);
            String after = text(is);
            if (Objects.equals(before, after)) continue;
            pair.report(
                    rule,
                    direction,
                    location + "/" + name,
                    before,
                    after,
                    was == null ? a.source() : was.source(),
                    is == null ? b.source() : is.source());
        }
    }

    private static @Nullable String text(MediaType.@Nullable Encoding encoding) {
        if (encoding == null) return null;
        StringBuilder text = new StringBuilder();
        if (encoding.contentType() != null) text.append(encoding.contentType()).append(' ');
        if (encoding.style() != null)
            text.append("style ").append(encoding.style()).append(' ');
        if (encoding.explode() != null)
            text.append("explode ").append(encoding.explode()).append(' ');
        if (encoding.allowReserved()) text.append("allowReserved");
        return text.isEmpty() ? null : text.toString().strip();
    }
}
