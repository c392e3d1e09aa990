/**
 * Environments, and which versions are deployed or released to them. For each pacticipant, environment and application
 * instance at most one version is deployed at a time; any number of versions may be released and supported. Tables:
 * {@code environment} (written through its repository), {@code deployed_version}, {@code released_version}.
 */
@NullMarked
package dev.accord.broker.environment;

import org.jspecify.annotations.NullMarked;
