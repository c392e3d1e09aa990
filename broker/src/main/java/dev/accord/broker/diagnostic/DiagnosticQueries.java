package dev.accord.broker.diagnostic;

import dev.accord.broker.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the database whether it is there. */
@ApplicationScoped
class DiagnosticQueries {

    private final Database database;

    DiagnosticQueries(Database database) {
        this.database = database;
    }

    /**
     * Returns when the database answers.
     *
     * @throws dev.accord.broker.platform.DatabaseException when it does not
     */
    void answer() {
        database.list("select 1 as one", row -> row.number("one"));
    }
}
