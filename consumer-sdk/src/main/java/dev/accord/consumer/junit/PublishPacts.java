package dev.accord.consumer.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Publishes the pacts that the tests wrote, once, after the last test of the run.
 *
 * <p>Does nothing unless the run switches it on, so that a developer's tests never reach a broker by accident: set the
 * system property or JUnit configuration parameter {@code accord.publish} or the environment variable {@code
 * ACCORD_PUBLISH} to {@code true}. The broker is named by {@code PACT_BROKER_BASE_URL} with {@code PACT_BROKER_TOKEN}, or
 * {@code PACT_BROKER_USERNAME} and {@code PACT_BROKER_PASSWORD}; the system property {@code accord.broker.url} outranks the
 * variable. Version, branch and build URL are found by {@link dev.accord.consumer.BuildIdentity#detect()}; the system
 * property {@code accord.version} outranks the version and {@code accord.branch} the branch.
 *
 * <p>When a test of an annotated class failed, nothing is published: its pact is not what the consumer needs. When
 * publishing fails, the run fails. Classes may run in parallel. A build that runs test classes in several JVMs or several
 * runs publishes once for each of them; use {@link dev.accord.consumer.PactPublisher} or {@code accord publish} there.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(PublishPactsExtension.class)
public @interface PublishPacts {

    /** Returns the folder that the tests write to; pact-jvm's own ({@code target/pacts}, {@code build/pacts}) if empty. */
    String folder() default "";
}
