@NullMarked
package dev.accord.broker.problem;

import org.jspecify.annotations.NullMarked;
