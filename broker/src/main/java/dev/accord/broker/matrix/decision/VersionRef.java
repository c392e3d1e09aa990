package dev.accord.broker.matrix.decision;

/**
 * A pacticipant version.
 *
 * @param id     its key, which is also its order: the higher, the newer
 * @param number as its makers call it
 */
public record VersionRef(long id, String number) {}
