package dev.accord.broker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** Who may know whom in the broker, and why. */
@AnalyzeClasses(packages = "dev.accord.broker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** How a request comes in and an answer goes out: values, errors, HAL. These three know each other, as one layer. */
    private static final String[] GROUND = {"..broker.platform..", "..broker.problem..", "..broker.hal.."};

    private static final DescribedPredicate<JavaClass> FRAMEWORK = resideInAnyPackage(
                    "jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..", "javax.sql..")
            .as("a framework or the database");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles = slices().assignedFrom(features())
            .should()
            .beFreeOfCycles()
            .because("a feature must be understood, tested and changed with what it stands on, and no more");

    @ArchTest
    static final ArchRule theGroundKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage(GROUND)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.accord.broker..").and(DescribedPredicate.not(resideInAnyPackage(GROUND))))
            .because("what every feature stands on must not lean on one of them");

    @ArchTest
    static final ArchRule decisionsArePure = noClasses()
            .that()
            .resideInAPackage("..decision..")
            .should()
            .dependOnClassesThat(FRAMEWORK)
            .allowEmptyShould(true)
            .because("a decision that needs no database can be tested over all small worlds");

    @ArchTest
    static final ArchRule resourcesStayInTheirFeature = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .bePublic()
            .because("a resource answers HTTP and nobody else; what others need is a service");

    @ArchTest
    static final ArchRule resourcesKnowNoSql = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.accord.broker.platform.Database")
            .because("a resource reads the request and writes the answer; what it asks has a name of its own");

    @ArchTest
    static final ArchRule resourcesOpenNoTransaction = noMethods()
            .that()
            .areDeclaredInClassesThat(simpleNameEndingWith("Resource"))
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("one use case is one transaction, and use cases are services");

    @ArchTest
    static final ArchRule onlyThePlatformTalksToTheDriver = noClasses()
            .that()
            .resideOutsideOfPackages("..platform..", "..startup..")
            .and()
            .haveSimpleNameNotEndingWith("Queries")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource")
            .because("statements are counted, mapped and explained in one place");

    @ArchTest
    static final ArchRule timeAndChanceEnterInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("..platform..", "..startup..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test that cannot set the clock has to wait");

    @ArchTest
    static final ArchRule nullIsSaid = classes()
            .should(resideInANullMarkedPackage())
            .because("an absence that nobody declared is found by a user");

    @ArchTest
    static final ArchRule oneLog = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.logging.."))
            .because("one facade, so that the format and the request's id are the same everywhere");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .that()
            .resideOutsideOfPackage("..startup..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is printed beside the log has no level, no time and no request");

    @ArchTest
    static final ArchRule dependenciesAreGivenAtBirth = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("an object that exists is whole, also in a test without a container");

    @ArchTest
    static final ArchRule exceptionsSayWhatTheyAre = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .haveSimpleNameEndingWith("Exception")
            .because("the reader of a catch knows what is caught");

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .because("such a name is a place where anything can go; the field has a noun for it");

    @ArchTest
    static final ArchRule theStartIsForTheStart = noClasses()
            .that()
            .resideOutsideOfPackage("..startup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..startup..")
            .because("the running broker knows one way to its database, whoever started it");

    private static SliceAssignment features() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName().replace("dev.accord.broker", "");
                if (name.isEmpty()) {
                    return SliceIdentifier.ignore();
                }
                String feature = name.split("\\.")[1];
                return SliceIdentifier.of(
                        feature.equals("platform") || feature.equals("problem") || feature.equals("hal")
                                ? "ground"
                                : feature);
            }

            @Override
            public String getDescription() {
                return "features";
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean generated = type.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || type.getSimpleName().contains("_");
                if (!generated && !type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no @NullMarked package-info.java"));
                }
            }
        };
    }
}
