package dev.multisite;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** One direction of dependency between the packages, and third-party libraries only where they are meant to be known. */
@AnalyzeClasses(packages = "dev.multisite", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.multisite.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsKnowOnlyThoseBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.multisite..")
            .withOptionalLayers(true)
            .layer("vocabulary")
            .definedBy("dev.multisite.units..", "dev.multisite.geo..", "dev.multisite.catalogue..")
            .layer("scenario")
            .definedBy("dev.multisite.scenario..")
            .layer("regulation")
            .definedBy("dev.multisite.regulation..")
            .layer("engine")
            .definedBy(
                    "dev.multisite.random..",
                    "dev.multisite.statistics..",
                    "dev.multisite.world..",
                    "dev.multisite.network..",
                    "dev.multisite.demand..",
                    "dev.multisite.calendar..",
                    "dev.multisite.cost..",
                    "dev.multisite.requests..",
                    "dev.multisite.routing..",
                    "dev.multisite.exposure..",
                    "dev.multisite.simulation..")
            .layer("study")
            .definedBy(
                    "dev.multisite.experiment..",
                    "dev.multisite.api..",
                    "dev.multisite.optimize..",
                    "dev.multisite.placement..",
                    "dev.multisite.results..",
                    "dev.multisite.verdict..",
                    "dev.multisite.whatif..")
            .layer("spark")
            .definedBy("dev.multisite.spark..")
            .layer("report")
            .definedBy("dev.multisite.report..")
            .layer("cli")
            .definedBy("dev.multisite.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("spark")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("study")
            .mayOnlyBeAccessedByLayers("cli", "spark")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("study", "spark", "cli")
            .whereLayer("regulation")
            .mayOnlyBeAccessedByLayers("engine", "study", "spark", "cli")
            .whereLayer("scenario")
            .mayOnlyBeAccessedByLayers("regulation", "engine", "study", "spark", "cli");

    @ArchTest
    static final ArchRule theRequestPlaneKnowsNothingButTheWorld = noClasses()
            .that()
            .resideInAPackage("dev.multisite.requests..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cloudsimplus..",
                    "dev.multisite.calendar..",
                    "dev.multisite.demand..",
                    "dev.multisite.network..",
                    "dev.multisite.routing..",
                    "dev.multisite.simulation..");

    @ArchTest
    static final ArchRule onlyTheCalendarKnowsCloudSimPlus = noClasses()
            .that()
            .resideOutsideOfPackage("dev.multisite.calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cloudsimplus..");

    @ArchTest
    static final ArchRule onlyTheReportDraws = noClasses()
            .that()
            .resideOutsideOfPackage("dev.multisite.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfree..", "java.awt..", "gg.jte..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("dev.multisite.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyTheSparkModuleKnowsSpark = noClasses()
            .that()
            .resideOutsideOfPackage("dev.multisite.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule theEngineReadsAndWritesNoFiles = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.multisite.world..",
                    "dev.multisite.requests..",
                    "dev.multisite.calendar..",
                    "dev.multisite.routing..",
                    "dev.multisite.simulation..",
                    "dev.multisite.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "tools.jackson..", "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule resultsDoNotDependOnTheClockOrOnHiddenRandomness = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.multisite.random..",
                    "dev.multisite.world..",
                    "dev.multisite.demand..",
                    "dev.multisite.requests..",
                    "dev.multisite.calendar..",
                    "dev.multisite.routing..",
                    "dev.multisite.simulation..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class);
}
