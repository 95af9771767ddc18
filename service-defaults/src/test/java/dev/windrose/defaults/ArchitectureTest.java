package dev.windrose.defaults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** This module is plumbing: it knows no airline and no service. */
@AnalyzeClasses(packages = "dev.windrose.defaults", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.windrose.flight..",
                    "dev.windrose.booking..",
                    "dev.windrose.gateway..",
                    "dev.windrose.notification..");

    @ArchTest
    static final ArchRule noAirlineWord =
            noClasses().should().haveNameMatching(".*(Flight|Booking|Seat|Passenger|Airport|Fare|Cabin|Ticket).*");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.windrose.defaults.(*)..").should().beFreeOfCycles();
}
