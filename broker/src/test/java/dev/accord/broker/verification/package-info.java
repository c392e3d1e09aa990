/** Tests of the package of the same name. */
@NullMarked
package dev.accord.broker.verification;

import org.jspecify.annotations.NullMarked;
