package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.PreflightFacts.Sight;
import org.officeos.hal.p2p.PreflightMode;
import org.officeos.hal.p2p.PreflightRadio;

class PreflightCommandTest {

  private static final PreflightBus READY = new PreflightBus(PreflightBus.Step.READY, "");

  @TempDir Path folder;
  private TestMachine machine;

  @BeforeEach
  void make() {
    machine = new TestMachine(folder);
  }

  private static PreflightFacts radio(Set<PreflightMode> modes, PreflightBus bus) {
    return new PreflightFacts(
        Sight.SEEN,
        "",
        List.of(new PreflightRadio("phy0", "rtw88_8821cs", modes, List.of("wlan0"), List.of())),
        List.of(),
        bus);
  }

  private int look(PreflightFacts facts, String... more) {
    machine.radios = TestRadios.seen(facts);
    String[] words = new String[more.length + 2];
    words[0] = "p2p";
    words[1] = "preflight";
    System.arraycopy(more, 0, words, 2, more.length);
    return machine.runBare(words);
  }

  @Test
  void passesWhereNothingIsInTheWay() {
    assertEquals(
        0,
        look(
            radio(
                EnumSet.of(PreflightMode.STATION, PreflightMode.P2P_CLIENT, PreflightMode.P2P_GO),
                READY)));
    assertTrue(machine.out().contains("(usable)"), machine.out());
    assertTrue(machine.out().contains("Nothing is in the way"), machine.out());
  }

  @Test
  void namesTheDriverItsModesAndWhatToDo() {
    assertEquals(5, look(radio(EnumSet.of(PreflightMode.STATION, PreflightMode.AP), READY)));
    assertTrue(machine.out().contains("blocks  DRIVER_WITHOUT_P2P"), machine.out());
    assertTrue(machine.out().contains("rtw88_8821cs"), machine.out());
    assertTrue(machine.out().contains("managed, AP"), machine.out());
    assertTrue(machine.err().contains("Wi-Fi Direct cannot work"), machine.err());
  }

  @Test
  void neverPassesOnWhatItCouldNotSee() {
    PreflightFacts unseen =
        new PreflightFacts(
            Sight.NOT_SEEN, "not permitted", List.of(), List.of(), PreflightBus.NOT_LOOKED_AT);
    assertEquals(5, look(unseen));
    assertTrue(machine.out().contains("unseen  the radios: not permitted"), machine.out());
    assertTrue(machine.out().contains("unseen  the message bus"), machine.out());
  }

  @Test
  void tellsScriptsTheSame() throws Exception {
    assertEquals(
        5,
        look(
            new PreflightFacts(Sight.NO_WIFI_IN_KERNEL, "", List.of(), List.of(), READY),
            "--json"));
    String first = machine.out().lines().findFirst().orElseThrow();
    JsonValue.Obj event = (JsonValue.Obj) JsonReader.read(first);
    assertTrue(first.contains("\"passes\":false"), first);
    assertTrue(first.contains("\"reason\":\"NO_RADIO\""), first);
    assertEquals("preflight", event.text("kind").orElseThrow());
  }

  @Test
  void refusesANameThatIsNoInterface() {
    assertEquals(64, machine.runBare("p2p", "preflight", "--interface", "../../etc/passwd"));
    assertEquals(64, machine.runBare("p2p"));
  }
}
