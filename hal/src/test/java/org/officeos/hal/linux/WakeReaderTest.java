package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.FakeKernel;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.netlink.AttributeWriter;
import org.officeos.hal.netlink.Wiphy;

class WakeReaderTest {

  private static final int FAMILY = 31;

  private final FakeKernel kernel = new FakeKernel();
  private final FakeLibC libc = new FakeLibC(kernel);
  private final WakeReader reader = new WakeReader(libc, libc::nanos);

  private static Wiphy radio(int index) {
    return new Wiphy(index, "phy" + index, Set.of(), Set.of(), List.of(), Set.of());
  }

  @Test
  void tellsTheRadiosThatListenWhileTheDeviceSleeps() throws Exception {
    kernel.family("nl80211", FAMILY, Map.of());
    AttributeWriter triggers = new AttributeWriter().bytes(2, new byte[0]);
    kernel.wake(1, new AttributeWriter().nested(117, triggers));
    kernel.wake(2, new AttributeWriter());
    assertEquals(List.of("phy1"), reader.waking(List.of(radio(0), radio(1), radio(2))));
    assertEquals(0, libc.openDescriptors());
  }

  @Test
  void aKernelWithoutRadiosIsNotAsked() throws Exception {
    assertEquals(List.of(), reader.waking(List.of()));
    NetlinkException absent =
        assertThrows(NetlinkException.class, () -> reader.waking(List.of(radio(0))));
    assertEquals(Reason.FAMILY_ABSENT, absent.reason());
  }
}
