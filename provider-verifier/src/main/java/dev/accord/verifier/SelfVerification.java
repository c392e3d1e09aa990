package dev.accord.verifier;

import java.util.Optional;

/**
 * What a provider's own tests said of its document: does the provider do what the document says. Without one, the broker
 * knows nothing of it, which is not the same as a failure.
 *
 * @param success whether the provider keeps its document
 * @param results the test's output, empty when it is not sent along
 * @param contentType the media type of the output, such as {@code text/plain}
 * @param verifier the tool that tested
 * @param verifierVersion the tool's version
 */
public record SelfVerification(
        boolean success,
        Optional<String> results,
        Optional<String> contentType,
        Optional<String> verifier,
        Optional<String> verifierVersion) {

    /** Returns a self-verification that passed, by the named tool. */
    public static SelfVerification passedBy(String verifier) {
        return new SelfVerification(true, Optional.empty(), Optional.empty(), Optional.of(verifier), Optional.empty());
    }

    /** Returns a self-verification that failed, by the named tool. */
    public static SelfVerification failedBy(String verifier) {
        return new SelfVerification(false, Optional.empty(), Optional.empty(), Optional.of(verifier), Optional.empty());
    }

    /** Returns this self-verification with the test's output. */
    public SelfVerification withResults(String output, String mediaType) {
        return new SelfVerification(success, Optional.of(output), Optional.of(mediaType), verifier, verifierVersion);
    }

    /** Returns this self-verification with the tool's version. */
    public SelfVerification withVerifierVersion(String version) {
        return new SelfVerification(success, results, contentType, verifier, Optional.of(version));
    }
}
