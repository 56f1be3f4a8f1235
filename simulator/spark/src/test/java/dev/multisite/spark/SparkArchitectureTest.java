package dev.multisite.spark;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What this module may know, and who may know Spark; the program's own tests do not have this module on their path. */
@AnalyzeClasses(packages = "dev.multisite", importOptions = ImportOption.DoNotIncludeTests.class)
class SparkArchitectureTest {

    @ArchTest
    static final ArchRule nothingKnowsThisModule = noClasses()
            .that()
            .resideOutsideOfPackage("dev.multisite.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.multisite.spark..", "org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule tasksCarryNoJsonLibraryOfTheirOwn = noClasses()
            .that()
            .resideInAPackage("dev.multisite.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

    @ArchTest
    static final ArchRule theProviderLoadsWithoutSpark = noClasses()
            .that()
            .haveSimpleName("SparkCluster")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");
}
