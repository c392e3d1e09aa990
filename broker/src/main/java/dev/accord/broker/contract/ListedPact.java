package dev.accord.broker.contract;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.time.Instant;

/** A pact in a list: who published it when, without its content. */
record ListedPact(String consumer, String provider, String version, Instant createdAt) {

    static ListedPact of(Row row) throws SQLException {
        return new ListedPact(
                row.text("consumer"), row.text("provider"), row.text("version"), row.instant("created_at"));
    }

    String name() {
        return "Pact between " + consumer + " (" + version + ") and " + provider;
    }
}
