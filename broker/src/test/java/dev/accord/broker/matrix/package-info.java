@NullMarked
package dev.accord.broker.matrix;

import org.jspecify.annotations.NullMarked;
