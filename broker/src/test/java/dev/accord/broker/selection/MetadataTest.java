package dev.accord.broker.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.selection.Metadata.Selection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataTest {

    @Test
    void comesBackAsItWasWritten() {
        Metadata metadata = Metadata.selected(
                List.of(
                        new Selection("feat/ä \"x\"", null, true, null, "2+x/1"),
                        new Selection(null, "prod", false, null, "1"),
                        new Selection(null, null, false, "production", "1")),
                true);

        assertThat(Metadata.decode(metadata.encode())).isEqualTo(metadata);
        assertThat(metadata.consumerVersions()).containsExactly("2+x/1", "1");
    }

    @Test
    void tellsNotPendingFromNotAsked() {
        assertThat(Metadata.decode(Metadata.selected(List.of(), false).encode()).pending())
                .isFalse();
        assertThat(Metadata.decode(Metadata.selected(List.of(), null).encode()).pending())
                .isNull();
    }

    @Test
    void saysWorkInProgress() {
        assertThat(Metadata.decode(Metadata.workInProgress().encode()).wip()).isTrue();
        assertThat(Metadata.decode(Metadata.latest("1", null).encode()).wip()).isFalse();
    }

    @Test
    void carriesTheVersionAndTagsOfAPublication() {
        Metadata metadata = Metadata.published("1", List.of("a", "b"));

        assertThat(Metadata.decode(metadata.encode())).isEqualTo(metadata);
        assertThat(metadata.consumerVersions()).containsExactly("1");
    }

    @Test
    void consistsOfUnreservedCharactersOnly() {
        Metadata metadata = Metadata.latest("ÿþý?>~/+%&= \u0001", "ÿ?>");

        assertThat(metadata.encode()).matches("[A-Za-z0-9_-]+");
        assertThat(Metadata.decode(metadata.encode())).isEqualTo(metadata);
    }

    @Test
    void namesTheNewestVersionsWhenTheyAreTooManyForAnAddress() {
        List<Selection> many = new ArrayList<>();
        for (int i = 5_000; i > 0; i--) {
            many.add(new Selection(null, "prod", false, null, "1.0." + i));
        }

        String segment = Metadata.selected(many, true).encode();

        assertThat(segment).hasSizeLessThanOrEqualTo(Metadata.MAX_LENGTH);
        assertThat(Metadata.decode(segment).pending()).isTrue();
        assertThat(Metadata.decode(segment).selections())
                .isEqualTo(many.subList(0, Metadata.decode(segment).selections().size()));
        assertThat(Metadata.decode(segment).selections()).hasSizeGreaterThan(50);
    }

    @Test
    void leavesOutAVersionNumberThatIsTooLongForAnAddress() {
        Metadata metadata = Metadata.published("x".repeat(100_000), List.of("y".repeat(100_000)));

        assertThat(metadata.encode()).hasSizeLessThanOrEqualTo(Metadata.MAX_LENGTH);
        assertThat(Metadata.decode(metadata.encode()).wip()).isTrue();
    }

    @Test
    void whatCannotBeReadMeansNothing() {
        String json = Base64.getUrlEncoder().encodeToString("[1]".getBytes());
        String deep = Base64.getUrlEncoder().encodeToString("[".repeat(9_000).getBytes());
        String strange = Base64.getUrlEncoder().encodeToString("{\"s\":{\"c\":1},\"p\":{},\"c\":[]}".getBytes());

        for (String segment : List.of(
                "", "1", "x", "1!!!", "1" + json, "1" + deep, "c1tdW2xdPXRydWU", "9" + json, "1".repeat(100_000))) {
            assertThat(Metadata.decode(segment)).as(segment).isEqualTo(Metadata.NONE);
        }
        assertThat(Metadata.decode(null)).isEqualTo(Metadata.NONE);
        assertThat(Metadata.decode("1" + strange).consumerVersions()).isEmpty();
    }
}
