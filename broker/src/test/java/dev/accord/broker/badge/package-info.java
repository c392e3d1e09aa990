@NullMarked
package dev.accord.broker.badge;

import org.jspecify.annotations.NullMarked;
