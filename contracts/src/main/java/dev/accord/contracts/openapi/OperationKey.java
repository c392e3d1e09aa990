package dev.accord.contracts.openapi;

/**
 * Names an operation in its document.
 *
 * @param method the method, upper case
 * @param template the path template as written, such as {@code /orders/{id}}
 */
public record OperationKey(String method, String template) {

    /** The template with its parameters' names taken out, such as {@code /orders/{}}: what identifies a path. */
    public String shape() {
        return PathItem.shape(template);
    }

    /** {@code GET /orders/{id}}. */
    @Override
    public String toString() {
        return method + " " + template;
    }
}
