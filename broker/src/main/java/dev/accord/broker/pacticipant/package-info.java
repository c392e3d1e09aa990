@NullMarked
package dev.accord.broker.pacticipant;

import org.jspecify.annotations.NullMarked;
