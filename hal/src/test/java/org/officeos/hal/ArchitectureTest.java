package org.officeos.hal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final int CLASSES_AT_LEAST = 90;

  private final JavaClasses hal =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.officeos.hal");

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe(name, type -> type.getName().equals(name));
  }

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
  void theContractAndTheCodecsImportOnlyTheJdk() {
    for (String pure : List.of("org.officeos.hal.p2p", "org.officeos.hal.netlink")) {
      classes()
          .that()
          .resideInAPackage(pure)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(pure, "java..", "org.jspecify..")
          .check(hal);
    }
  }

  @Test
  void theCodecsArePure() {
    noClasses()
        .that()
        .resideInAPackage("org.officeos.hal.netlink")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.net..")
                .or(resideInAPackage("java.nio.channels.."))
                .or(resideInAPackage("java.nio.file.."))
                .or(named("java.lang.Thread"))
                .or(named("java.time.Clock")))
        .check(hal);
  }

  @Test
  void theAirGapsPolicyIsPureAndKnowsTheCodecsValuesOnly() {
    classes()
        .that()
        .resideInAPackage("org.officeos.hal.airgap")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.hal.airgap",
            "org.officeos.hal.netlink",
            "java.lang..",
            "java.util..",
            "org.jspecify..")
        .andShould()
        .onlyDependOnClassesThat(DescribedPredicate.not(named("java.lang.Thread")))
        .check(hal);
  }

  @Test
  void theGuardsMindIsPureAndKnowsThePolicyAndTheCodecsValuesOnly() {
    classes()
        .that()
        .resideInAPackage("org.officeos.hal.guard")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.hal.guard",
            "org.officeos.hal.airgap",
            "org.officeos.hal.fence",
            "org.officeos.hal.p2p",
            "org.officeos.hal.netlink",
            "java.lang..",
            "java.util..",
            "org.jspecify..")
        .andShould()
        .onlyDependOnClassesThat(DescribedPredicate.not(named("java.lang.Thread")))
        .check(hal);
  }

  @Test
  void reportsAndTheirFormsArePure() {
    classes()
        .that()
        .resideInAnyPackage(
            "org.officeos.hal.report", "org.officeos.hal.json", "org.officeos.hal.text")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.hal.report",
            "org.officeos.hal.json",
            "org.officeos.hal.text",
            "org.officeos.hal.airgap",
            "java.lang..",
            "java.time..",
            "java.util..",
            "org.jspecify..")
        .andShould()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(named("java.lang.Thread").or(named("java.time.Clock"))))
        .check(hal);
  }

  @Test
  void theFormsOfTextKnowNoAudit() {
    noClasses()
        .that()
        .resideInAnyPackage("org.officeos.hal.json", "org.officeos.hal.text")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.officeos.hal.report", "org.officeos.hal.airgap")
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
