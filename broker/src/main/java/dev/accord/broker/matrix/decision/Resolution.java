package dev.accord.broker.matrix.decision;

/** What a selector means in this broker at this moment. A selector of several versions has one resolution for each. */
public sealed interface Resolution {

    /** The selector that was resolved. */
    Selector selector();

    /** Every version of an application. */
    record Every(Selector selector, long pacticipantId) implements Resolution {}

    /**
     * One version.
     *
     * @param oneOfSeveral whether the selector found further versions
     */
    record Found(Selector selector, long pacticipantId, VersionRef version, boolean oneOfSeveral)
            implements Resolution {}

    /** The application has no such version. */
    record NoVersion(Selector selector, long pacticipantId) implements Resolution {}

    /** There is no such application. */
    record NoPacticipant(Selector selector) implements Resolution {}

    /** Whether this is about the given application. */
    default boolean concerns(long pacticipant) {
        return switch (this) {
            case Every every -> every.pacticipantId == pacticipant;
            case Found found -> found.pacticipantId == pacticipant;
            case NoVersion none -> none.pacticipantId == pacticipant;
            case NoPacticipant none -> false;
        };
    }

    /** Whether it selects nothing. */
    default boolean missing() {
        return this instanceof NoVersion || this instanceof NoPacticipant;
    }
}
