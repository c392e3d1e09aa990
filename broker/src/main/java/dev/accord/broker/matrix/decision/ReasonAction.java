package dev.accord.broker.matrix.decision;

import java.util.Optional;

/** What clears an unknown: one action for each reason that says that something is not known. */
public final class ReasonAction {

    private ReasonAction() {}

    /** What to do about a reason; empty when it does not speak of something unknown. */
    public static Optional<String> of(Reason reason) {
        return switch (reason) {
            case Reason.NoVerifiedPact none ->
                Optional.of("Let a version of " + none.provider().pacticipant()
                        + " verify this pact, and record that it is deployed or released there");
            case Reason.NeverVerified never ->
                Optional.of(
                        never.unclear().isEmpty()
                                ? "Let " + never.provider().pacticipant() + " verify the pact of "
                                        + never.consumer().pacticipant()
                                        + " and publish the result, or publish an OpenAPI document of that version"
                                : "Let " + never.provider().pacticipant() + " verify the pact of "
                                        + never.consumer().pacticipant()
                                        + " and publish the result: its document leaves it open");
            case Reason.SelfVerificationUnknown unknown ->
                Optional.of("Publish the OpenAPI document of " + unknown.provider() + " "
                        + unknown.version().number() + " again with the outcome of the provider's own check");
            case Reason.MayBreak may ->
                Optional.of("Let " + may.provider().pacticipant() + " verify the pact of "
                        + may.consumer().pacticipant() + " and publish the result: a run outranks the document");
            case Reason.PolicyDemands demands
            when !demands.lack().failed() ->
                Optional.of("Record it for " + demands.lack().pacticipant() + " "
                        + demands.lack().version());
            case Reason.VersionMissing missing ->
                Optional.of("Publish a pact, a result or a document for that version, or correct its number");
            default -> Optional.empty();
        };
    }
}
