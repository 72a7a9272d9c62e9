package org.officeos.hal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.officeos.hal.guard.testing.FakeGuardKernel;
import org.officeos.hal.guard.testing.GuardRun;
import org.officeos.hal.netlink.Forwarding;

/** What the guard does about packets that are passed on, over a kernel in memory. */
class GuardForwardingTest {

  private static final long SECOND = 1_000_000_000L;

  private final FakeGuardKernel kernel = new FakeGuardKernel();
  private final List<GuardRecord> records = new ArrayList<>();
  private final GuardLoop loop = new GuardLoop(kernel, kernel::nanos, records::add, false);
  private final GuardRun run = new GuardRun(loop, kernel);

  @Test
  void forwardingThatNoRequestEndsIsToldWithTheNextStepAndThatItEndedToo() {
    int eth0 = kernel.make("eth0", "veth");
    loop.begin();
    kernel.forwarding(FakeGuardKernel.LO, true);
    kernel.forwarding(Forwarding.ALL, true);
    run.all();
    assertEquals(List.of(), records, "of IPv4, what it made of each is what counts");
    kernel.forwarding(Forwarding.DEFAULT, true);
    kernel.forwarding(new Forwarding(true, Forwarding.ALL, true));
    kernel.forwarding(new Forwarding(true, eth0, true));
    run.all();
    run.during(30 * SECOND);
    assertEquals(
        List.of(
            "net/ipv4/conf/default/forwarding",
            "net/ipv6/conf/all/forwarding",
            "net/ipv6/conf/eth0/forwarding"),
        records.stream().map(each -> ((GuardRecord.Open) each).opening().subject()).toList());
    String why = ((GuardRecord.Open) records.get(1)).why();
    assertTrue(why.contains("set it to 0 with sysctl"), why);
    kernel.forwarding(Forwarding.DEFAULT, false);
    run.all();
    assertEquals("by itself", ((GuardRecord.Shut) records.get(3)).how());
    assertEquals(List.of(), kernel.acts());
  }

  @Test
  void forwardingOfAnInterfaceIsSwitchedOffEachTime() {
    int eth0 = kernel.make("eth0", "veth");
    loop.begin();
    for (int i = 0; i < 3; i++) {
      kernel.forwarding(eth0, true);
      run.all();
      assertFalse(kernel.forwards(eth0));
    }
    assertEquals(
        List.of("forwarding switched off", "forwarding switched off", "forwarding switched off"),
        records.stream().map(each -> ((GuardRecord.Shut) each).how()).toList());
    GuardAction end = new GuardAction.EndForwarding(eth0);
    assertEquals(List.of(end, end, end), kernel.acts());
  }

  @Test
  void forwardingThatTheKernelKeepsIsTriedAgainAndSaidOnce() {
    int eth0 = kernel.make("eth0", "veth");
    loop.begin();
    kernel.refuse("REFUSED: EPERM, not allowed");
    kernel.forwarding(eth0, true);
    run.during(60 * SECOND);
    assertEquals(1, records.size(), records.toString());
    assertEquals("REFUSED: EPERM, not allowed", ((GuardRecord.Open) records.get(0)).why());
    assertTrue(kernel.acts().size() < 30, kernel.acts().size() + " tries in a minute");
    kernel.refuse("");
    run.during(10 * SECOND);
    assertFalse(kernel.forwards(eth0));
    assertEquals("forwarding switched off", ((GuardRecord.Shut) records.get(1)).how());
  }

  @Test
  void forwardingOfAnInterfaceThatWentMeanwhileIsNoTrouble() {
    int eth0 = kernel.make("eth0", "veth");
    loop.begin();
    kernel.forwarding(eth0, true);
    kernel.goneUntold(eth0);
    run.all();
    run.during(30 * SECOND);
    assertEquals(List.of(), records);
    assertEquals(List.of(new GuardAction.EndForwarding(eth0)), kernel.acts());
    assertEquals(List.of(), loop.settle(SECOND));
  }

  @Test
  void forwardingOfAnInterfaceThatWentBeforeIsNotTouched() {
    int eth0 = kernel.make("eth0", "veth");
    loop.begin();
    kernel.refuse("REFUSED: EPERM, not allowed");
    kernel.forwarding(eth0, true);
    run.during(SECOND);
    kernel.gone(eth0);
    run.all();
    assertEquals("by itself", ((GuardRecord.Shut) records.get(1)).how());
    int tries = kernel.acts().size();
    run.during(30 * SECOND);
    assertEquals(tries, kernel.acts().size());
  }

  @Test
  void whatIsSwitchedOnAndOffInALoopFillsNoLogEither() {
    loop.begin();
    for (int i = 0; i < 1000; i++) {
      kernel.forwarding(Forwarding.DEFAULT, i % 2 == 0);
      run.all();
    }
    run.during(11 * SECOND);
    assertEquals(Ledger.EACH + 1, records.size());
  }
}
