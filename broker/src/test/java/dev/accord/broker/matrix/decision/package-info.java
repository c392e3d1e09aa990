@NullMarked
package dev.accord.broker.matrix.decision;

import org.jspecify.annotations.NullMarked;
