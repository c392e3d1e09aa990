/** JUnit glue: publishing at the end of a test run. Needs JUnit 5.13 or newer, and nothing else of this module does. */
@NullMarked
package dev.accord.consumer.junit;

import org.jspecify.annotations.NullMarked;
