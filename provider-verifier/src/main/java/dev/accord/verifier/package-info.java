/**
 * What a provider's pipeline needs: verifying the running provider against its consumers' pacts, publishing its OpenAPI
 * document, and asking whether a version may be deployed.
 *
 * <p>{@link dev.accord.verifier.ProviderVerification} stands on pact-jvm's verifier, which does the matching and talks to
 * the broker; its types do not appear in this package's signatures. {@link dev.accord.verifier.ProviderContractPublisher}
 * and {@link dev.accord.verifier.CanIDeploy} are plain clients. The command line in {@link dev.accord.verifier.cli} offers
 * the same and the comparisons of the contracts module.
 */
@NullMarked
package dev.accord.verifier;

import org.jspecify.annotations.NullMarked;
