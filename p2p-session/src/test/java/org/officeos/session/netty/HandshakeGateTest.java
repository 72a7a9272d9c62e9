package org.officeos.session.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who may begin a handshake. */
final class HandshakeGateTest {

  private static final long SECOND = 1_000_000_000L;

  private final HandshakeGate<String> gate = new HandshakeGate<>();

  @Test
  void admitsFourAtOnceWithoutSendingAnybodyAway() {
    for (int i = 0; i < HandshakeGate.MAX_HALF_OPEN; i++) {
      HandshakeGate.Verdict<String> verdict = gate.arrive("stranger " + i, i);
      assertTrue(verdict.admitted());
      assertNull(verdict.evicted());
    }
  }

  @Test
  void sendsTheOldestSilentStrangerAwayForANewcomer() {
    fill();
    assertEquals("0", gate.arrive("newcomer", 9).evicted());
    assertEquals("1", gate.arrive("another", 10).evicted());
  }

  @Test
  void keepsWhoShowedATagAndRefusesTheNewcomerWhenAllDid() {
    fill();
    gate.showedTag("0");
    assertEquals("1", gate.arrive("newcomer", 9).evicted());
    gate.showedTag("2");
    gate.showedTag("3");
    gate.showedTag("newcomer");
    assertFalse(gate.arrive("late", 10).admitted());
  }

  @Test
  void hasRoomAgainWhenOneLeaves() {
    fill();
    gate.leave("2");
    assertNull(gate.arrive("newcomer", 9).evicted());
  }

  @Test
  void admitsTwentyASecondAndNoMore() {
    for (int i = 0; i < HandshakeGate.PER_SECOND; i++) {
      assertTrue(gate.arrive("a" + i, i).admitted());
      gate.leave("a" + i);
    }
    assertFalse(gate.arrive("one too many", SECOND - 1).admitted());
    assertTrue(gate.arrive("a second later", SECOND).admitted());
  }

  private void fill() {
    for (int i = 0; i < HandshakeGate.MAX_HALF_OPEN; i++) {
      gate.arrive(String.valueOf(i), i);
    }
  }
}
