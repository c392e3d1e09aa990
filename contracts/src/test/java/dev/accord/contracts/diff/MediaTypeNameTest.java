package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            application/json | application | json | ''
            Application/Problem+JSON | application | problem | json
            application/vnd.a+b+json | application | vnd.a+b | json
            text | text | '' | ''
            /json | '' | json | ''
            text/+json | text | '' | json
            """)
    void theNameHasThreePartsInLowerCase(String text, String type, String subtype, String suffix) {
        assertThat(MediaTypeName.of(text)).isEqualTo(new MediaTypeName(type, subtype, suffix, Map.of()));
    }

    @Test
    void parametersAreReadByName() {
        assertThat(MediaTypeName.of("text/plain ; Charset = \"UTF-8\";v=1=2; flag")
                        .parameters())
                .isEqualTo(Map.of("charset", "UTF-8", "v", "1=2"));
        assertThat(MediaTypeName.of("text/plain;=x").parameters()).isEqualTo(Map.of("", "x"));
        assertThat(MediaTypeName.of(";v=1")).isEqualTo(new MediaTypeName("", "", "", Map.of("v", "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/hal+json, true",
        "application/hal+json, application/json, false",
        "application/json, text/hal+json, false",
        "application/xml, application/hal+json, false",
        "application/json, application/json;v=1, true",
        "application/hal+json, application/hal+json, true",
        "application/hal+json, application/hal+xml, false",
        "application/a+json, application/b+json, false",
        "application/a, application/b, false",
    })
    void aTypeContainsWhatIsWrittenInItsSyntax(String one, String other, boolean contains) {
        assertThat(MediaTypeName.of(one).contains(MediaTypeName.of(other))).isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/json", "application/problem+json"})
    void jsonTellsTypesApart(String text) {
        assertThat(MediaTypeName.of(text).isStronglyTyped()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "application/json+xml", "application/json-seq"})
    void othersWriteEverythingAsText(String text) {
        assertThat(MediaTypeName.of(text).isStronglyTyped()).isFalse();
    }
}
