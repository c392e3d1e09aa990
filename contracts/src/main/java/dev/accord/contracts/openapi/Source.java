package dev.accord.contracts.openapi;

/**
 * A place in the text of a document.
 *
 * @param pointer the JSON pointer (RFC 6901) of the node, empty for the root
 * @param line the line of its key, or of the value where there is no key, counted from 1
 * @param column the column of the same, counted from 1
 */
public record Source(String pointer, int line, int column) {

    /** The root of a document, for what has no place of its own. */
    public static final Source ROOT = new Source("", 1, 1);

    @Override
    public String toString() {
        return "line " + line + ", column " + column + " (" + (pointer.isEmpty() ? "/" : pointer) + ")";
    }
}
