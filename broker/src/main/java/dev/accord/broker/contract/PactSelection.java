package dev.accord.broker.contract;

/** Which of the pacts of a pair or of a provider a list holds. */
sealed interface PactSelection {

    /** All of them. */
    record All() implements PactSelection {}

    /** For each consumer the latest. */
    record Latest() implements PactSelection {}

    /** Those whose consumer version has the tag. */
    record Tagged(String tag) implements PactSelection {}

    /** For each consumer the latest whose version has the tag. */
    record LatestTagged(String tag) implements PactSelection {}

    /** Those whose consumer version is on the branch. */
    record OfBranch(String branch) implements PactSelection {}

    /** Those of the head of the branch; none where the head has no pact. */
    record HeadOfBranch(String branch) implements PactSelection {}

    /** Those whose consumer version is on the consumer's main branch. */
    record OfMainBranch() implements PactSelection {}

    /** Those of the head of the consumer's main branch. */
    record HeadOfMainBranch() implements PactSelection {}
}
