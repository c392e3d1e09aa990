/**
 * What happens before the broker exists: finding its database and starting the process.
 *
 * <p>{@link dev.accord.broker.startup.Main} reads the {@linkplain dev.accord.broker.startup.DatabaseSettings database
 * settings}; when none name a server it starts an {@linkplain dev.accord.broker.startup.EmbeddedPostgres embedded
 * PostgreSQL} on the data folder. Both end as plain Quarkus properties, so that the rest of the broker knows one way to
 * reach its database. Nothing here is injected: no bean exists yet.
 *
 * <p>Invariants: one process per data folder; data of another major version of PostgreSQL are never opened; whatever was
 * acknowledged is there after a crash, and the next start needs no hand.
 */
@NullMarked
package dev.accord.broker.startup;

import org.jspecify.annotations.NullMarked;
