package org.officeos.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("org.officeos.bench");

  @Test
  void enoughClassesAreLookedAt() {
    assertTrue(CLASSES.size() > 30, CLASSES.size() + " classes");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.officeos.bench.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void statisticsAndReportKnowNothingOfWhatIsMeasured() {
    noClasses()
        .that()
        .resideInAnyPackage("..bench.figure..", "..bench.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.session..", "io.netty..", "..bench.ours..", "..bench.run..")
        .check(CLASSES);
  }

  @Test
  void theComparisonsKnowNothingOfOurs() {
    noClasses()
        .that()
        .resideInAnyPackage("..bench.net..", "..bench.tls..", "..bench.ssh..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.officeos.session..")
        .check(CLASSES);
  }
}
