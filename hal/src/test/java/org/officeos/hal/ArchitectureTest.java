package org.officeos.hal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final int CLASSES_AT_LEAST = 10;

  private final JavaClasses hal =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.officeos.hal");

  @Test
  void theRulesSeeTheWholeModule() {
    assertTrue(hal.size() >= CLASSES_AT_LEAST, "only " + hal.size() + " classes were read");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.officeos.hal.(**)").should().beFreeOfCycles().check(hal);
  }

  @Test
  void onlyTheInnermostRingKnowsJna() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.officeos.hal.linux.lib")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.jna..")
        .check(hal);
  }

  @Test
  void theInnermostRingKnowsNothingOfOurWords() {
    classes()
        .that()
        .resideInAPackage("org.officeos.hal.linux.lib")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.hal.linux.lib", "com.sun.jna..", "org.jspecify..", "java..")
        .check(hal);
  }

  @Test
  void halKnowsNeitherSessionsNorServices() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.session..",
            "org.officeos.laptop..",
            "org.officeos.handheld..",
            "io.netty..",
            "okhttp3..")
        .check(hal);
  }
}
