package dev.accord.contracts.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A body or the contents of a message. */
public sealed interface Body {

    /** Returns the media type that the content wrapper names (V4) or that the content shows, or null. */
    @Nullable
    String contentType();

    /** The file says nothing about a body. */
    record Absent() implements Body {
        @Override
        public @Nullable String contentType() {
            return null;
        }
    }

    /** The file says that there is no body: JSON null, or an empty text. */
    record Empty(@Nullable String contentType) implements Body {}

    /** A JSON value. */
    record Json(JsonNode value, @Nullable String contentType) implements Body {}

    /** A text that is not JSON: XML, a form, plain text. */
    record Text(String text, @Nullable String contentType) implements Body {}

    /** Bytes; compared by content. */
    record Binary(byte[] bytes, @Nullable String contentType) implements Body {
        public Binary {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Binary b
                    && Arrays.equals(bytes, b.bytes)
                    && java.util.Objects.equals(contentType, b.contentType);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Binary[" + bytes.length + " bytes, " + contentType + "]";
        }
    }
}
