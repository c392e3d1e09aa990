package dev.accord.broker.matrix;

import dev.accord.broker.matrix.NestedQuery.Element;
import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@link MatrixQuery} from the query string of {@code /can-i-deploy}, whose mistakes are told by field. */
@ApplicationScoped
class CanIDeployQueries {

    private static final int MOST_IGNORED = 500;

    private final Database database;

    CanIDeployQueries(Database database) {
        this.database = database;
    }

    /**
     * Reads the question. No statement; that the names exist is checked while it is answered.
     *
     * @throws dev.accord.broker.problem.ProblemException 400 with the fields that are missing or do not fit together
     */
    MatrixQuery read(NestedQuery query) {
        Optional<String> pacticipant = query.value("pacticipant");
        Optional<String> version = query.value("version");
        Optional<String> to = query.value("to");
        Optional<String> environment = query.value("environment");
        if (pacticipant.isEmpty() || version.isEmpty() || to.isPresent() == environment.isPresent()) {
            throw refuse(query);
        }
        Destination destination = new Destination(to.isPresent(), to.orElse(null), environment.orElse(null), false);
        return MatrixQuery.deploy(Selector.version(pacticipant.get(), version.get()), ignored(query), destination);
    }

    /** Everything that is wrong with a query, the names that do not exist included. One statement. */
    dev.accord.broker.problem.ProblemException refuse(NestedQuery query) {
        Problems problems = new Problems();
        Optional<String> pacticipant = query.value("pacticipant");
        Optional<String> environment = query.value("environment");
        if (pacticipant.isEmpty()) {
            problems.add("pacticipant", "is missing");
        }
        if (query.value("version").isEmpty()) {
            problems.add("version", "is missing");
        }
        Known known = known(pacticipant.orElse(""), environment.orElse(""));
        if (pacticipant.isPresent() && !known.pacticipant()) {
            problems.add("pacticipant", "does not match an existing pacticipant");
        }
        if (environment.isPresent() && !known.environment()) {
            problems.add("environment", "with name '" + environment.get() + "' does not exist");
        }
        boolean to = query.value("to").isPresent();
        if (to && environment.isPresent()) {
            problems.add("", "A 'to' tag and an environment cannot both be specified");
        } else if (!to && environment.isEmpty()) {
            problems.add("", "Either an environment or a 'to' tag must be specified");
        }
        if (query.list("ignore").size() > MOST_IGNORED) {
            problems.add("ignore", "size cannot be greater than " + MOST_IGNORED);
        }
        return new dev.accord.broker.problem.ProblemException(
                new dev.accord.broker.problem.Problem.Invalid(400, problems.errors(), false));
    }

    private record Known(boolean pacticipant, boolean environment) {}

    private Known known(String pacticipant, String environment) {
        return database.one(
                """
                select exists (select 1 from pacticipant where workspace_id = ? and name = ?) as pacticipant,
                       exists (select 1 from environment where workspace_id = ? and name = ?) as environment""",
                row -> new Known(row.flag("pacticipant"), row.flag("environment")),
                Workspace.DEFAULT,
                pacticipant,
                Workspace.DEFAULT,
                environment);
    }

    /** {@code ignore[]=Name} or {@code ignore[][pacticipant]=Name&ignore[][version]=1}; what names nobody is left out. */
    private List<Selector> ignored(NestedQuery query) {
        List<Selector> ignored = new ArrayList<>();
        if (query.list("ignore").size() > MOST_IGNORED) {
            throw refuse(query);
        }
        for (Element element : query.list("ignore")) {
            switch (element) {
                case Element.Text text when !text.value().isEmpty() -> ignored.add(Selector.every(text.value()));
                case Element.Text blank -> {}
                case Element.Fields fields -> {
                    String name = fields.values().getOrDefault("pacticipant", "");
                    String version = fields.values().getOrDefault("version", "");
                    if (!name.isEmpty()) {
                        ignored.add(version.isEmpty() ? Selector.every(name) : Selector.version(name, version));
                    }
                }
            }
        }
        return ignored;
    }
}
