package dev.accord.broker.matrix;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A situation and what is to be decided in it.
 *
 * @param path       what is asked; {@code ~} stands before each name of the world
 * @param deployable the decision; null stands for unknown
 * @param notices    types of the notices, in their order
 * @param success    rows that count as successful
 */
record Scenario(
        String name,
        World world,
        String path,
        @Nullable Boolean deployable,
        List<String> notices,
        int success,
        int failed,
        int unknown) {

    private static final List<String> GOOD = List.of("success");
    private static final List<String> BAD = List.of("error");
    private static final String PROD = "/can-i-deploy?pacticipant=~C&version=1&environment=~prod";
    private static final String PAIR =
            "/matrix?q[][pacticipant]=~C&q[][version]=1&q[][pacticipant]=~P&q[][version]=2&latestby=cvpv";
    private static final String C1_TO_LATEST = "/matrix?q[][pacticipant]=~C&q[][version]=1&latestby=cvp&latest=true";

    @Override
    public String toString() {
        return name;
    }

    /** The decision table of the API's description. */
    static Stream<Scenario> all() {
        return Stream.of(
                of("1 a successful pair", w -> verified(w, true), PAIR, true, GOOD, 1, 0, 0),
                of("2 a failed pair", w -> verified(w, false), PAIR, false, BAD, 0, 1, 0),
                of(
                        "3 never verified, no environment named",
                        w -> w.publish("C", "1", "P", "a"),
                        C1_TO_LATEST,
                        null,
                        List.of("warning", "error"),
                        0,
                        0,
                        1),
                of("4 the provider is not there", w -> verified(w, true).environment("prod"), PROD, null, BAD, 0, 0, 1),
                of(
                        "5 the consumer is not there",
                        w -> verified(w, true).environment("prod"),
                        "/can-i-deploy?pacticipant=~P&version=2&environment=~prod",
                        true,
                        GOOD,
                        0,
                        0,
                        0),
                of("6 one provider there, one not", Scenario::twoProviders, PROD, null, BAD, 1, 0, 1),
                of("7 the missing one is ignored", Scenario::twoProviders, PROD + "&ignore[]=~Q", true, GOOD, 1, 0, 0),
                of(
                        "8 two released versions, one failed",
                        w -> w.publish("C", "1", "P", "a")
                                .verify("C", "1", "P", "10", false)
                                .verify("C", "1", "P", "11", true)
                                .release("P", "10", "prod")
                                .release("P", "11", "prod"),
                        PROD,
                        false,
                        BAD,
                        1,
                        1,
                        0),
                of(
                        "9 only the current deployment counts",
                        w -> w.publish("C", "1", "P", "a")
                                .verify("C", "1", "P", "10", false)
                                .verify("C", "1", "P", "11", true)
                                .deploy("P", "10", "prod")
                                .deploy("P", "11", "prod"),
                        PROD,
                        true,
                        GOOD,
                        1,
                        0,
                        0),
                of(
                        "10 every instance counts",
                        w -> w.publish("C", "1", "P", "a")
                                .verify("C", "1", "P", "10", false)
                                .verify("C", "1", "P", "11", true)
                                .deploy("P", "10", "prod", "a")
                                .deploy("P", "11", "prod", "b"),
                        PROD,
                        false,
                        BAD,
                        1,
                        1,
                        0),
                of(
                        "11 a version that does not exist",
                        w -> verified(w, true),
                        "/matrix?q[][pacticipant]=~C&q[][version]=9&latestby=cvpv",
                        false,
                        List.of("warning", "error"),
                        0,
                        0,
                        0),
                of(
                        "12 an older version does not need the newer one's provider",
                        w -> verified(w, true)
                                .publish("C", "2", "P", "b")
                                .publish("C", "2", "Q", "a")
                                .tag("P", "2", "prod"),
                        "/can-i-deploy?pacticipant=~C&version=1&to=prod",
                        true,
                        GOOD,
                        1,
                        0,
                        0),
                of(
                        "13 the provider's own provider is missing",
                        w -> verified(w, true).publish("P", "2", "R", "a").environment("prod"),
                        "/can-i-deploy?pacticipant=~P&version=2&environment=~prod",
                        null,
                        BAD,
                        0,
                        0,
                        1),
                of(
                        "14 two that need each other, one direction unverified",
                        w -> w.publish("A", "1", "B", "a")
                                .publish("B", "1", "A", "a")
                                .verify("A", "1", "B", "1", true)
                                .verify("B", "1", "A", "0", true),
                        "/matrix?q[][pacticipant]=~A&q[][version]=1&q[][pacticipant]=~B&q[][version]=1&latestby=cvpv",
                        null,
                        BAD,
                        1,
                        0,
                        1),
                of(
                        "15 another consumer is inferred at the destination",
                        Scenario::tagged,
                        "/matrix?q[][pacticipant]=~Bar&q[][version]=2&q[][pacticipant]=~Foo&q[][tag]=prod"
                                + "&latestby=cvpv&latest=true&tag=prod",
                        null,
                        BAD,
                        2,
                        0,
                        1),
                of(
                        "16 without a destination it does not count",
                        Scenario::tagged,
                        "/matrix?q[][pacticipant]=~Bar&q[][version]=2&q[][pacticipant]=~Foo&q[][tag]=prod&latestby=cvpv",
                        true,
                        GOOD,
                        2,
                        0,
                        0),
                of(
                        "17 a provider that is not named does not count",
                        w -> verified(w, true).publish("C", "1", "Q", "a"),
                        PAIR,
                        true,
                        GOOD,
                        1,
                        0,
                        0),
                of(
                        "18 a new provider version without result",
                        w -> w.publish("C", "1", "P", "a")
                                .verify("C", "1", "P", "1", true)
                                .deploy("C", "1", "prod")
                                .branch("P", "2", "main"),
                        "/can-i-deploy?pacticipant=~P&version=2&environment=~prod",
                        null,
                        BAD,
                        0,
                        0,
                        1),
                of(
                        "19 ignoring nobody changes nothing",
                        w -> verified(w, true),
                        PAIR + "&ignore[][pacticipant]=~Nobody",
                        true,
                        List.of("warning", "success"),
                        1,
                        0,
                        0),
                of(
                        "20 the failing version is ignored",
                        w -> verified(w, false),
                        PAIR + "&ignore[][pacticipant]=~P&ignore[][version]=2",
                        true,
                        GOOD,
                        0,
                        0,
                        0),
                of(
                        "21 another version is ignored",
                        w -> verified(w, false),
                        PAIR + "&ignore[][pacticipant]=~P&ignore[][version]=99",
                        false,
                        List.of("warning", "error"),
                        0,
                        1,
                        0),
                of(
                        "22 no version number",
                        w -> verified(w, true).tag("C", "1", "dev").tag("P", "2", "prod"),
                        "/pacticipants/~C/latest-version/dev/can-i-deploy/to/prod",
                        true,
                        List.of("warning", "success"),
                        1,
                        0,
                        0),
                of(
                        "23 the same content is verified already",
                        w -> verified(w, true).publish("C", "2", "P", "a").deploy("P", "2", "prod"),
                        "/can-i-deploy?pacticipant=~C&version=2&environment=~prod",
                        true,
                        GOOD,
                        1,
                        0,
                        0),
                of(
                        "24 the newest result counts",
                        w -> verified(w, false).verify("C", "1", "P", "2", true),
                        PAIR,
                        true,
                        GOOD,
                        1,
                        0,
                        0),
                of(
                        "unknown weighs more than failed",
                        w -> verified(w, false).publish("C", "1", "Q", "a").deploy("P", "2", "prod"),
                        PROD,
                        null,
                        List.of("error", "error"),
                        0,
                        1,
                        1),
                of(
                        "a second current version without result adds no row",
                        w -> verified(w, true).deploy("P", "2", "prod", "a").deploy("P", "3", "prod", "b"),
                        PROD,
                        true,
                        GOOD,
                        1,
                        0,
                        0),
                of(
                        "a lone selector of several versions has no rows",
                        w -> verified(w, true)
                                .publish("C", "2", "P", "b")
                                .tag("C", "1", "t")
                                .tag("C", "2", "t"),
                        "/matrix?q[][pacticipant]=~C&q[][tag]=t&latestby=cvpv",
                        true,
                        List.of("warning", "success"),
                        0,
                        0,
                        0));
    }

    private static Scenario of(
            String name,
            UnaryOperator<World> story,
            String path,
            @Nullable Boolean deployable,
            List<String> notices,
            int success,
            int failed,
            int unknown) {
        return new Scenario(name, story.apply(new World()), path, deployable, notices, success, failed, unknown);
    }

    private static World verified(World world, boolean success) {
        return world.publish("C", "1", "P", "a").verify("C", "1", "P", "2", success);
    }

    private static World twoProviders(World world) {
        return verified(world, true).publish("C", "1", "Q", "a").deploy("P", "2", "prod");
    }

    private static World tagged(World world) {
        return world.publish("Foo", "1", "Bar", "a")
                .publish("Foo", "2", "Bar", "b")
                .publish("Cat", "20", "Bar", "a")
                .verify("Foo", "1", "Bar", "2", true)
                .verify("Foo", "2", "Bar", "2", true)
                .tag("Foo", "1", "prod")
                .tag("Foo", "2", "prod")
                .tag("Cat", "20", "prod");
    }
}
