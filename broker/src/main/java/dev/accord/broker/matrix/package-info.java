/**
 * The matrix of pacts and results, and can-i-deploy. Query strings become selectors ({@code MatrixQueries}), selectors
 * become version ids ({@code Resolver}), ids become rows ({@code RowQueries}); the decision is made in package
 * {@code decision} and written by {@code MatrixDocument} and {@code MatrixTable}.
 *
 * <p>One answer costs four statements: selections, integrations with their counterparts, rows, and the branches, tags and
 * environments of the versions shown. Their cost grows with the counterparts of the selected versions, not with history.
 */
@NullMarked
package dev.accord.broker.matrix;

import org.jspecify.annotations.NullMarked;
