package dev.accord.broker.question;

import java.util.List;

/**
 * What an operation offers.
 *
 * @param operation method and path template
 * @param elements  the operation itself, then its parameters, request fields, response headers and fields
 */
record OperationElements(String operation, List<Element> elements) {

    OperationElements {
        elements = List.copyOf(elements);
    }

    /** The operation itself. */
    Element self() {
        return elements.getFirst();
    }
}
