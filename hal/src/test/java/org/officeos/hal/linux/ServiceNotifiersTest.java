package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.hal.linux.NotifyException.Reason;
import org.officeos.hal.linux.lib.DatagramListener;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.linux.lib.NativeDatagramListener;
import org.officeos.hal.linux.lib.UnixAddress;

class ServiceNotifiersTest {

  private static final String SOCKET = "/run/notify";
  private static final long PID = 4711;

  private final FakeLibC libc = new FakeLibC();

  @AfterEach
  void leavesNoDescriptorOpen() {
    assertEquals(0, libc.openDescriptors());
  }

  private ServiceNotifier notifier(Map<String, String> environment) throws NotifyException {
    return ServiceNotifiers.over(() -> libc, environment, PID);
  }

  @Test
  void tellsTheManagerInOrder() throws Exception {
    try (DatagramListener manager = libc.listenAt(UnixAddress.ofPath(SOCKET))) {
      ServiceNotifier notifier = notifier(Map.of("NOTIFY_SOCKET", SOCKET));
      notifier.tell(Notification.READY);
      notifier.tell(Notification.status("serving"));
      notifier.tell(Notification.STOPPING);
      assertEquals("READY=1", manager.next());
      assertEquals("STATUS=serving", manager.next());
      assertEquals("STOPPING=1", manager.next());
      assertEquals(SOCKET, notifier.destination());
    }
  }

  @Test
  void tellsNobodyAndLoadsNothingWhereNoSocketIsNamed() throws Exception {
    ServiceNotifier notifier =
        ServiceNotifiers.over(
            () -> {
              throw new AssertionError("no library is needed to tell nobody");
            },
            Map.of(),
            PID);
    notifier.tell(Notification.READY);
    assertEquals("nobody: NOTIFY_SOCKET is not set", notifier.destination());
    assertEquals(Optional.empty(), notifier.watchdogEvery());
  }

  @Test
  void namesAManagerThatIsGone() throws Exception {
    ServiceNotifier notifier = notifier(Map.of("NOTIFY_SOCKET", SOCKET));
    assertEquals(Reason.NOBODY_LISTENS, reasonOfTelling(notifier));
  }

  @Test
  void namesAKernelThatGivesNoSocket() throws Exception {
    libc.refuseNextSocket(24);
    ServiceNotifier notifier = notifier(Map.of("NOTIFY_SOCKET", SOCKET));
    assertEquals(Reason.NO_SOCKET, reasonOfTelling(notifier));
  }

  @Test
  void namesAMissingLibrary() {
    NotifyException refused =
        assertThrows(
            NotifyException.class,
            () ->
                ServiceNotifiers.over(
                    () -> {
                      throw new UnsatisfiedLinkError("planted");
                    },
                    Map.of("NOTIFY_SOCKET", SOCKET),
                    PID));
    assertEquals(Reason.NO_LIBRARY, refused.reason());
  }

  @Test
  void watchdogWordsComeTwiceInEachInterval() throws Exception {
    assertEquals(
        Optional.of(Duration.ofSeconds(15)),
        notifier(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "30000000")).watchdogEvery());
  }

  @Test
  void aWatchdogMeantForAnotherProcessIsNotOurs() throws Exception {
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "1");
    assertEquals(Optional.empty(), notifier(environment).watchdogEvery());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "abc", "9999999999999999999"})
  void refusesAWatchdogThatIsNoTime(String micros) {
    NotifyException refused =
        assertThrows(
            NotifyException.class,
            () -> notifier(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", micros)));
    assertEquals(Reason.BAD_WATCHDOG, refused.reason());
  }

  @Test
  void tellsARealManagerThroughTheRealKernel(@TempDir Path folder) throws Exception {
    String path = folder.resolve("notify").toString();
    try (DatagramListener manager = new NativeDatagramListener(UnixAddress.ofPath(path))) {
      ServiceNotifiers.fromEnvironment(Map.of("NOTIFY_SOCKET", path), PID).tell(Notification.READY);
      assertEquals("READY=1", manager.next());
    }
  }

  private static Reason reasonOfTelling(ServiceNotifier notifier) {
    return assertThrows(NotifyException.class, () -> notifier.tell(Notification.READY)).reason();
  }
}
