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

/** What keeps Wi-Fi Direct from working is named with what to do, to a person and to a program. */
class PreflightScenario extends ShippedScenario {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int IN_THE_WAY = 5;

  PreflightScenario() {
    super(new Hosts());
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

  /** To a program and to a person alike: what blocks, what to do, and the exit code. */
  private void assertNamed(P2pReason reason) throws RigException {
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

    Finished person = toPerson();
    assertEquals(IN_THE_WAY, person.exit(), person::describe);
    assertTrue(
        person.out().stream()
            .anyMatch(
                line ->
                    line.startsWith("blocks")
                        && line.contains(reason.name())
                        && line.contains(reason.next())),
        person::describe);
  }

  private Said toProgram() throws RigException {
    return new Asked(rig().handheld("handheld").start(List.of("p2p", "preflight", "--json"))).end();
  }

  private Finished toPerson() throws RigException {
    return rig().handheld("handheld").run(PATIENCE, List.of("p2p", "preflight"));
  }
}
