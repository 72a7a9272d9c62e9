package org.officeos.laptop.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.officeos.laptop.permission.Decision.Verdict;
import org.officeos.laptop.testing.Devices;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;

class PermissionPolicyTest {

  @ParameterizedTest
  @EnumSource
  void allowsExactlyWhatIsGranted(Opcode opcode) {
    Relationship device = Devices.device(PermissionPolicy.grant(opcode));
    for (Opcode asked : Opcode.values()) {
      Decision decision = PermissionPolicy.decide(device, asked, Devices.NOW);
      assertEquals(asked == opcode ? Verdict.ALLOWED : Verdict.NOT_GRANTED, decision.verdict());
    }
  }

  @Test
  void namesTheCommandThatPermits() {
    Relationship device = Devices.device();
    assertEquals(
        "this device may not ask for generate_image; on the laptop run: officeos-laptop permit "
            + device.id().shortName()
            + " generate_image",
        PermissionPolicy.decide(device, Opcode.GENERATE_IMAGE, Devices.NOW).detail());
  }

  @Test
  void endsAtTheVeryInstantOfExpiry() {
    Relationship device = Devices.allowed();
    assertTrue(
        PermissionPolicy.decide(device, Opcode.CHAT, device.expires().minusNanos(1)).allowed());
    assertEquals(
        Verdict.EXPIRED, PermissionPolicy.decide(device, Opcode.CHAT, device.expires()).verdict());
  }

  @ParameterizedTest
  @EnumSource
  void saysHowAnEndedRelationshipEnded(EndedPeer.Why why) {
    Relationship device = Devices.allowed();
    Decision decision =
        PermissionPolicy.decideEnded(
            Optional.of(new EndedPeer(device.id(), device.peer(), "x", why, Devices.NOW)));
    assertEquals(
        why == EndedPeer.Why.EXPIRED ? Verdict.EXPIRED : Verdict.REVOKED, decision.verdict());
    assertTrue(decision.detail().contains("pair again"), decision.detail());
  }

  @Test
  void refusesADeviceThatNobodyRemembers() {
    assertEquals(Verdict.REVOKED, PermissionPolicy.decideEnded(Optional.empty()).verdict());
  }
}
