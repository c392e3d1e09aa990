package dev.accord.broker.policy;

import dev.accord.broker.platform.Row;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a build found out about a version.
 *
 * @param name         of the check, such as {@code coverage}
 * @param value        what was measured, or null
 * @param unit         of value and budget, such as {@code ms}, or null
 * @param budget       the bound that the value is held against, or null
 * @param better       which direction is better, or null when there is no budget
 * @param url          where to read more, or null
 * @param artefactHash of what was checked, or null
 */
public record VersionCheck(
        String name,
        Verdict verdict,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable BigDecimal budget,
        @Nullable Better better,
        @Nullable String url,
        @Nullable String artefactHash,
        Instant createdAt) {

    /** The outcome of a check. */
    public enum Verdict {
        /** What was asked for holds. */
        PASSED,
        /** It does not hold. */
        FAILED,
        /** The build could not tell. */
        UNKNOWN;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which values keep within a budget. */
    public enum Better {
        /** The value may not exceed the budget. */
        LOWER,
        /** The value may not fall below the budget. */
        HIGHER;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        Verdict judge(BigDecimal value, BigDecimal budget) {
            int order = value.compareTo(budget);
            return (this == LOWER ? order <= 0 : order >= 0) ? Verdict.PASSED : Verdict.FAILED;
        }
    }

    static VersionCheck of(Row row) throws SQLException {
        String better = row.textOrNull("better");
        return new VersionCheck(
                row.text("name"),
                Verdict.valueOf(row.text("verdict").toUpperCase(Locale.ROOT)),
                row.decimalOrNull("value"),
                row.textOrNull("unit"),
                row.decimalOrNull("budget"),
                better == null ? null : Better.valueOf(better.toUpperCase(Locale.ROOT)),
                row.textOrNull("url"),
                row.textOrNull("artefact_hash"),
                row.instant("created_at"));
    }
}
