package dev.windrose.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

/** How the service's code is laid out. */
@AnalyzeClasses(packages = "dev.windrose.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule edgesAreNobodysBusiness = classes()
            .that()
            .resideInAnyPackage("..web..", "..messaging..", "..jobs..")
            .should()
            .bePackagePrivate()
            .orShould()
            .haveSimpleName("package-info");

    @ArchTest
    static final ArchRule pluginsOfSpringArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Configuration.class)
            .or()
            .areAnnotatedWith(Repository.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule mailsKnowNothingOfTheirSending = noClasses()
            .that()
            .resideInAPackage("..mail")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..notification.notification..");

    @ArchTest
    static final ArchRule sendingIsForTheSenderAlone = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("SendNextMail")
            .and()
            .resideOutsideOfPackage("..mail")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("SmtpMailer");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.windrose.notification.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noFieldInjection = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Autowired");
}
