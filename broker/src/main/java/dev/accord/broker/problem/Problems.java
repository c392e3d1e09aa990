package dev.accord.broker.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects messages by field while a request is validated. Not thread-safe. */
public final class Problems {

    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    /** Adds a message to a field; the same message is kept once. */
    public void add(String field, String message) {
        List<String> messages = errors.computeIfAbsent(field, key -> new ArrayList<>());
        if (!messages.contains(message)) {
            messages.add(message);
        }
    }

    /** Whether nothing was found so far. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Whether the field has a message already. */
    public boolean has(String field) {
        return errors.containsKey(field);
    }

    /** The messages by field, in the order of discovery. */
    public Map<String, List<String>> errors() {
        return errors;
    }

    /**
     * Ends the validation with 400.
     *
     * @throws ProblemException when a message was added
     */
    public void throwIfAny() {
        throwIfAny(400);
    }

    /**
     * Ends the validation with the given status.
     *
     * @throws ProblemException when a message was added
     */
    public void throwIfAny(int status) {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(status, errors, false));
        }
    }

    /** The refusal with 400 for what was added, for callers that throw it themselves. */
    public ProblemException exception() {
        return new ProblemException(new Problem.Invalid(400, errors, false));
    }

    /**
     * Ends the validation of path segments with 400.
     *
     * @throws ProblemException when a message was added
     */
    public void throwIfAnyInPath() {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(400, errors, true));
        }
    }
}
