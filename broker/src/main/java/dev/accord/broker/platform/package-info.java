@NullMarked
package dev.accord.broker.platform;

import org.jspecify.annotations.NullMarked;
