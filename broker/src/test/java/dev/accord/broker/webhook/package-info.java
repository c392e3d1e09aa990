@NullMarked
package dev.accord.broker.webhook;

import org.jspecify.annotations.NullMarked;
