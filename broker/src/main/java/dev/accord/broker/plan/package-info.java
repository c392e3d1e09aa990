/**
 * In which order can several versions go to an environment? The order is worked out from what is deployed there now,
 * what is wanted there, and what is known of each pair of versions; nothing is stored.
 *
 * <p>The question is pure ({@link dev.accord.broker.plan.DeploymentPlanner}); the facts come in a fixed number of
 * statements ({@code PlanQueries}).
 */
@NullMarked
package dev.accord.broker.plan;

import org.jspecify.annotations.NullMarked;
