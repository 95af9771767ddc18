package dev.windrose.flight;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.HttpExchange;

/** The layers: features touch each other only through their roots, edges stay at the edge, a transaction holds nobody up. */
@AnalyzeClasses(packages = "dev.windrose.flight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> HTTP_CLIENTS = describe(
            "HTTP clients", type -> type.isAnnotatedWith(HttpExchange.class) || type.isAssignableTo(RestClient.class));
    private static final DescribedPredicate<JavaClass> TRANSACTIONAL = describe(
            "transactional",
            type -> type.isAnnotatedWith(Transactional.class)
                    || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class))
                    || type.getAllFields().stream()
                            .anyMatch(field -> field.getRawType().isAssignableTo(TransactionOperations.class)));

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching("dev.windrose.flight.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule edgesAreTheirOwn = classes()
            .that()
            .resideInAPackage("..web..")
            .should()
            .notBePublic()
            .because("nobody but the framework calls them");

    @ArchTest
    static final ArchRule controllersLiveInWeb = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAPackage("..web..")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule controllersAskUseCasesNotTheDatabase = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(TransactionOperations.class);

    @ArchTest
    static final ArchRule noTransactionAtTheEdge = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..web..")
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule storesArePackagePrivate = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .or()
            .haveSimpleNameEndingWith("Table")
            .or()
            .areAnnotatedWith(Repository.class)
            .or()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule noHttpCallInATransaction =
            noClasses().that(TRANSACTIONAL).should().dependOnClassesThat(HTTP_CLIENTS);
}
