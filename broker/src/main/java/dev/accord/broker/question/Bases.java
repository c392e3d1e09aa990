package dev.accord.broker.question;

import dev.accord.broker.hal.Call;
import dev.accord.broker.openapi.ProviderContract;
import dev.accord.broker.openapi.ProviderContracts;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the document that a question is about: of a version, of the head of a branch, of what is newest in an environment;
 * of the main branch where nothing is said. One statement, two where the main branch has no document.
 */
@ApplicationScoped
class Bases {

    private final ProviderContracts contracts;
    private final Call call;

    Bases(ProviderContracts contracts, Call call) {
        this.contracts = contracts;
        this.call = call;
    }

    /**
     * Reads the parameters {@code version}, {@code branch}, {@code environment}, each with a prefix, of which one may be
     * given; a blank one counts as none.
     *
     * @throws ProblemException 400 where more than one is given, 404 where it leads to no document
     */
    ProviderContract find(Pacticipant provider, String prefix) {
        Optional<String> version = parameter(prefix, "version");
        Optional<String> branch = parameter(prefix, "branch");
        Optional<String> environment = parameter(prefix, "environment");
        List<String> given = new ArrayList<>();
        version.ifPresent(value -> given.add(name(prefix, "version")));
        branch.ifPresent(value -> given.add(name(prefix, "branch")));
        environment.ifPresent(value -> given.add(name(prefix, "environment")));
        Problems problems = new Problems();
        if (given.size() > 1) {
            problems.add(given.get(1), "cannot be combined with " + given.getFirst());
        }
        problems.throwIfAny();
        Optional<ProviderContract> found = version.isPresent()
                ? contracts.find(provider, version.get())
                : branch.isPresent()
                        ? contracts.latestOnBranch(provider, branch.get())
                        : environment.isPresent()
                                ? contracts.inEnvironment(provider, environment.get()).stream()
                                        .findFirst()
                                : contracts.ofMainBranch(provider);
        return found.orElseThrow(
                () -> ProblemException.notFound("No OpenAPI document of " + provider.name() + " was found"
                        + version.map(value -> " for version " + value).orElse("")
                        + branch.map(value -> " on branch " + value).orElse("")
                        + environment.map(value -> " in environment " + value).orElse("")));
    }

    private Optional<String> parameter(String prefix, String name) {
        return call.parameter(name(prefix, name));
    }

    private static String name(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
