package org.officeos.handheld.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.handheld.testing.AirLaptop;

final class ForgetListTest {

  private static final Duration SOON = Duration.ofMillis(200);

  @TempDir Path folder;
  private final SimulatedAir air = new SimulatedAir();
  private final AirLaptop laptop = new AirLaptop(air, "02:00:00:00:00:01").up().door(true);
  private final SimulatedRadio radio = air.radio("02:00:00:00:00:0a");
  private final FakeWifiP2p wifi = new FakeWifiP2p(air, radio);
  private ForgetList list;

  @BeforeEach
  void remember() {
    list = new ForgetList(folder.resolve("forget"));
    wifi.find(FindRequest.social()).join();
    wifi.connect(ConnectRequest.pbc(laptop.address()).joining()).join();
    assertEquals(1, radio.remembered().list().size());
  }

  private String ssid() {
    return radio.remembered().list().get(0).ssid();
  }

  private ForgetList.Entry entry(String... kept) {
    return new ForgetList.Entry("0123456789abcdef", laptop.address(), List.of(kept));
  }

  private boolean run(MacAddress... needed) throws InterruptedException {
    return new Forgetting(list, Set.of(needed)).run(wifi, SOON);
  }

  @Test
  void readsWhatItWroteForItsOwnerAlone() throws Exception {
    assertEquals(List.of(), list.all());
    list.add(entry("DIRECT-ab-Küche", "DIRECT-cd"));
    assertEquals(List.of(entry("DIRECT-ab-Küche", "DIRECT-cd")), list.all());
    Path file = folder.resolve("forget").resolve("0123456789abcdef");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    list.remove("0123456789abcdef");
    list.remove("0123456789abcdef");
    assertEquals(List.of(), list.all());
  }

  @Test
  void takesAwayWhatIsDamaged() throws Exception {
    list.add(entry());
    int number = 0;
    for (String text :
        List.of(
            "", "[]", "{\"version\":2}", "{\"version\":1,\"address\":\"x\"}", "x".repeat(5000))) {
      Files.writeString(folder.resolve("forget").resolve("damaged" + number++), text);
    }
    assertEquals(List.of(entry()), list.all());
    try (java.util.stream.Stream<Path> files = Files.list(folder.resolve("forget"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void hasTheSupplicantForgetThatLaptopsGroups() throws Exception {
    list.add(entry());
    assertTrue(run());
    assertEquals(List.of(), radio.remembered().inFile());
    assertEquals(List.of(), list.all());
    assertTrue(run(), "nothing is left to do");
  }

  @Test
  void leavesTheGroupsOfOthersAndThoseThatAreKept() throws Exception {
    list.add(entry(ssid()));
    list.add(new ForgetList.Entry("other", MacAddress.parse("02:00:00:00:00:77"), List.of()));
    assertTrue(run());
    assertEquals(1, radio.remembered().list().size());
  }

  @Test
  void forgetsNothingOfALaptopThatIsPairedWith() throws Exception {
    list.add(entry());
    assertTrue(run(laptop.address()));
    assertEquals(1, radio.remembered().list().size());
    assertEquals(List.of(), list.all());
  }

  @Test
  void keepsItInMindWhileNobodyCanForget() throws Exception {
    list.add(entry());
    wifi.lose(P2pReason.SUPPLICANT_ABSENT);
    assertFalse(run());
    assertEquals(List.of(entry()), list.all());
    wifi.comeBack();
    assertTrue(run());
    assertEquals(List.of(), radio.remembered().list());
  }
}
