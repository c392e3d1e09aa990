package dev.accord.contracts.openapi;

import java.util.List;
import java.util.stream.Collectors;

/** A text is no OpenAPI document that can be read; says why and where. */
public final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Creates the exception for at least one problem. */
    public UnreadableDocumentException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    UnreadableDocumentException(String message, Source source) {
        this(List.of(new Problem(message, source)));
    }

    /** What is wrong, in the order of the text; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
