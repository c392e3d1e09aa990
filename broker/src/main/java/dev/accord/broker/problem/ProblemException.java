package dev.accord.broker.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Refuses the current request; nothing of it is stored. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /** Refuses for the given reason. */
    public ProblemException(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }

    /** 404 with the general sentence. */
    public static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound(null));
    }

    /** 404 with a sentence that names what is missing, such as "No pacticipant with name 'x' found". */
    public static ProblemException notFound(String detail) {
        return new ProblemException(new Problem.NotFound(detail));
    }

    /** A status with one sentence. */
    public static ProblemException message(int status, String text) {
        return new ProblemException(new Problem.Message(status, text));
    }

    /** 400 with a plain list of messages. */
    public static ProblemException list(List<String> errors) {
        return new ProblemException(new Problem.InvalidList(List.copyOf(errors)));
    }

    /** A status with a plain-text sentence. */
    public static ProblemException text(int status, String text) {
        return new ProblemException(new Problem.Text(status, text));
    }

    /** A status with a document of its own. */
    public static ProblemException document(int status, JsonNode body) {
        return new ProblemException(new Problem.Document(status, body));
    }

    /** A status alone. */
    public static ProblemException bare(int status) {
        return new ProblemException(new Problem.Bare(status));
    }
}
