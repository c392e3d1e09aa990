package dev.accord.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarNamesTest {

    @ParameterizedTest
    @CsvSource({
        "foo, Foo",
        "Foo Service, foo",
        "foo-bar, FooBar",
        "foo_bar_api, Foo Bar",
        "Orders, order",
        "HTTPClient, http-client",
        "A::B, a/b"
    })
    void namesThatDifferInCaseSeparatorsPluralsAndFillersAreSimilar(String name, String existing) {
        assertThat(SimilarNames.like(name, List.of(existing))).containsExactly(existing);
    }

    @ParameterizedTest
    @CsvSource({"foo, bar", "foobar, foo-bar", "foo1, foo2", "order-service-v2, order"})
    void otherNamesAreNot(String name, String existing) {
        assertThat(SimilarNames.like(name, List.of(existing))).isEmpty();
    }

    @Test
    void aNameThatExistsIsSimilarToNothing() {
        assertThat(SimilarNames.like("foo", List.of("Foo", "foo"))).isEmpty();
    }

    @Test
    void aHugeNameIsComparedInNoTime() {
        String name = "A".repeat(1_000_000);

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> SimilarNames.like(name, List.of(name + "s", "b")));
    }
}
