package org.officeos.handheld;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.InetAddress;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.WifiP2p;

class ArchitectureTest {

  private static final int CLASSES_AT_LEAST = 80;
  private static final String ROOT = "org.officeos.handheld";

  private final JavaClasses handheld =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theRulesSeeTheWholeModule() {
    assertTrue(handheld.size() >= CLASSES_AT_LEAST, "only " + handheld.size() + " classes");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(handheld);
  }

  @Test
  void theHandheldKnowsNoHttpNoDatabaseNoHardwareLibraryAndNoNetty() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.netty..",
            "okhttp3..",
            "kotlin..",
            "java.sql..",
            "java.net.http..",
            "com.fasterxml..",
            "com.sun.jna..",
            "org.freedesktop.dbus..",
            "org.officeos.laptop..")
        .check(handheld);
  }

  @Test
  void nobodyOpensUrls() {
    noClasses().should().dependOnClassesThat().areAssignableTo(URL.class).check(handheld);
  }

  @Test
  void onlyTheLinkRoomConnectsToAddresses() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".link")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(InetAddress.class)
        .check(handheld);
  }

  @Test
  void onlyTheScreenRoomDecodesPictures() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".screen")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .check(handheld);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(handheld);
  }

  @Test
  void theRoomsOfPureFormKnowNoSession() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".picture", ROOT + ".screen", ROOT + ".flight")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.officeos.session..")
        .check(handheld);
  }

  @Test
  void theRadioRoomOnlyDecides() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".radio")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(WifiP2p.class)
        .check(handheld);
  }

  @Test
  void onlyOneClassBringsTheMessageBus() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".cli.RealSupplicant")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.officeos.wpa..")
        .check(handheld);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(handheld);
  }
}
