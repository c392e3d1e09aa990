package dev.accord.broker.startup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** A process that starts a server, commits a hundred rows one by one, says so, and waits to be killed. */
final class WriterForCrashes {

    private WriterForCrashes() {}

    public static void main(String... arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]));
        try (Connection connection = EmbeddedPostgresTest.connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (number int)");
            for (int number = 0; number < 100; number++) {
                statement.execute("insert into kept values (" + number + ")");
            }
        }
        System.out.println("committed " + server.process().pid());
        Thread.currentThread().join();
    }
}
