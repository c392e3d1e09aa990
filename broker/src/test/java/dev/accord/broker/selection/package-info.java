/** Tests of the package of the same name. */
@NullMarked
package dev.accord.broker.selection;

import org.jspecify.annotations.NullMarked;
