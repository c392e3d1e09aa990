package dev.accord.broker.openapi;

import java.util.List;

/** What a newly published document changes, told to its build. */
public interface ChangeNotices {

    /**
     * A sentence for the build's log.
     *
     * @param type as clients know it: {@code info}, {@code warning}
     */
    record Notice(String type, String text) {}

    /**
     * What changed since the main branch and since each environment, and whom it would break there. Takes a bounded time;
     * what is not worked out by then is said to be under way. Never called inside a transaction.
     *
     * @param versionId key of the version that published the document
     */
    List<Notice> of(long providerId, long versionId, long documentId);
}
