/**
 * Reads OpenAPI documents.
 *
 * <p>{@link dev.accord.contracts.openapi.OpenApiReader} takes the text of a Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2
 * document, JSON or YAML, and gives one {@link dev.accord.contracts.openapi.OpenApiDocument} in the shape of OpenAPI
 * 3.1, whatever the version was. References are followed lazily and keep their identity, so that a schema shared by
 * many operations is one object; every node knows where it was written. Nothing is ever fetched: a reference that
 * leaves the document is reported as unresolvable.
 */
@NullMarked
package dev.accord.contracts.openapi;

import org.jspecify.annotations.NullMarked;
