/**
 * Badges: the state of a pact, of a deployment or of a merge as a small image for a README. By default a badge address leads
 * on to a badge service, as clients of the reference broker expect; with {@code PACT_BROKER_BADGE_PROVIDER_MODE=proxy} the
 * broker draws the image itself and no name leaves it. It never calls a badge service.
 */
@NullMarked
package dev.accord.broker.badge;

import org.jspecify.annotations.NullMarked;
