package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void noTextOrAttributeBecomesMarkup() {
        Html html = el("a", at("href", "/x\"onclick='y'"), "<script>&", List.of(el("br"), "z"));

        assertThat(html.write()).isEqualTo("<a href=\"/x&quot;onclick=&#39;y&#39;\">&lt;script&gt;&amp;<br>z</a>");
    }

    @Test
    void theMatrixFormTakesUpWhatTheQueryAsked() {
        assertThat(MatrixForm.choices("q%5B%5D%5Bpacticipant%5D=A%20b&q[][latest]=true&q[]pacticipant=B&q[]tag=x"))
                .containsExactly(new MatrixForm.Choice("A b", "latest", ""), new MatrixForm.Choice("B", "tag", "x"));
    }
}
