package dev.accord.broker.platform;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read by column label. Times are instants; SQL null is null only where the name says so. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /** A number that is not null. */
    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    /** A number, or null. */
    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = results.getLong(column);
        return results.wasNull() ? null : value;
    }

    /** A number in the range of an int that is not null. */
    public int integer(String column) throws SQLException {
        return results.getInt(column);
    }

    /** A decimal number, or null. */
    public @Nullable BigDecimal decimalOrNull(String column) throws SQLException {
        return results.getBigDecimal(column);
    }

    /** A text that is not null. */
    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    /** A text, or null. */
    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    /** A truth value that is not null. */
    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    /** A truth value, or null. */
    public @Nullable Boolean flagOrNull(String column) throws SQLException {
        boolean value = results.getBoolean(column);
        return results.wasNull() ? null : value;
    }

    /** A moment that is not null. */
    public Instant instant(String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment, or null. */
    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime value = results.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** A UUID that is not null. */
    public UUID uuid(String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    /** The elements of a text array; empty for null. */
    public List<String> texts(String column) throws SQLException {
        var array = results.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** The elements of a bigint array; empty for null. */
    public List<Long> numbers(String column) throws SQLException {
        var array = results.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
