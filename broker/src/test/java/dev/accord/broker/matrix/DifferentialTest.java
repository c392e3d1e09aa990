package dev.accord.broker.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.LatestBy;
import dev.accord.broker.matrix.decision.Reason;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast path against the plain rules: all tiny worlds, and random lives of bigger ones. */
@QuarkusTest
class DifferentialTest {

    private static final int HISTORIES = 40;
    private static final int QUESTIONS = 25;

    @Inject
    Database database;

    @Inject
    Matrix matrix;

    static IntStream agreesOnRandomHistories() {
        return IntStream.range(0, HISTORIES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void agreesOnRandomHistories(int seed) {
        RandomWorld random = new RandomWorld(seed);
        World world = random.world();
        String prefix = WorldLoader.load(database, world);
        for (int i = 0; i < QUESTIONS; i++) {
            agree(world, prefix, random.query());
        }
    }

    /** One consumer of two versions, one provider of two versions, two contents: every combination of what can be known. */
    @Test
    void agreesOnEveryTinyWorld() {
        List<MatrixQuery> queries = List.of(
                deploy("C", "1", new Destination(false, null, "prod", false)),
                deploy("P", "2", new Destination(false, null, "prod", false)),
                new MatrixQuery(
                        List.of(Selector.version("C", "2"), Selector.every("P")),
                        List.of(),
                        Destination.NONE,
                        LatestBy.CVP,
                        null,
                        null));
        List<@Nullable Boolean> outcomes = new ArrayList<>(List.of(true, false));
        outcomes.add(null);
        for (String content : List.of("a", "b", "none")) {
            // results exist only for contents that were published
            List<String> contents = content.equals("b") ? List.of("a", "b") : List.of("a");
            for (int results = 0; results < (contents.size() == 1 ? 9 : 81); results++) {
                for (int deployed = 0; deployed < 4; deployed++) {
                    World world = tiny(content, contents, results, deployed, outcomes);
                    String prefix = WorldLoader.load(database, world);
                    queries.forEach(query -> agree(world, prefix, query));
                }
            }
        }
    }

    private static World tiny(
            String content, List<String> contents, int results, int deployed, List<@Nullable Boolean> outcomes) {
        World world = new World().environment("prod");
        world.version("C", "1");
        world.publish("C", "2", "P", "a").deploy("C", "2", "prod");
        if (!content.equals("none")) {
            world.publish("C", "1", "P", content);
        }
        world.version("P", "1");
        world.version("P", "2");
        int rest = results;
        for (String known : contents) {
            for (String version : List.of("1", "2")) {
                Boolean outcome = outcomes.get(rest % 3);
                rest /= 3;
                if (outcome != null) {
                    world.verifyContent("C", "P", known, version, outcome);
                }
            }
        }
        if ((deployed & 1) != 0) {
            world.deploy("P", "1", "prod", "eu");
        }
        if ((deployed & 2) != 0) {
            world.release("P", "2", "prod");
        }
        return world;
    }

    private static MatrixQuery deploy(String app, String version, Destination destination) {
        return MatrixQuery.deploy(Selector.version(app, version), List.of(), destination);
    }

    private void agree(World world, String prefix, MatrixQuery query) {
        ReferenceMatrix.Answer expected = ReferenceMatrix.answer(world, query);
        MatrixAnswer answer = matrix.answer(WorldLoader.rename(prefix, query));
        ReferenceMatrix.Answer actual = new ReferenceMatrix.Answer(
                deployable(answer.decision()),
                answer.decision().counts().success(),
                answer.decision().counts().failed(),
                answer.decision().counts().unknown(),
                answer.decision().counts().ignored(),
                rows(answer, prefix),
                reasons(answer.decision()));
        assertThat(actual).as("%s", query).isEqualTo(expected);
    }

    private static @Nullable Boolean deployable(Decision decision) {
        return switch (decision) {
            case Decision.Deployable yes -> true;
            case Decision.NotDeployable no -> false;
            case Decision.Undecided unknown -> null;
        };
    }

    private static List<String> rows(MatrixAnswer answer, String prefix) {
        return Stream.concat(
                        answer.rows().considered().stream().map(row -> text(row, prefix)),
                        answer.rows().ignored().stream().map(row -> text(row, prefix) + " ignored"))
                .toList();
    }

    private static String text(Row row, String prefix) {
        VersionRef version = row.outcome().providerVersion();
        return "%s@%s r%d %s@%s %s"
                .formatted(
                        row.consumer().substring(prefix.length()),
                        row.consumerVersion().number(),
                        row.pact().revision(),
                        row.provider().substring(prefix.length()),
                        version == null ? "-" : version.number(),
                        row.outcome().success());
    }

    private static List<String> reasons(Decision decision) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Reason reason : decision.reasons()) {
            switch (reason) {
                case Reason.VerificationFailed failed -> kinds.add("failed");
                case Reason.DocumentBreaks breaks -> kinds.add("failed");
                case Reason.SelfVerificationFailed failed -> kinds.add("failed");
                case Reason.SelfVerificationUnknown unknown -> {}
                default -> kinds.add(reason.getClass().getSimpleName());
            }
        }
        return List.copyOf(kinds);
    }
}
