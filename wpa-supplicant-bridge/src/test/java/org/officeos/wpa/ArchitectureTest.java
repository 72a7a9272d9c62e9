package org.officeos.wpa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final int CLASSES_AT_LEAST = 80;

  /**
   * All that the bridge can ever call on the bus. A new member is added here on purpose, or not.
   */
  private static final Set<String> MEMBERS =
      Set.of(
          "fi.w1.wpa_supplicant1.CreateInterface",
          "fi.w1.wpa_supplicant1.GetInterface",
          "fi.w1.wpa_supplicant1.RemoveInterface",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.AddPersistentGroup",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.AddService",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.Cancel",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.Connect",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.DeleteService",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.Disconnect",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.ExtendedListen",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.Find",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.Flush",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.FlushService",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.GroupAdd",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.Invite",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.Listen",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.ProvisionDiscoveryRequest",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.RejectPeer",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.RemoveClient",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.RemovePersistentGroup",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.ServiceDiscoveryCancelRequest",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.ServiceDiscoveryRequest",
          "fi.w1.wpa_supplicant1.Interface.P2PDevice.StopFind",
          "fi.w1.wpa_supplicant1.Interface.VendorElemAdd",
          "fi.w1.wpa_supplicant1.Interface.VendorElemRem",
          "fi.w1.wpa_supplicant1.Interface.WPS.Cancel",
          "fi.w1.wpa_supplicant1.Interface.WPS.Start",
          "org.freedesktop.DBus.GetNameOwner",
          "org.freedesktop.DBus.Properties.Get",
          "org.freedesktop.DBus.Properties.GetAll",
          "org.freedesktop.DBus.Properties.Set");

  private final JavaClasses bridge =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.officeos.wpa");

  @Test
  void theRulesSeeTheWholeModule() {
    assertTrue(bridge.size() >= CLASSES_AT_LEAST, "only " + bridge.size() + " classes were read");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.officeos.wpa.(**)").should().beFreeOfCycles().check(bridge);
  }

  @Test
  void noMemberThatCouldJoinAnAccessPointIsDeclared() {
    TreeSet<String> declared = new TreeSet<>();
    for (JavaClass type : bridge) {
      if (type.isAnnotatedWith(DBusInterfaceName.class)) {
        String name = type.getAnnotationOfType(DBusInterfaceName.class).value();
        for (JavaMethod method : type.getMethods()) {
          declared.add(name + "." + method.getAnnotationOfType(DBusMemberName.class).value());
        }
      }
    }
    assertEquals(new TreeSet<>(MEMBERS), declared);
  }

  @Test
  void callsGoByTheDeclaredInterfacesOnly() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Courier")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("MethodCall")
        .check(bridge);
  }

  @Test
  void onlyOnePackageKnowsTheBus() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.officeos.wpa.dbus")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.freedesktop..")
        .check(bridge);
  }

  @Test
  void formationIsPure() {
    classes()
        .that()
        .resideInAPackage("org.officeos.wpa.formation")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.wpa.formation",
            "org.officeos.hal.p2p",
            "org.jspecify..",
            "java.lang..",
            "java.time",
            "java.util",
            "java.util.function",
            "java.util.stream")
        .check(bridge);
  }

  @Test
  void theBridgeKnowsNeitherSessionsNorServices() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.officeos.session..",
            "org.officeos.laptop..",
            "org.officeos.handheld..",
            "io.netty..",
            "okhttp3..")
        .check(bridge);
  }
}
