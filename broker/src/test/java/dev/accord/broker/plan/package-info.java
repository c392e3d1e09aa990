@NullMarked
package dev.accord.broker.plan;

import org.jspecify.annotations.NullMarked;
