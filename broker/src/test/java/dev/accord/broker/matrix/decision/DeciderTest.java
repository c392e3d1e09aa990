package dev.accord.broker.matrix.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Decisions as values: a question and rows in, a decision with reasons out. */
class DeciderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Resolution> specified = new ArrayList<>();
    private final List<Resolution> inferred = new ArrayList<>();
    private final List<Resolution> ignored = new ArrayList<>();
    private final List<Integration> integrations = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean placeNamed = true;
    private Gate gate = Gate.NONE;

    @Nested
    class Yes {
        @Test
        void whenEveryRowIsSuccessful() {
            specified("C", 1);
            inferred("P", 2);
            required("C", "P");
            run("C", 1, "P", 2, true);

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
            assertThat(decide().reasons()).containsExactly(new Reason.AllSuccessful());
            assertThat(decide().counts()).isEqualTo(new Counts(1, 0, 0, null));
        }

        @Test
        void whenAProviderHasNoConsumerThere() {
            specified("P", 2);
            inferred.add(new Resolution.NoVersion(inEnvironment("C"), id("C")));
            optional("C", "P");

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
            assertThat(decide().reasons()).containsExactly(new Reason.NothingMissing());
        }

        @Test
        void whenWhatIsMissingIsIgnored() {
            specified("C", 1);
            inferred("P", 2);
            inferred.add(new Resolution.NoVersion(inEnvironment("Q"), id("Q")));
            required("C", "P");
            required("C", "Q");
            run("C", 1, "P", 2, true);
            unverified("C", 1, "Q");
            ignored.add(new Resolution.Every(Selector.every("Q"), id("Q")));

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
            assertThat(decide().counts()).isEqualTo(new Counts(1, 0, 0, 1));
        }

        @Test
        void whenTheFailingVersionIsIgnored() {
            specified("C", 1);
            specified("P", 2);
            required("C", "P");
            run("C", 1, "P", 2, false);
            ignored.add(found("P", 2));

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
            assertThat(decide().reasons()).containsExactly(new Reason.NothingMissing());
        }

        @Test
        void whenASpecifiedVersionThatDoesNotExistIsIgnored() {
            specified.add(new Resolution.NoVersion(Selector.version("C", "9"), id("C")));
            ignored.add(new Resolution.Every(Selector.every("C"), id("C")));

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
        }

        @Test
        void whenTheDocumentServesThePactAndTheProviderKeepsToIt() {
            specified("C", 1);
            inferred("P", 2);
            required("C", "P");
            compared("C", 1, "P", 2, true, true);

            assertThat(decide().reasons()).containsExactly(new Reason.AllSuccessful());
        }

        @Test
        void sayingSoWhenNothingIsKnownAboutTheProvidersOwnCheck() {
            specified("C", 1);
            inferred("P", 2);
            required("C", "P");
            compared("C", 1, "P", 2, true, null);

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
            assertThat(decide().reasons())
                    .containsExactly(
                            new Reason.SelfVerificationUnknown("P", new VersionRef(version("P", 2), "2")),
                            new Reason.AllSuccessful());
        }
    }

    @Nested
    class HeldAgainstWhatIsThere {
        @Test
        void whatBreaksByTheChangeRefusesThoughTheDocumentAloneWouldDo() {
            there(Baseline.Kind.COMPARED, List.of(finding("x", "$.total")), List.of());
            compared("C", 1, "P", 2, true, true);

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
            assertThat(decide().counts()).isEqualTo(new Counts(0, 1, 0, null));
            assertThat(text()).contains("$.total").contains("beside version 1");
        }

        @Test
        void whatWasSoBeforeIsToldAndLetThrough() {
            there(Baseline.Kind.COMPARED, List.of(), List.of(finding("x", "$.total")));
            compared("C", 1, "P", 2, false, true);

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
            assertThat(decide().counts()).isEqualTo(new Counts(1, 0, 0, null));
            assertThat(decide().reasons())
                    .hasExactlyElementsOfTypes(Reason.AlreadyBroken.class, Reason.NothingStandsAgainst.class);
        }

        @Test
        void aLiveVersionWithoutDocumentExcusesNothing() {
            there(Baseline.Kind.NO_DOCUMENT, List.of(), List.of());
            compared("C", 1, "P", 2, false, true);

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
        }

        /** During a rolling deploy one live version may have been broken while the other still serves the consumer. */
        @Test
        void whatOnlyOneOfTwoLiveVersionsLackedBeforeRefuses() {
            there(Baseline.Kind.COMPARED, List.of(), List.of(finding("x", "$.total")));
            Baseline serving = new Baseline(
                    new VersionRef(version("P", 3), "3"),
                    Baseline.Kind.COMPARED,
                    false,
                    List.of(),
                    List.of(),
                    List.of());
            gate = new Gate(
                    Map.of(
                            new Gate.Meeting(version("C", 1), version("P", 2)),
                            List.of(gate.baselines().values().iterator().next().getFirst(), serving)),
                    List.of(),
                    false,
                    List.of(),
                    List.of());
            compared("C", 1, "P", 2, false, true);

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
        }

        @Test
        void aWaiverOfEveryFindingLetsItThroughAndIsTold() {
            there(Baseline.Kind.COMPARED, List.of(finding("x", "$.total")), List.of());
            compared("C", 1, "P", 2, true, true);
            accept("x", "$.total");

            assertThat(decide()).isInstanceOf(Decision.Deployable.class);
            assertThat(decide().reasons())
                    .hasExactlyElementsOfTypes(Reason.FindingsAccepted.class, Reason.NothingStandsAgainst.class);
            assertThat(text()).contains("Ann").contains("until");
        }

        @Test
        void aWaiverOfAnotherPlaceDoesNothing() {
            there(Baseline.Kind.COMPARED, List.of(finding("x", "$.total")), List.of());
            compared("C", 1, "P", 2, true, true);
            accept("x", "$.other");

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
        }

        @Test
        void aDemandThatIsNotMetIsMissingOrFailed() {
            specified("P", 2);
            gate = new Gate(Map.of(), List.of(), false, List.of(new Lack("P", "2", false, "no coverage")), List.of());
            assertThat(decide()).isInstanceOf(Decision.Undecided.class);

            gate = new Gate(Map.of(), List.of(), false, List.of(new Lack("P", "2", true, "bad coverage")), List.of());
            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
            assertThat(text()).contains("bad coverage");
        }

        private void there(Baseline.Kind kind, List<Finding> introduced, List<Finding> already) {
            specified("P", 2);
            inferred("C", 1);
            optional("C", "P");
            Baseline baseline =
                    new Baseline(new VersionRef(version("P", 1), "1"), kind, false, introduced, List.of(), already);
            gate = new Gate(
                    Map.of(new Gate.Meeting(version("C", 1), version("P", 2)), List.of(baseline)),
                    List.of(),
                    false,
                    List.of(),
                    List.of());
        }

        private void accept(String code, String location) {
            Waiver waiver =
                    new Waiver(new UUID(0, 1), "C", "P", code, "GET /orders/{id}", location, "for now", "Ann", NOW);
            gate = new Gate(gate.baselines(), List.of(waiver), false, List.of(), List.of());
        }
    }

    @Nested
    class No {
        @Test
        void whenARowFailed() {
            specified("C", 1);
            inferred("P", 2);
            required("C", "P");
            run("C", 1, "P", 2, false);
            run("C", 1, "P", 3, true);

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
            assertThat(decide().reasons()).hasExactlyElementsOfTypes(Reason.VerificationFailed.class);
            assertThat(decide().counts()).isEqualTo(new Counts(1, 1, 0, null));
        }

        @Test
        void whenASpecifiedVersionDoesNotExistWhateverElseIsUnknown() {
            specified.add(new Resolution.NoVersion(Selector.version("P", "9"), id("P")));
            inferred("C", 1);
            optional("C", "P");
            unverified("C", 1, "P");

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
            assertThat(decide().reasons()).hasExactlyElementsOfTypes(Reason.VersionMissing.class);
            assertThat(decide().counts().unknown()).isEqualTo(1);
        }

        @Test
        void namingWhoBreaksWhereAndOnWhichField() {
            specified("P", 2);
            inferred("C", 1);
            optional("C", "P");
            compared("C", 1, "P", 2, false, true);

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
            assertThat(text())
                    .contains("version 2 of P")
                    .contains("version 1 of C")
                    .contains("Production")
                    .contains("GET /orders/{id}")
                    .contains("no property $.total");
        }

        @Test
        void whenTheProviderFailedItsOwnCheck() {
            specified("C", 1);
            inferred("P", 2);
            required("C", "P");
            compared("C", 1, "P", 2, true, false);

            assertThat(decide()).isInstanceOf(Decision.NotDeployable.class);
            assertThat(decide().reasons()).hasExactlyElementsOfTypes(Reason.SelfVerificationFailed.class);
        }
    }

    @Nested
    class Undecided {
        @Test
        void whenAPactIsNotVerified() {
            specified("C", 1);
            inferred("P", 2);
            required("C", "P");
            unverified("C", 1, "P");

            assertThat(decide()).isInstanceOf(Decision.Undecided.class);
            assertThat(text()).contains("version 1 of C").contains("P now in prod (2)");
        }

        @Test
        void whenARequiredIntegrationHasNoRow() {
            specified("C", 1);
            specified("P", 2);
            required("C", "P");

            assertThat(decide()).isInstanceOf(Decision.Undecided.class);
            assertThat(decide().reasons()).hasExactlyElementsOfTypes(Reason.NoVerifiedPact.class);
            assertThat(decide().counts().unknown()).isEqualTo(1);
        }

        @Test
        void evenWhenAnotherRowFailed() {
            specified("C", 1);
            inferred("P", 2);
            required("C", "P");
            run("C", 1, "P", 2, false);
            unverified("C", 1, "Q");

            assertThat(decide()).isInstanceOf(Decision.Undecided.class);
            assertThat(decide().reasons())
                    .hasExactlyElementsOfTypes(Reason.VerificationFailed.class, Reason.NeverVerified.class);
        }
    }

    @Nested
    class Warnings {
        @Test
        void comeFirst() {
            placeNamed = false;
            specified.add(new Resolution.Found(
                    new Selector("C", null, null, null, null, true, false),
                    id("C"),
                    new VersionRef(version("C", 1), "1"),
                    false));
            ignored.add(new Resolution.NoPacticipant(Selector.every("Nobody")));

            assertThat(decide().reasons())
                    .hasExactlyElementsOfTypes(
                            Reason.NothingToIgnore.class,
                            Reason.NoPlaceNamed.class,
                            Reason.NoVersionNamed.class,
                            Reason.NothingMissing.class);
        }

        @Test
        void doNotAskForAVersionWhereOneIsNamedOrOnlyApplicationsAre() {
            specified("C", 1);
            specified.add(new Resolution.Every(Selector.every("P"), id("P")));
            assertThat(decide().reasons()).doesNotHaveAnyElementsOfTypes(Reason.NoVersionNamed.class);

            specified.remove(0);
            assertThat(decide().reasons()).doesNotHaveAnyElementsOfTypes(Reason.NoVersionNamed.class);
        }

        @Test
        void doNotAskForAPlaceWhenSeveralVersionsAreSpecified() {
            placeNamed = false;
            specified("C", 1);
            specified("P", 2);

            assertThat(decide().reasons()).doesNotHaveAnyElementsOfTypes(Reason.NoPlaceNamed.class);
        }
    }

    @Test
    void everyReasonIsToldOnce() {
        specified.add(new Resolution.Every(Selector.every("C"), id("C")));
        specified.add(new Resolution.Every(Selector.every("P"), id("P")));
        required("C", "P");
        run("C", 1, "P", 2, false);
        rows.add(rows.getFirst());

        assertThat(decide().reasons()).hasSize(1);
        assertThat(decide().counts().failed()).isEqualTo(2);
    }

    // ---- the words

    private Decision decide() {
        Question question = new Question(specified, inferred, ignored, integrations, placeNamed);
        return Decider.decide(
                question, Rows.of(rows, null, null, ignored), Map.of(version("C", 1), List.of("Production")), gate);
    }

    private static Finding finding(String code, String field) {
        return new Finding(
                code,
                "GET /orders/{id}",
                "an order",
                field,
                field,
                "no property " + field,
                Finding.Source.UNKNOWN,
                null);
    }

    private String text() {
        return String.join("\n", decide().reasons().stream().map(ReasonText::of).toList());
    }

    private static long id(String name) {
        return name.charAt(0);
    }

    private static long version(String name, int number) {
        return id(name) * 1000 + number;
    }

    private static Resolution found(String name, int number) {
        return new Resolution.Found(
                Selector.version(name, "" + number),
                id(name),
                new VersionRef(version(name, number), "" + number),
                false);
    }

    private static Selector inEnvironment(String name) {
        return new Destination(false, null, "prod", false).of(name);
    }

    private void specified(String name, int number) {
        specified.add(found(name, number));
    }

    private void inferred(String name, int number) {
        inferred.add(new Resolution.Found(
                inEnvironment(name), id(name), new VersionRef(version(name, number), "" + number), false));
    }

    private void required(String consumer, String provider) {
        integrations.add(new Integration(id(consumer), consumer, id(provider), provider, true));
    }

    private void optional(String consumer, String provider) {
        integrations.add(new Integration(id(consumer), consumer, id(provider), provider, false));
    }

    private void run(String consumer, int cv, String provider, int pv, boolean passed) {
        row(consumer, cv, provider, new Outcome.Run(new VersionRef(version(provider, pv), "" + pv), 1, passed, NOW));
    }

    private void compared(
            String consumer, int cv, String provider, int pv, boolean fits, @Nullable Boolean selfVerified) {
        List<Finding> findings = fits ? List.of() : List.of(finding("x", "$.total"));
        row(
                consumer,
                cv,
                provider,
                new Outcome.Comparison(
                        new VersionRef(version(provider, pv), "" + pv), 1, fits, selfVerified, NOW, findings));
    }

    private void unverified(String consumer, int cv, String provider) {
        row(consumer, cv, provider, new Outcome.Unverified(List.of()));
    }

    private void row(String consumer, int cv, String provider, Outcome outcome) {
        rows.add(new Row(
                id(consumer),
                consumer,
                new VersionRef(version(consumer, cv), "" + cv),
                new PactRef(version(consumer, cv), 1, 1, "sha", NOW),
                id(provider),
                provider,
                outcome));
    }
}
