package dev.windrose.booking;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** How the code is laid out, see CONTRIBUTING. */
@AnalyzeClasses(packagesOf = BookingServiceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule insidesArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAssignableTo(Repository.class)
            .or()
            .resideInAnyPackage("..web..", "..jobs..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule featuresDontTurnInCircles =
            slices().matching("dev.windrose.booking.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainKnowsNoEdge = noClasses()
            .that()
            .resideInAPackage("dev.windrose.booking.booking")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web..", "..jobs..");

    @ArchTest
    static final ArchRule onlyItsOwnPackageCallsFlightService = noClasses()
            .that()
            .resideOutsideOfPackage("..flight..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web.client..");

    @ArchTest
    static final ArchRule noRemoteCallInsideATransaction = noClasses()
            .that()
            .haveSimpleNameEndingWith("Ledger")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("FlightClient");

    @ArchTest
    static final ArchRule transactionsAreOfLedgersAndQueries = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Ledger|Queries)");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule entitiesHaveVerbs = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");
}
