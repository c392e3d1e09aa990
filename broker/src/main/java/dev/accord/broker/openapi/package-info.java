/**
 * Providers' OpenAPI documents: published under a provider version, stored once by content, read at once. A document that
 * cannot be read is refused with the places and the reasons; what is stored can always be read again.
 *
 * <p>Tables: {@code openapi_document}, {@code provider_contract}.
 */
@NullMarked
package dev.accord.broker.openapi;

import org.jspecify.annotations.NullMarked;
