package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NotificationTest {

  @Test
  void saysItsWordsAsTheManagerReadsThem() {
    assertArrayEquals("READY=1".getBytes(UTF_8), Notification.READY.encoded());
    assertArrayEquals("STOPPING=1".getBytes(UTF_8), Notification.STOPPING.encoded());
    assertArrayEquals("WATCHDOG=1".getBytes(UTF_8), Notification.WATCHDOG.encoded());
    assertArrayEquals(
        "STATUS=2 sessions".getBytes(UTF_8), Notification.status("2 sessions").encoded());
  }

  @Test
  void aStatusCannotSmuggleAnotherAssignment() {
    assertEquals("STATUS=ok STOPPING=1", Notification.status("ok\nSTOPPING=1").assignments());
  }

  @Test
  void aLongStatusIsCut() {
    assertEquals(
        "STATUS=" + "x".repeat(Notification.MAX_STATUS),
        Notification.status("x".repeat(5000)).assignments());
  }
}
