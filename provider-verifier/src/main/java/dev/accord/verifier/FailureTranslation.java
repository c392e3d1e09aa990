package dev.accord.verifier;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationFailureType.ExceptionFailure;
import au.com.dius.pact.provider.VerificationFailureType.InvalidInteractionFailure;
import au.com.dius.pact.provider.VerificationFailureType.MismatchFailure;
import au.com.dius.pact.provider.VerificationFailureType.PublishResultsFailure;
import au.com.dius.pact.provider.VerificationFailureType.StateChangeFailure;
import au.com.dius.pact.provider.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the failures of pact-jvm's verifier into ours, so that its types stay inside. */
final class FailureTranslation {

    private static final int VALUE_CHARACTERS = 2000;

    private FailureTranslation() {}

    /** Returns the failures of one pact in the order of its interactions. */
    static List<InteractionFailure> of(VerificationResult result, Pact pact) {
        if (!(result instanceof VerificationResult.Failed failed)) {
            return List.of();
        }
        List<InteractionFailure> failures = new ArrayList<>();
        failed.getFailures()
                .forEach((id, ofInteraction) ->
                        ofInteraction.forEach(failure -> failures.add(translate(failure, byId(pact, id)))));
        if (failures.isEmpty()) {
            failures.add(new InteractionFailure("", List.of(), "verification", failed.getDescription(), "", ""));
        }
        return failures;
    }

    private static Optional<Interaction> byId(Pact pact, String id) {
        return pact.getInteractions().stream()
                .filter(interaction -> !id.isEmpty() && id.equals(interaction.getInteractionId()))
                .findFirst();
    }

    private static InteractionFailure translate(VerificationFailureType failure, Optional<Interaction> byId) {
        return switch (failure) {
            case MismatchFailure mismatch -> mismatch(mismatch.getMismatch(), known(mismatch.getInteraction(), byId));
            case ExceptionFailure exception ->
                located(
                        known(exception.getInteraction(), byId),
                        "request",
                        exception.getDescription() + ": " + innermost(exception.getE()));
            case StateChangeFailure state ->
                located(known(state.getInteraction(), byId), "provider state", innermost(state.getException()));
            case PublishResultsFailure publishing ->
                located(Optional.empty(), "publishing", String.join("\n", publishing.getCause()));
            case InvalidInteractionFailure invalid -> located(byId, "interaction", invalid.getCause());
            default -> located(byId, "verification", failure.description());
        };
    }

    private static InteractionFailure mismatch(Mismatch mismatch, Optional<Interaction> interaction) {
        return switch (mismatch) {
            case BodyMismatch body ->
                valued(interaction, body.getPath(), body.getMismatch(), body.getExpected(), body.getActual());
            case HeaderMismatch header ->
                valued(
                        interaction,
                        "header " + header.getHeaderKey(),
                        header.getMismatch(),
                        header.getExpected(),
                        header.getActual());
            case StatusMismatch status ->
                valued(interaction, "status", status.description(), status.getExpected(), status.getActual());
            default -> located(interaction, mismatch.type(), mismatch.description());
        };
    }

    private static Optional<Interaction> known(@Nullable Interaction interaction, Optional<Interaction> byId) {
        return Optional.ofNullable(interaction).or(() -> byId);
    }

    private static InteractionFailure located(Optional<Interaction> interaction, String location, String explanation) {
        return valued(interaction, location, explanation, null, null);
    }

    private static InteractionFailure valued(
            Optional<Interaction> interaction,
            String location,
            String explanation,
            @Nullable Object expected,
            @Nullable Object actual) {
        return new InteractionFailure(
                interaction.map(Interaction::getDescription).orElse(""),
                interaction
                        .map(one -> one.getProviderStates().stream()
                                .map(ProviderState::getName)
                                .filter(name -> name != null && !name.isBlank())
                                .toList())
                        .orElse(List.of()),
                location,
                explanation,
                shown(expected),
                shown(actual));
    }

    private static String shown(@Nullable Object value) {
        String text = switch (value) {
            case null -> "";
            // The bare object prints as Java prints maps, which nobody sends.
            case Map<?, ?> object -> Json.toJson(object).serialise();
            case List<?> array -> Json.toJson(array).serialise();
            default -> value.toString();
        };
        return text.length() <= VALUE_CHARACTERS ? text : text.substring(0, VALUE_CHARACTERS) + " …";
    }

    private static String innermost(@Nullable Throwable failure) {
        if (failure == null) {
            return "no answer";
        }
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank()
                ? innermost.getClass().getSimpleName()
                : innermost.getClass().getSimpleName() + ": " + message;
    }
}
