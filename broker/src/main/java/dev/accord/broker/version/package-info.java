@NullMarked
package dev.accord.broker.version;

import org.jspecify.annotations.NullMarked;
