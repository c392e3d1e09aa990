package dev.accord.verifier.cli;

import java.util.Locale;

/** The forms in which a report can be had. */
enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    JUNIT,
    SARIF;

    /** Returns the report in this form, ended by a line break. */
    String render(Report report, boolean colours) {
        return switch (this) {
            case TEXT -> new TextForm(colours).render(report);
            case JSON -> report.json().toPrettyString() + "\n";
            case MARKDOWN -> MarkdownForm.render(report);
            case JUNIT -> JunitForm.render(report);
            case SARIF -> SarifForm.render(report);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
