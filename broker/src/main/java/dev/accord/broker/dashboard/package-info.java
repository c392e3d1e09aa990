/** What is new in each integration: its latest pacts and their latest results. Reads only. */
@NullMarked
package dev.accord.broker.dashboard;

import org.jspecify.annotations.NullMarked;
