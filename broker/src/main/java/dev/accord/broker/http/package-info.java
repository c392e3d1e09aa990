@NullMarked
package dev.accord.broker.http;

import org.jspecify.annotations.NullMarked;
