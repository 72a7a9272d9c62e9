package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WakeTriggersTest {

  private static final int FAMILY = 31;

  private static NetlinkMessage answer(int command, AttributeWriter attributes) {
    return GenericMessage.request(FAMILY, 0, 7, command, 1, attributes);
  }

  @Test
  void asksAboutOneRadio() throws Exception {
    NetlinkMessage request = WakeTriggers.request(FAMILY, 2, 7);
    assertEquals(FAMILY, request.type());
    assertEquals(7, request.sequence());
    assertEquals(NetlinkMessage.F_ACK, request.flags() & NetlinkMessage.F_ACK, "a question's end");
    assertArrayEquals(new byte[] {73, 0, 0, 0, 8, 0, 1, 0, 2, 0, 0, 0}, request.sharedPayload());
  }

  @Test
  void anAnswerWithTriggersIsOneThatIsSet() throws Exception {
    AttributeWriter triggers =
        new AttributeWriter().nested(117, new AttributeWriter().bytes(2, new byte[0]));
    assertTrue(WakeTriggers.areSet(answer(73, triggers), FAMILY));
    assertFalse(WakeTriggers.areSet(answer(73, new AttributeWriter()), FAMILY));
  }

  @Test
  void anotherCommandsAnswerIsRefused() {
    assertThrows(
        FormatException.class, () -> WakeTriggers.areSet(answer(3, new AttributeWriter()), FAMILY));
    assertThrows(
        FormatException.class, () -> WakeTriggers.areSet(answer(73, new AttributeWriter()), 30));
  }
}
