package dev.accord.verifier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accord.contracts.usage.InteractionUsage;
import dev.accord.contracts.usage.Usage;
import dev.accord.contracts.usage.UsageFact;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accord usage}: what a consumer needs of a provider, field by field. */
@Command(
        name = "usage",
        description = "Shows what pacts need of their providers: operations, parameters, and the fields that are read.")
final class UsageCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ORIGINS = 3;

    private enum UsageFormat {
        TEXT,
        JSON
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "PACT", arity = "1..*", description = "Pact files, or folders of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "Form of the output: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private UsageFormat format = UsageFormat.TEXT;

    UsageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Inputs.NamedPact> pacts = new Inputs(new Progress(terminal.err())).pacts(paths);
        PrintWriter out = terminal.out();
        if (format == UsageFormat.JSON) {
            out.print(json(pacts));
        } else {
            String separator = "";
            for (Inputs.NamedPact pact : pacts) {
                out.print(separator + text(pact));
                separator = "\n";
            }
        }
        out.flush();
        return ExitCode.FINE;
    }

    private static String text(Inputs.NamedPact named) {
        Usage usage = Usage.of(named.pact());
        StringBuilder text = new StringBuilder(named.pact().consumer() + " uses "
                + named.pact().provider() + ": "
                + Words.count(usage.interactions().size(), "interaction") + "  ("
                + named.file() + ")\n");
        Map<String, List<UsageFact>> byOperation = usage.facts().stream()
                .filter(fact -> !isUnknown(fact))
                .collect(Collectors.groupingBy(UsageFact::operation, LinkedHashMap::new, Collectors.toList()));
        byOperation.forEach((operation, facts) -> {
            text.append('\n').append(operation).append('\n');
            facts.forEach(fact -> text.append("  ").append(line(fact)).append('\n'));
        });
        usage.interactions().stream()
                .filter(interaction -> interaction.unknown() != null)
                .forEach(interaction -> text.append("\ncannot tell what \"")
                        .append(interaction.origin().description())
                        .append("\" needs: ")
                        .append(interaction.unknown())
                        .append('\n'));
        return text.toString();
    }

    /** Returns whether it only says that nothing is known of an interaction, which is told at the end. */
    private static boolean isUnknown(UsageFact fact) {
        return fact.strength().equals("opaque") && fact.part().equals("operation");
    }

    /** Says one need in a line: direction, place, what is accepted, and the interactions that it comes from. */
    private static String line(UsageFact fact) {
        List<String> place = new ArrayList<>();
        place.add(fact.direction().equals("request") ? "sends" : "reads");
        if (fact.status() != null) {
            place.add(fact.status());
        }
        if (fact.mediaType() != null) {
            place.add(fact.mediaType());
        }
        place.add(fact.part());
        if (!fact.location().isEmpty()) {
            place.add(fact.location());
        }
        String accepts = fact.accepts().isEmpty() ? "" : ": " + fact.accepts();
        return String.join(" ", place) + accepts + (fact.nullAccepted() ? " or null" : "") + " (" + fact.strength()
                + ", from " + origins(fact) + ")";
    }

    /** Names the first interactions only: a field of every answer would fill the page with them. */
    private static String origins(UsageFact fact) {
        List<String> all = fact.interactions().stream()
                .map(InteractionUsage.Origin::description)
                .distinct()
                .toList();
        String named = all.stream().limit(MOST_ORIGINS).collect(Collectors.joining("\", \"", "\"", "\""));
        return all.size() > MOST_ORIGINS ? named + " and " + (all.size() - MOST_ORIGINS) + " more" : named;
    }

    private static String json(List<Inputs.NamedPact> pacts) {
        ArrayNode list = JSON.createArrayNode();
        for (Inputs.NamedPact named : pacts) {
            Usage usage = Usage.of(named.pact());
            var json = list.addObject()
                    .put("file", named.file())
                    .put("consumer", named.pact().consumer())
                    .put("provider", named.pact().provider());
            json.set("needs", JSON.valueToTree(usage.facts()));
            try {
                json.set("usage", JSON.readTree(usage.toJson()));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("a usage is not JSON", impossible);
            }
        }
        return list.toPrettyString() + "\n";
    }
}
