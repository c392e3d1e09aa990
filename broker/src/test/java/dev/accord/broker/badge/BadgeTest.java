package dev.accord.broker.badge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.badge.Badge.Colour;
import dev.accord.broker.badge.PactBadge.Standing;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class BadgeTest {

    private static final PactBadge PLAIN = new PactBadge("Web", "Shop", null, null, "", false);

    @Test
    void saysHowTheLatestPactStands() {
        assertThat(PLAIN.of(null)).isEqualTo(new Badge("pact not found", "unknown", Colour.LIGHT_GREY));
        assertThat(PLAIN.of(new Standing(1, null, false, false)))
                .isEqualTo(new Badge("web/shop pact", "unknown", Colour.LIGHT_GREY));
        assertThat(PLAIN.of(new Standing(1, 1L, true, false)))
                .isEqualTo(new Badge("web/shop pact", "verified", Colour.BRIGHT_GREEN));
        assertThat(PLAIN.of(new Standing(2, 1L, true, false)))
                .isEqualTo(new Badge("web/shop pact", "changed", Colour.ORANGE));
        assertThat(PLAIN.of(new Standing(1, 1L, false, false)))
                .isEqualTo(new Badge("web/shop pact", "failed", Colour.RED));
        assertThat(PLAIN.of(new Standing(1, 1L, false, true)))
                .isEqualTo(new Badge("web/shop pact", "failed (pending)", Colour.RED));
    }

    @ParameterizedTest
    @CsvSource({
        "Web, Shop, consumer, false, web pact",
        "Web, Shop, Provider, false, shop pact",
        "Web, Shop, other, false, web/shop pact",
        "My Web-App, The_Shop, '', true, mwa/ts pact",
        "MyWebApp, HTTPServer, '', true, mwa/hs pact",
        "Web, Shop, '', true, web/shop pact",
        "'- -', '', '', true, '- -/ pact'"
    })
    void namesItsSides(String consumer, String provider, String side, boolean initials, String left) {
        Badge badge =
                new PactBadge(consumer, provider, null, null, side, initials).of(new Standing(1, 1L, true, false));

        assertThat(badge.left()).isEqualTo(left);
    }

    @Test
    void escapesWhatHasAMeaningInTheServicesAddress() {
        Badge badge =
                new PactBadge("My Web-App", "The_Shop", "prod", "a/b", "", false).of(new Standing(1, 2L, true, false));

        assertThat(badge.address("https://badges.test/"))
                .isEqualTo(
                        "https://badges.test/badge/my%20web--app%20%28prod%29%2Fthe__shop%20%28a%2Fb%29%20pact-changed-"
                                + "orange.svg");
    }

    @Test
    void isWellFormedWhateverTheNames() throws Exception {
        for (String name : List.of("a", "", "<script>&\"'", "x".repeat(10_000), "日本語 ✓ 😀", "\u0001\uD800")) {
            String image = BadgeImage.of(new Badge(name, name, Colour.RED));

            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(image)));
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(image.length()).isLessThan(5_000);
        }
    }
}
