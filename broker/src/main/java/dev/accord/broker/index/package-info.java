@NullMarked
package dev.accord.broker.index;

import org.jspecify.annotations.NullMarked;
