/**
 * What the operator of the broker sees beside its API: an id on every request, in the answer and in the log;
 * a limit to what a request may hold. Health,
 * metrics and the API's own OpenAPI document come from Quarkus and are switched on in {@code application.properties}.
 */
@NullMarked
package dev.accord.broker.operations;

import org.jspecify.annotations.NullMarked;
