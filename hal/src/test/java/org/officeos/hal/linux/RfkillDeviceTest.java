package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.officeos.hal.linux.DeviceException.Reason;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.RfkillEvent;
import org.officeos.hal.netlink.RfkillEvent.Operation;
import org.officeos.hal.netlink.RfkillType;

class RfkillDeviceTest {

  private static final String PATH = "/dev/rfkill";
  private static final Duration SOON = Duration.ofMillis(10);

  private final FakeLibC libc = new FakeLibC();

  @Test
  void hearsEachSwitchAndThenNothing() throws Exception {
    libc.file(PATH, bytes("0000000001000100"), bytes("010000000200000000"));
    try (RfkillDevice device = RfkillDevice.open(libc, PATH)) {
      assertEquals(
          Optional.of(
              new RfkillEvent(
                  0, RfkillType.WLAN, Operation.ADDED, true, false, OptionalInt.empty())),
          device.next(SOON));
      assertEquals(RfkillType.BLUETOOTH, device.next(SOON).orElseThrow().type());
      assertEquals(Optional.empty(), device.next(SOON));
    }
    assertEquals(0, libc.openDescriptors());
  }

  @Test
  void namesADeviceThatIsAbsentOrNotOurs() {
    assertOpening(Reason.ABSENT, LibC.ENOENT);
    assertOpening(Reason.ABSENT, LibC.ENODEV);
    assertOpening(Reason.ABSENT, LibC.ENXIO);
    assertOpening(Reason.DENIED, LibC.EACCES);
    assertOpening(Reason.DENIED, LibC.EPERM);
    assertOpening(Reason.NOT_READ, LibC.EINVAL);
  }

  @Test
  void namesWhatGoesWrongWhileReading() throws Exception {
    libc.file(PATH, bytes("00000000010001"), bytes("0000000001090100"), new byte[0], new byte[8]);
    try (RfkillDevice device = RfkillDevice.open(libc, PATH)) {
      assertReason(Reason.MALFORMED, device);
      assertReason(Reason.MALFORMED, device);
      assertReason(Reason.GONE, device);
      libc.refuseNext("read", LibC.EINVAL);
      assertReason(Reason.NOT_READ, device);
      libc.refuseNext("read", LibC.EAGAIN);
      assertEquals(Optional.empty(), device.next(SOON));
    }
  }

  @Test
  void readsThisMachinesWhereItHasOne() throws Exception {
    assumeTrue(Files.isReadable(Path.of(PATH)), "no /dev/rfkill here");
    try (RfkillDevice device = RfkillDevice.open()) {
      Optional<RfkillEvent> first = device.next(SOON);
      first.ifPresent(event -> assertEquals(Operation.ADDED, event.operation()));
    }
  }

  private void assertOpening(Reason reason, int errno) {
    libc.refuseNext("open", errno);
    DeviceException e = assertThrows(DeviceException.class, () -> RfkillDevice.open(libc, PATH));
    assertEquals(reason, e.reason());
  }

  private static void assertReason(Reason reason, RfkillDevice device) {
    DeviceException e = assertThrows(DeviceException.class, () -> device.next(SOON));
    assertEquals(reason, e.reason());
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
