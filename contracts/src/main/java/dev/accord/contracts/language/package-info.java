/** Sets of texts as regular expressions describe them: is one within another, and which texts has it? */
@NullMarked
package dev.accord.contracts.language;

import org.jspecify.annotations.NullMarked;
