package org.officeos.laptop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The fences of this room; a rule that saw no classes would prove nothing. */
class ArchitectureTest {

  private static final String ROOT = "org.officeos.laptop";
  private static final int MIN_CLASSES = 120;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void seesTheWholeRoom() {
    assertTrue(CLASSES.size() >= MIN_CLASSES, "only " + CLASSES.size() + " classes were found");
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void callsHttpInUpstreamOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".upstream..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..", "kotlin..", "java.net.http..")
        .check(CLASSES);
  }

  @Test
  void servesHttpInTheStandInsOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".standin..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.net.httpserver..")
        .check(CLASSES);
  }

  @Test
  void speaksSqlInTheStoreOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
        .check(CLASSES);
  }

  @Test
  void countsTokensInTheBudgetOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".budget..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.bucket4j..")
        .check(CLASSES);
  }

  @Test
  void parsesArgumentsInTheCommandOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void speaksToTheMessageBusThroughTheBridgeOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.freedesktop.dbus..", "org.officeos.wpa.dbus..")
        .check(CLASSES);
  }

  @Test
  void reachesTheSupplicantInOnePlaceOnly() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".radio.SupplicantSource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.officeos.wpa..")
        .check(CLASSES);
  }

  @Test
  void keepsTheGroupKeeperPure() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".radio..")
        .and()
        .haveSimpleNameNotEndingWith("Driver")
        .and()
        .haveSimpleNameNotEndingWith("Source")
        .and()
        .haveSimpleNameNotEndingWith("File")
        .and()
        .haveSimpleNameNotEndingWith("Log")
        .and()
        .haveSimpleNameNotEndingWith("Listening")
        .and()
        .areTopLevelClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.util.concurrent..",
            "org.slf4j..",
            "org.officeos.hal.linux..")
        .check(CLASSES);
  }

  @Test
  void keepsDecisionsPure() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".permission..", ROOT + ".budget..", ROOT + ".audit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io.File..", "java.nio.file..", "java.nio.channels..", "java.net..", "org.slf4j..")
        .check(CLASSES);
  }

  @Test
  void keepsTheRelayFromTheOuterRooms() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".relay..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".store..",
            ROOT + ".config..",
            ROOT + ".control..",
            ROOT + ".daemon..",
            ROOT + ".cli..",
            "io.netty..")
        .check(CLASSES);
  }

  @Test
  void endsTheProcessInMainOnly() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }
}
