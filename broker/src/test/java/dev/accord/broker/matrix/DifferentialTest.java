package dev.accord.broker.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.matrix.decision.Baseline;
import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.Gate;
import dev.accord.broker.matrix.decision.LatestBy;
import dev.accord.broker.matrix.decision.Reason;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.matrix.decision.Standings;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The fast path against the plain rules: all tiny worlds, and random lives of bigger ones. */
@QuarkusTest
class DifferentialTest {

    private static final int HISTORIES = 700;
    private static final int QUESTIONS = 6;
    private static final AtomicInteger COMPARED = new AtomicInteger();
    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final Map<String, Integer> CAUGHT = new TreeMap<>();

    @Inject
    Database database;

    @Inject
    Matrix matrix;

    @AfterAll
    static void tellsHowMuchWasCompared() {
        System.out.printf(
                "reference decision: %d histories, %d answers compared, no difference; planted mistakes seen: %s%n",
                WORLDS.get(), COMPARED.get(), CAUGHT);
    }

    @Test
    void agreesOnRandomHistories() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            RandomWorld random = new RandomWorld(seed);
            World world = random.world();
            String prefix = load(world);
            for (int i = 0; i < QUESTIONS; i++) {
                agree(world, prefix, i % 2 == 0 ? random.query() : random.gate(), "seed " + seed);
            }
        }
    }

    /**
     * A consumer that is there or on a branch, up to two live versions of its provider, a third one that is to go there: every
     * combination of what the documents break, what a run proved and what was accepted.
     */
    @Test
    void agreesOnEveryTinyGateAndSeesPlantedMistakes() {
        MatrixQuery query = deploy("P", "3", new Destination(false, null, "prod", false));
        for (String first : List.of("absent", "bare", "", "h", "w")) {
            for (String second : List.of("absent", "bare", "", "h", "w")) {
                for (String next : List.of("", "h", "w", "hw", "?", "?w")) {
                    for (int rest = 0; rest < 12; rest++) {
                        World world = gate(first, second, next, rest % 2 == 0, rest / 2 % 3, rest / 6 == 0);
                        agree(world, load(world), query, first + "|" + second + "|" + next + "|" + rest);
                    }
                }
            }
        }
        assertThat(CAUGHT.keySet())
                .containsExactlyInAnyOrder(
                        "only the newest live version counts",
                        "a document counts although a run proved otherwise",
                        "a weaker promise counts for nothing",
                        "what fits no worse than before refuses",
                        "acceptances count for nothing");
    }

    private static World gate(String first, String second, String next, boolean proven, int accepted, boolean isThere) {
        World world = new World().environment("prod").mainBranch("C", "main");
        world.publish("C", "1", "P", "a").branch("C", "1", "main");
        if (isThere) {
            world.deploy("C", "1", "prod");
        }
        live(world, "1", first, "eu");
        live(world, "2", second, "us");
        document(world, "3", next);
        if (proven && !first.equals("absent")) {
            world.verifyContent("C", "P", "a", "1", true);
        }
        if (accepted > 0) {
            world.accept("C", "P", "prod", "$.h", accepted == 2);
            world.accept("C", "P", "prod", "$.w", accepted == 2);
        }
        return world;
    }

    private static void live(World world, String number, String document, String instance) {
        if (!document.equals("absent")) {
            world.version("P", number);
            world.deploy("P", number, "prod", instance);
            if (!document.equals("bare")) {
                document(world, number, document);
            }
        }
    }

    /** A document named by what it breaks; the same letters are the same document. */
    private static void document(World world, String number, String breaks) {
        Set<String> hard = breaks.contains("h") ? Set.of("$.h") : Set.of();
        Set<String> weak = breaks.contains("w") ? Set.of("$.w") : Set.of();
        String verdict = !hard.isEmpty() ? "incompatible" : breaks.contains("?") ? "cannot-tell" : "compatible";
        world.document("P", number, "d" + breaks, true);
        world.compare("C", "P", "a", "d" + breaks, verdict, hard, weak, Set.of());
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
                    String prefix = load(world);
                    queries.forEach(query -> agree(world, prefix, query, "tiny"));
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

    private String load(World world) {
        WORLDS.incrementAndGet();
        return WorldLoader.load(database, world);
    }

    private void agree(World world, String prefix, MatrixQuery query, String about) {
        COMPARED.incrementAndGet();
        ReferenceMatrix.Answer expected = ReferenceMatrix.answer(world, query);
        MatrixAnswer answer = matrix.answer(WorldLoader.rename(prefix, query));
        ReferenceMatrix.Answer actual = new ReferenceMatrix.Answer(
                deployable(answer.decision()),
                answer.decision().counts().success(),
                answer.decision().counts().failed(),
                answer.decision().counts().unknown(),
                answer.decision().counts().ignored(),
                rows(answer, prefix),
                reasons(answer.decision()),
                elsewhere(answer, prefix));
        assertThat(actual).as("%s: %s", about, query).isEqualTo(expected);
        mistakes().forEach((name, mistake) -> {
            if (failures(answer, mistake) != expected.failed()) {
                CAUGHT.merge(name, 1, Integer::sum);
            }
        });
    }

    /** Mistakes in what the fast path gathers, each of which the comparison has to notice. */
    private static Map<String, UnaryOperator<Gate>> mistakes() {
        return Map.of(
                "only the newest live version counts",
                        gate -> each(gate, list -> list.stream().limit(1).toList()),
                "a document counts although a run proved otherwise",
                        gate -> each(
                                gate,
                                list -> list.stream()
                                        .map(b -> new Baseline(
                                                b.version(), b.kind(), false, b.introduced(), b.doubts(), b.already()))
                                        .toList()),
                "a weaker promise counts for nothing",
                        gate -> each(
                                gate,
                                list -> list.stream()
                                        .map(b -> new Baseline(
                                                b.version(),
                                                b.kind(),
                                                b.runPassed(),
                                                List.of(),
                                                b.doubts(),
                                                b.already()))
                                        .toList()),
                "what fits no worse than before refuses", gate -> each(gate, list -> List.of()),
                "acceptances count for nothing",
                        gate -> new Gate(
                                gate.baselines(), List.of(), gate.doubtsBlock(), gate.lacks(), gate.elsewhere()));
    }

    private static Gate each(Gate gate, UnaryOperator<List<Baseline>> change) {
        Map<Gate.Meeting, List<Baseline>> changed = new HashMap<>();
        gate.baselines().forEach((meeting, list) -> changed.put(meeting, change.apply(list)));
        return new Gate(changed, gate.waivers(), gate.doubtsBlock(), gate.lacks(), gate.elsewhere());
    }

    private static int failures(MatrixAnswer answer, UnaryOperator<Gate> mistake) {
        Gate gate = mistake.apply(answer.gate().gate());
        return (int) answer.rows().considered().stream()
                .filter(row -> Standings.of(row, gate).refuses())
                .count();
    }

    private static List<String> elsewhere(MatrixAnswer answer, String prefix) {
        return answer.gate().gate().elsewhere().stream()
                .map(consumer -> consumer.consumer().substring(prefix.length()) + "@"
                        + consumer.consumerVersion().number() + " by "
                        + consumer.providerVersion().number())
                .distinct()
                .sorted()
                .toList();
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
        Set<String> kinds = new TreeSet<>();
        for (Reason reason : decision.reasons()) {
            switch (reason) {
                case Reason.VerificationFailed failed -> kinds.add("failed");
                case Reason.DocumentBreaks breaks -> kinds.add("failed");
                case Reason.SelfVerificationFailed failed -> kinds.add("failed");
                case Reason.SelfVerificationUnknown unknown -> {}
                case Reason.MoreElsewhere more -> {}
                default -> kinds.add(reason.getClass().getSimpleName());
            }
        }
        return List.copyOf(kinds);
    }
}
