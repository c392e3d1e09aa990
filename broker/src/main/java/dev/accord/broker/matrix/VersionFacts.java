package dev.accord.broker.matrix;

import java.time.Instant;
import java.util.List;

/**
 * Where a version stands now.
 *
 * @param branches     in the order in which it was put on them
 * @param tags         in the order in which it was tagged
 * @param environments where it is deployed or released, each once
 */
record VersionFacts(List<Mark> branches, List<Mark> tags, List<Place> environments) {

    static final VersionFacts NONE = new VersionFacts(List.of(), List.of(), List.of());

    /**
     * A branch or a tag.
     *
     * @param latest whether the version is the head of the branch, or the newest with the tag
     */
    record Mark(String name, boolean latest) {}

    /** An environment. */
    record Place(String uuid, String name, String displayName, boolean production, Instant createdAt) {}
}
