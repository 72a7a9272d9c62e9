package org.officeos.session;

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
import org.junit.jupiter.api.Test;

/** The walls between this module's rooms. */
final class ArchitectureTest {

  private static final int FEWEST_CLASSES = 120;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.officeos.session");

  @Test
  void seesEnoughClassesForTheRulesToMeanSomething() {
    assertTrue(CLASSES.size() > FEWEST_CLASSES, "only " + CLASSES.size() + " classes were seen");
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("org.officeos.session.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheShellKnowsNetty() {
    onlyIn("org.officeos.session.netty..", "io.netty..");
  }

  @Test
  void onlyTheRecordRoomKnowsZstandard() {
    onlyIn("org.officeos.session.record..", "com.github.luben..");
  }

  @Test
  void onlyTheCryptoRoomKnowsBouncyCastle() {
    onlyIn("org.officeos.session.crypto..", "org.bouncycastle..");
  }

  @Test
  void pureRoomsOpenNoSocketsAndStartNoThreads() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.officeos.session.handshake..",
            "org.officeos.session.pairing..",
            "org.officeos.session.record..",
            "org.officeos.session.stream..",
            "org.officeos.session.bytecode..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.net..")
                .or(resideInAPackage("java.nio.channels.."))
                .or(resideInAPackage("java.nio.file.."))
                .or(named("java.lang.Thread"))
                .or(named("java.time.Clock")))
        .check(CLASSES);
  }

  @Test
  void noRoomLooksUpToTheShell() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.officeos.session.netty..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.officeos.session.netty..")
        .check(CLASSES);
  }

  private static void onlyIn(String room, String library) {
    classes()
        .that(resideInAPackage("org.officeos.session.."))
        .and()
        .resideOutsideOfPackage(room)
        .should()
        .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage(library)))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe(name, type -> type.getName().equals(name));
  }
}
