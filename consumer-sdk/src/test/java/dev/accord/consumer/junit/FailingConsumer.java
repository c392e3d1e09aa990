package dev.accord.consumer.junit;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A consumer's test that fails; run by {@link PublishPactsTest} and not by the build itself. */
@PublishPacts(folder = UsersConsumer.PACTS)
class FailingConsumer {

    @Test
    void fails() {
        Assertions.fail("on purpose");
    }
}
