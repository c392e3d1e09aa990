package dev.accord.broker.matrix.decision;

import java.util.List;

/**
 * One side of a reason: the selections of one application that it is about. Usually one.
 *
 * @param pacticipant name of the application
 * @param selections  never empty
 */
public record Subject(String pacticipant, List<Resolution> selections) {
    /** Copies the list. */
    public Subject {
        selections = List.copyOf(selections);
    }
}
