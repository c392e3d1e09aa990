@NullMarked
package dev.accord.broker.ui;

import org.jspecify.annotations.NullMarked;
