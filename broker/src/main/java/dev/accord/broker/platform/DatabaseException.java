package dev.accord.broker.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** A statement failed. Carries the SQL state, and the constraint where one was violated, so that races can be told. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String sqlState;

    @SuppressWarnings("serial")
    private final @Nullable String constraint;

    DatabaseException(String message, SQLException cause) {
        super(message, cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
        this.constraint = cause instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? sql.getServerErrorMessage().getConstraint()
                : null;
    }

    /** Whether the named unique constraint or index refused the row. */
    public boolean violates(String name) {
        return "23505".equals(sqlState) && name.equals(constraint);
    }

    /** Whether the database refused a value that it cannot hold: text with a zero byte, a name too long for an index. */
    public boolean refusesValue() {
        return sqlState.startsWith("22") || sqlState.startsWith("54");
    }

    /** Whether a row that this one refers to was removed by another transaction meanwhile. */
    public boolean lostItsParent() {
        return "23503".equals(sqlState);
    }
}
