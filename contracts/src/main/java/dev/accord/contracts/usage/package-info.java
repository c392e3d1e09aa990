/**
 * What a consumer uses of a provider, as its pacts show it.
 *
 * <p>{@link dev.accord.contracts.usage.Usage#of} turns a pact into the operations it calls, what it may send there and
 * what it can stand in return. The heart is the {@link dev.accord.contracts.usage.Need}: a set of JSON values, described
 * by shapes that the matching rules give. In a response it is the set of values that the consumer accepts; in a request
 * it is the set of values that it may send. A usage knows no document; which operation a path belongs to is decided
 * against one, by the packages {@code compatibility} and {@code impact}.
 */
@NullMarked
package dev.accord.contracts.usage;

import org.jspecify.annotations.NullMarked;
