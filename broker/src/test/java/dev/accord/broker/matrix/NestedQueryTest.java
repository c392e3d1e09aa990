package dev.accord.broker.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.matrix.NestedQuery.Element;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedQueryTest {

    @Test
    void startsANewElementWhenTheLastOneHasTheKey() {
        NestedQuery query = NestedQuery.parse("q[][a]=1&q[][b]=2&q[][a]=3&q[][b]=4");

        assertThat(query.list("q"))
                .containsExactly(
                        new Element.Fields(Map.of("a", "1", "b", "2")), new Element.Fields(Map.of("a", "3", "b", "4")));
    }

    @Test
    void mixesTextsAndObjects() {
        NestedQuery query = NestedQuery.parse("ignore[]=A&ignore[][pacticipant]=B&ignore[]=C");

        assertThat(query.list("ignore"))
                .containsExactly(
                        new Element.Text("A"), new Element.Fields(Map.of("pacticipant", "B")), new Element.Text("C"));
    }

    @Test
    void decodesKeysAndValues() {
        NestedQuery query = NestedQuery.parse("q%5B%5D%5Ba%5D=x+y%20z%2B%C3%A4&tag=a%3Db=c");

        assertThat(query.list("q")).containsExactly(new Element.Fields(Map.of("a", "x y z+ä")));
        assertThat(query.value("tag")).contains("a=b=c");
    }

    @Test
    void takesEmptyValuesForAbsentAndTheLastOfSeveral() {
        NestedQuery query = NestedQuery.parse("a=&b=1&b=2&c&&=x");

        assertThat(query.value("a")).isEmpty();
        assertThat(query.valueOrEmpty("a")).contains("");
        assertThat(query.value("b")).contains("2");
        assertThat(query.value("c")).isEmpty();
    }
}
