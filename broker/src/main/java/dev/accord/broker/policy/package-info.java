/**
 * Checks that builds record on versions (coverage, latency, audits), and policies by which an environment demands them.
 * Nothing is demanded until an environment has a policy.
 *
 * <p>Tables: {@code version_check}, {@code environment_policy}.
 */
@NullMarked
package dev.accord.broker.policy;

import org.jspecify.annotations.NullMarked;
