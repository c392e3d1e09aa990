@NullMarked
package dev.accord.broker.hal;

import org.jspecify.annotations.NullMarked;
