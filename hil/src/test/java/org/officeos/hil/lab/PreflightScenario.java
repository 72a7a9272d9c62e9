package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.Finished;
import org.officeos.hil.rig.RigException;
import org.officeos.hil.rig.Running;

/** What keeps Wi-Fi Direct from working is named with what to do, to a person and to a program. */
class PreflightScenario extends ShippedScenario {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int IN_THE_WAY = 5;

  PreflightScenario() {
    super(new Hosts());
  }

  @Test
  void aGoodRadioHasNothingInTheWay() throws Exception {
    Running asked = askedByPerson();
    Said said = toProgram();
    assertEquals(0, said.exit(), said::describe);
    assertTrue(said.done().path("passes").asBoolean(), said::describe);
    JsonNode radio = said.done().path("radios").path(0);
    assertEquals("mac80211_hwsim", radio.path("driver").asText(), said::describe);
    assertTrue(radio.path("usable").asBoolean(), said::describe);
    assertEquals(
        Hosts.haveP2pDevice(), radio.path("modes").asText().contains("P2P-device"), said::describe);
    assertEquals(0, said.done().path("findings").size(), said::describe);
    Finished person = asked.await(PATIENCE);
    assertEquals(0, person.exit(), person::describe);
    assertTrue(person.out().contains("Nothing is in the way of Wi-Fi Direct."), person::describe);
  }

  @Test
  void aRadioThatIsSwitchedOffIsNamed() throws Exception {
    hosts.block(Hosts.HANDHELD, true);
    assertNamed(P2pReason.RADIO_BLOCKED_SOFT);
  }

  @Test
  void aRadioThatIsAwayIsNamed() throws Exception {
    hosts.takeRadio(Hosts.HANDHELD);
    assertNamed(P2pReason.NO_RADIO);
  }

  @Test
  void aMessageBusThatIsAwayIsNamed() throws Exception {
    hosts.kill("bus", Hosts.HANDHELD);
    assertNamed(P2pReason.BUS_ABSENT);
  }

  @Test
  void aSupplicantThatIsAwayIsNamed() throws Exception {
    hosts.kill("supplicant", Hosts.HANDHELD);
    assertNamed(P2pReason.SUPPLICANT_ABSENT);
  }

  @Test
  void aDriverWithoutP2pIsNamedWithTheModesThatItHas() throws Exception {
    hosts.takeRadio(Hosts.HANDHELD);
    String phy = SimulatedRadio.stationAndAccessPointOnly();
    hosts.here("iw", "phy", phy, "set", "netns", "name", Hosts.HANDHELD);
    JsonNode finding = assertNamed(P2pReason.DRIVER_WITHOUT_P2P);
    String detail = finding.path("detail").asText();
    assertTrue(detail.contains("mac80211_hwsim"), detail);
    assertTrue(detail.contains("managed, AP") && !detail.contains("P2P-client"), detail);
  }

  /** To a program and to a person alike: what blocks, what to do, and the exit code. */
  private JsonNode assertNamed(P2pReason reason) throws RigException {
    Running asked = askedByPerson();
    Said said = toProgram();
    assertEquals(IN_THE_WAY, said.exit(), said::describe);
    assertEquals("WIFI_DIRECT_UNUSABLE", said.reason(), said::describe);
    JsonNode finding =
        StreamSupport.stream(said.done().path("findings").spliterator(), false)
            .filter(each -> each.path("reason").asText().equals(reason.name()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(said.describe()));
    assertTrue(finding.path("blocks").asBoolean(), said::describe);
    assertEquals(reason.next(), finding.path("next").asText(), said::describe);

    Finished person = asked.await(PATIENCE);
    assertEquals(IN_THE_WAY, person.exit(), person::describe);
    assertTrue(
        person.out().stream()
            .anyMatch(
                line ->
                    line.startsWith("blocks")
                        && line.contains(reason.name())
                        && line.contains(reason.next())),
        person::describe);
    return finding;
  }

  private Said toProgram() throws RigException {
    return new Asked(rig().handheld("handheld").start(List.of("p2p", "preflight", "--json"))).end();
  }

  private Running askedByPerson() throws RigException {
    return rig().handheld("handheld").start(List.of("p2p", "preflight"));
  }
}
