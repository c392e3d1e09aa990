/** Pages that explain the relations of the API to people; the {@code curies} of every document lead to them. */
@NullMarked
package dev.accord.broker.documentation;

import org.jspecify.annotations.NullMarked;
