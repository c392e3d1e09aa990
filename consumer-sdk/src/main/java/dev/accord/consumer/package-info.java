/**
 * What a consumer's build needs beside pact-jvm: publishing the pacts that its tests wrote.
 *
 * <p>Tests are written with pact-jvm's JUnit 5 support, which this module brings along. {@link
 * dev.accord.consumer.PactPublisher} sends the files to a broker, under a version and branch that {@link
 * dev.accord.consumer.BuildIdentity} finds in the environment or in git. {@link dev.accord.consumer.junit.PublishPacts}
 * does so at the end of a test run, and only when it is switched on. The connection to the broker is in {@link
 * dev.accord.consumer.broker}.
 */
@NullMarked
package dev.accord.consumer;

import org.jspecify.annotations.NullMarked;
