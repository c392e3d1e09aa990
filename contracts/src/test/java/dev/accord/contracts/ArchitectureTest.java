package dev.accord.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** What keeps the library pure, and why. */
@AnalyzeClasses(packages = "dev.accord.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "io.quarkus..", "io.vertx..", "org.hibernate..", "java.sql..", "javax.sql..")
            .because(
                    "the broker, a test and the command line must come to the same conclusion, each in its own surroundings");

    @ArchTest
    static final ArchRule noNetwork = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .callMethod("java.net.URL", "openStream")
            .orShould()
            .callMethod("java.net.URL", "openConnection")
            .because("a document is hostile until proven otherwise: it must not make us call somebody");

    @ArchTest
    static final ArchRule noClockAndNoChance = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callConstructor(Random.class)
            .because("the same documents must give the same answer tomorrow: answers are stored by content");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.accord.contracts.(*)..")
            .should()
            .beFreeOfCycles()
            .because("documents know nothing of what is concluded from them");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a library speaks through what it returns");

    @ArchTest
    static final ArchRule exceptionsSayWhatTheyAre = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .haveSimpleNameEndingWith("Exception")
            .allowEmptyShould(true)
            .because("the reader of a catch knows what is caught");

    @ArchTest
    static final ArchRule nullIsSaid = classes()
            .should(resideInANullMarkedPackage())
            .because("an absence that nobody declared is found by a user");

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no @NullMarked package-info.java"));
                }
            }
        };
    }
}
