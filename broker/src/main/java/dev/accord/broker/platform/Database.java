package dev.accord.broker.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL text against PostgreSQL and maps rows to values. Statements take part in the transaction of the calling
 * service method ({@code @Transactional}); without one each statement is a transaction of its own.
 *
 * <p>Parameters are positional ({@code ?}) and may be {@code String}, {@code Long}, {@code Integer}, {@code Boolean},
 * {@code Instant}, {@code UUID}, {@code null}, or a collection of longs or strings, which becomes an SQL array
 * ({@code = any(?)}). JSON goes as text with a cast ({@code cast(? as jsonb)}). Thread-safe. Every statement is counted
 * ({@link #statements()}), so that tests can assert how many a request costs.
 */
@ApplicationScoped
public class Database {

    private final DataSource dataSource;
    private final LongAdder statements = new LongAdder();
    private final ThreadLocal<Connection> snapshot = new ThreadLocal<>();
    private final ThreadLocal<Boolean> aside = ThreadLocal.withInitial(() -> false);

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Turns the current row into a value; never asks for the next row itself. */
    @FunctionalInterface
    public interface RowMapper<T extends @Nullable Object> {
        /**
         * Maps one row.
         *
         * @throws SQLException when a column is missing or of another type
         */
        T map(Row row) throws SQLException;
    }

    /** All rows of a query, in its order; empty when there are none. */
    public <T extends @Nullable Object> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet results = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(results);
                while (results.next()) {
                    rows.add(mapper.map(row));
                }
                return rows;
            }
        });
    }

    /** The first row of a query, or empty when it has none. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        List<T> rows = list(sql, mapper, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /**
     * The only row of a query that always has one, such as a count or an insert with {@code returning}.
     *
     * @throws IllegalStateException when the query has no row
     */
    public <T> T one(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return first(sql, mapper, parameters).orElseThrow(() -> new IllegalStateException("no row from: " + sql));
    }

    /** Executes an insert, update or delete and tells how many rows it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /**
     * Runs several reads on one connection and one repeatable-read snapshot, so that they agree with each other
     * whatever is written meanwhile. Costs one round trip more than the reads themselves. Must not contain writes.
     */
    public <T> T consistently(Supplier<T> reads) {
        if (snapshot.get() != null) {
            return reads.get();
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read, read only");
            }
            snapshot.set(connection);
            try {
                T answer = reads.get();
                connection.commit();
                return answer;
            } finally {
                snapshot.remove();
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("a consistent read failed", e);
        }
    }

    /** Runs work that belongs to no request: its statements are not counted. */
    public void aside(Runnable work) {
        aside.set(true);
        try {
            work.run();
        } finally {
            aside.remove();
        }
    }

    /** How many statements requests have run since the start of the process; work {@link #aside} is not counted. */
    public long statements() {
        return statements.sum();
    }

    private <T extends @Nullable Object> T run(String sql, @Nullable Object[] parameters, Execution<T> execution) {
        if (!aside.get()) {
            statements.increment();
        }
        Connection shared = snapshot.get();
        try {
            if (shared != null) {
                return execute(shared, sql, parameters, execution);
            }
            try (Connection connection = dataSource.getConnection()) {
                return execute(connection, sql, parameters, execution);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e.getMessage() + " in: " + sql, e);
        }
    }

    private static <T extends @Nullable Object> T execute(
            Connection connection, String sql, @Nullable Object[] parameters, Execution<T> execution)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            return execution.on(statement);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            // An empty array has no element to tell its type by; the server takes it from where it stands.
            case Collection<?> values when values.isEmpty() -> statement.setObject(index, "{}", Types.OTHER);
            case Collection<?> values -> statement.setArray(index, array(connection, values));
            case UUID uuid -> statement.setObject(index, uuid);
            case null -> statement.setObject(index, null);
            default -> statement.setObject(index, value);
        }
    }

    private static java.sql.Array array(Connection connection, Collection<?> values) throws SQLException {
        boolean strings = values.stream().anyMatch(String.class::isInstance);
        return connection.createArrayOf(strings ? "text" : "bigint", values.toArray());
    }

    @FunctionalInterface
    private interface Execution<T extends @Nullable Object> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
