package org.officeos.hil;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final int CLASSES_AT_LEAST = 15;

  private final JavaClasses hil =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.officeos.hil");

  @Test
  void theRulesSeeTheWholeModule() {
    assertTrue(hil.size() >= CLASSES_AT_LEAST, "only " + hil.size() + " classes were read");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.officeos.hil.(*)..").should().beFreeOfCycles().check(hil);
  }

  @Test
  void theRigReachesTheProductThroughItsCommandsOnlyAndTheStandInsAsAServiceOfTheirOwn() {
    DescribedPredicate<JavaClass> product =
        resideInAPackage("org.officeos..").and(resideOutsideOfPackage("org.officeos.hil.."));
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.officeos.hil.demo.Services")
        .should()
        .dependOnClassesThat(product)
        .check(hil);
    noClasses()
        .that()
        .haveFullyQualifiedName("org.officeos.hil.demo.Services")
        .should()
        .dependOnClassesThat(product.and(resideOutsideOfPackage("org.officeos.laptop.standin")))
        .check(hil);
  }

  @Test
  void theRigKnowsNothingOfCommandsAndTheirWords() {
    noClasses()
        .that()
        .resideInAPackage("org.officeos.hil.rig..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.officeos.hil.drive..", "com.fasterxml..")
        .check(hil);
  }
}
