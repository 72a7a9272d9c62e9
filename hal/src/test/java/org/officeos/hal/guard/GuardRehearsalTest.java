package org.officeos.hal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.officeos.hal.guard.testing.FakeGuardKernel;
import org.officeos.hal.guard.testing.GuardRun;
import org.officeos.hal.netlink.InterfaceType;

/** What the guard tries before it says that it is ready, over a kernel in memory. */
class GuardRehearsalTest {

  private final FakeGuardKernel kernel = new FakeGuardKernel();
  private final List<GuardRecord> records = new ArrayList<>();

  private GuardLoop loop(boolean dry) {
    return new GuardLoop(kernel, kernel::nanos, records::add, dry);
  }

  @Test
  void anInterfaceThatIsNotThereIsShutAndNothingElseIsTouchedOrWrittenDown() {
    kernel.radio(0, InterfaceType.STATION, InterfaceType.P2P_CLIENT, InterfaceType.P2P_DEVICE);
    int eth0 = kernel.make("eth0", "");
    GuardLoop loop = loop(false);
    loop.begin();
    kernel.looks().clear();
    kernel.up(eth0);
    loop.rehearse();
    assertEquals(Set.of(new GuardAction.SwitchOff(Integer.MAX_VALUE)), Set.copyOf(kernel.acts()));
    assertEquals(Set.of(GuardOrder.Look.RADIOS), Set.copyOf(kernel.looks()));
    assertTrue(kernel.acts().size() >= 10, "once is not enough to be quick");
    assertEquals(List.of(), records);
    assertTrue(kernel.isUp(eth0), "what was told meanwhile waits");
    new GuardRun(loop, kernel).all();
    assertFalse(kernel.isUp(eth0));
    assertEquals(1, records.size());
  }

  @Test
  void whereItOnlyLooksNothingIsDone() {
    GuardLoop loop = loop(true);
    loop.begin();
    loop.rehearse();
    assertEquals(List.of(), kernel.acts());
  }

  @Test
  void radiosThatCannotBeLookedAtDoNotEndIt() {
    GuardLoop loop = loop(false);
    loop.begin();
    kernel.blind(GuardOrder.Look.RADIOS, "TIMED_OUT");
    loop.rehearse();
    assertEquals(List.of(), records);
  }
}
