package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.LatestBy;
import dev.accord.broker.matrix.decision.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A random life of a broker with five applications, and random questions about it; the same for the same seed. */
final class RandomWorld {

    private static final List<List<String>> PAIRS = List.of(
            List.of("A", "P"),
            List.of("A", "Q"),
            List.of("B", "P"),
            List.of("C", "Q"),
            List.of("P", "Q"),
            List.of("Q", "P"),
            List.of("A", "A"));
    private static final List<String> APPS = List.of("A", "B", "C", "P", "Q");
    private static final List<String> BRANCHES = List.of("main", "main", "feat/x");
    private static final List<String> TAGS = List.of("dev", "prod");
    private static final List<String> ENVIRONMENTS = List.of("prod", "prod", "test");
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4");

    private static final List<String> PLACES = List.of("$.total", "$.tax", "$.note");
    private static final List<String> VAGUE = List.of("$.vague");

    private final Random random;
    private final World world = new World();

    RandomWorld(int seed) {
        random = new Random(seed);
        APPS.forEach(app -> world.mainBranch(app, "main"));
        world.environment("prod").environment("test");
        int steps = 20 + random.nextInt(60);
        for (int i = 0; i < steps; i++) {
            step();
        }
        if (chance(60)) {
            documents();
        }
    }

    World world() {
        return world;
    }

    private void step() {
        String app = pick(APPS);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> publish(pick(PAIRS));
            case 3, 4, 5 -> verify();
            case 6 -> world.branch(app, number(), pick(BRANCHES));
            case 7 -> world.tag(app, number(), pick(TAGS));
            case 8 -> world.deploy(app, number(), pick(ENVIRONMENTS), chance(30) ? "eu" : null);
            default -> {
                if (chance(60)) {
                    world.release(app, number(), pick(ENVIRONMENTS));
                } else {
                    world.undeploy(app, pick(ENVIRONMENTS), null);
                }
            }
        }
    }

    private void publish(List<String> pair) {
        world.publish(pair.get(0), number(), pair.get(1), pick(List.of("a", "a", "b", "c")));
    }

    private void verify() {
        if (!world.publications.isEmpty()) {
            World.Publication pact = pick(world.publications);
            world.verifyContent(pact.consumer().app(), pact.provider(), pact.content(), number(), chance(70));
        }
    }

    /** Documents for some provider versions, compared with every content of the provider. */
    private void documents() {
        for (World.Version version : List.copyOf(world.versions)) {
            if (chance(50)) {
                String name = version.app() + "-" + pick(List.of("x", "y", "z"));
                world.document(version.app(), version.number(), name, pick(selfVerified()));
                for (World.Publication pact : world.publications) {
                    if (pact.provider().equals(version.app())) {
                        compare(pact, name);
                    }
                }
            }
        }
        while (chance(60)) {
            List<String> pair = pick(PAIRS);
            world.accept(pair.get(0), pair.get(1), pick(ENVIRONMENTS), pick(PLACES), chance(30));
        }
        if (chance(20)) {
            world.strict("prod");
        }
    }

    private void compare(World.Publication pact, String document) {
        Set<String> hard = places(30);
        boolean untold = hard.isEmpty() && chance(20);
        world.compare(
                pact.consumer().app(),
                pact.provider(),
                pact.content(),
                document,
                untold ? "cannot-tell" : hard.isEmpty() ? "compatible" : "incompatible",
                hard,
                places(25),
                places(10));
    }

    /** Weak and hard places never are the same, as in one document; vague ones are of another kind. */
    private Set<String> places(int percent) {
        Set<String> places = new TreeSet<>();
        for (String place : percent == 30 ? PLACES.subList(0, 2) : percent == 25 ? PLACES.subList(2, 3) : VAGUE) {
            if (chance(percent)) {
                places.add(place);
            }
        }
        return places;
    }

    private static List<@Nullable Boolean> selfVerified() {
        List<@Nullable Boolean> values = new ArrayList<>(List.of(true, true, false));
        values.add(null);
        return values;
    }

    MatrixQuery query() {
        List<Selector> selectors = new ArrayList<>();
        int count = chance(60) ? 1 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            selectors.add(selector());
        }
        List<Selector> ignored = new ArrayList<>();
        while (chance(20)) {
            ignored.add(chance(10) ? Selector.every("Nobody") : selector());
        }
        LatestBy latestBy = chance(10) ? null : pick(List.of(LatestBy.values()));
        return new MatrixQuery(selectors, ignored, destination(), latestBy, successes(), null);
    }

    /** May this version go to that environment? The question that pipelines ask. */
    MatrixQuery gate() {
        Selector selector = Selector.version(pick(APPS), number());
        List<Selector> ignored = chance(10) ? List.of(selector()) : List.of();
        return MatrixQuery.deploy(selector, ignored, new Destination(false, null, pick(ENVIRONMENTS), false));
    }

    private Selector selector() {
        String app = pick(APPS);
        return switch (random.nextInt(9)) {
            case 0 -> Selector.every(app);
            case 1 -> new Selector(app, null, null, null, null, true, false);
            case 2 -> new Selector(app, null, pick(BRANCHES), null, null, chance(70), false);
            case 3 -> new Selector(app, null, null, pick(TAGS), null, chance(70), false);
            case 4 -> new Selector(app, null, null, null, pick(ENVIRONMENTS), chance(20), false);
            case 5 -> new Selector(app, null, null, null, null, chance(70), true);
            case 6 ->
                new Selector(
                        app,
                        chance(50) ? number() : null,
                        chance(50) ? "main" : null,
                        chance(50) ? "dev" : null,
                        chance(50) ? "prod" : null,
                        false,
                        chance(50));
            default -> Selector.version(app, chance(90) ? number() : "99");
        };
    }

    private Destination destination() {
        return switch (random.nextInt(8)) {
            case 0 -> new Destination(true, null, null, false);
            case 1 -> new Destination(true, pick(TAGS), null, false);
            case 2 -> new Destination(false, pick(TAGS), null, false);
            case 3 -> new Destination(chance(50), null, null, true);
            case 4, 5 -> new Destination(false, null, pick(ENVIRONMENTS), false);
            default -> Destination.NONE;
        };
    }

    private @Nullable Set<@Nullable Boolean> successes() {
        if (chance(90)) {
            return null;
        }
        Set<@Nullable Boolean> wanted = new HashSet<>();
        wanted.add(pick(List.of(true, false)));
        if (chance(50)) {
            wanted.add(null);
        }
        return wanted;
    }

    private String number() {
        return pick(NUMBERS);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T extends @Nullable Object> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
