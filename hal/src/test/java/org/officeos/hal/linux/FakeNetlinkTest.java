package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.FakeKernel;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.NetlinkMessage;

/** The contract on the fake, and what no real kernel does when asked to. */
class FakeNetlinkTest extends NetlinkContract {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int EMFILE = 24;

  private final FakeKernel kernel = new FakeKernel();
  private final FakeLibC libc = new FakeLibC(kernel);

  @Override
  LibC libc() {
    return libc;
  }

  @Override
  LongSupplier nanos() {
    return libc::nanos;
  }

  @AfterEach
  void noDescriptorLivesOn() {
    assertEquals(0, libc.openDescriptors());
  }

  @Test
  void asksAgainWhereThingsChangedMeanwhile() throws Exception {
    kernel.interruptDumps(3);
    assertEquals(1, new RadioReader(libc, libc::nanos).links().size());
  }

  @Test
  void givesUpWhereTheyNeverCease() {
    kernel.interruptDumps(100);
    assertReason(Reason.STILL_CHANGING, () -> new RadioReader(libc, libc::nanos).links());
  }

  @Test
  void waitsForAnAnswerAsLongAsWasSaid() throws Exception {
    kernel.beSilent();
    long before = libc.nanos();
    try (NetlinkSocket socket = route()) {
      assertReason(Reason.TIMED_OUT, () -> socket.dump(Links::request, SOON));
    }
    assertEquals(SOON.toNanos(), libc.nanos() - before);
  }

  @Test
  void aFloodOfOthersMessagesDoesNotHoldAQuestionForEver() throws Exception {
    kernel.beSilent();
    try (NetlinkSocket socket = route()) {
      socket.join(Links.GROUP);
      for (int i = 0; i < 100; i++) {
        libc.notify(FakeKernel.ROUTE, Links.GROUP, message(16));
      }
      assertReason(Reason.TIMED_OUT, () -> socket.dump(Links::request, SOON));
    }
  }

  @Test
  void lostNotificationsHaveANameAndTheNextOnesAreHeard() throws Exception {
    try (NetlinkSocket socket = route()) {
      socket.join(Links.GROUP);
      libc.overrun(FakeKernel.ROUTE, Links.GROUP);
      libc.notify(FakeKernel.ROUTE, Links.GROUP, message(17));
      assertReason(Reason.OVERRUN, () -> socket.next(SOON));
      assertEquals(17, socket.next(SOON).get(0).type());
    }
  }

  @Test
  void whatAnotherProcessSendsIsNotTheKernels() throws Exception {
    try (NetlinkSocket socket = route()) {
      socket.join(Links.GROUP);
      libc.spoof(FakeKernel.ROUTE, Links.GROUP, message(16));
      assertEquals(List.of(), socket.next(Duration.ZERO));
      libc.spoof(FakeKernel.ROUTE, Links.GROUP, message(16));
      libc.notify(FakeKernel.ROUTE, Links.GROUP, message(17));
      assertEquals(17, socket.next(SOON).get(0).type());
    }
  }

  @Test
  void refusesByNameWhatIsTooLongOrNoMessage() throws Exception {
    try (NetlinkSocket socket = route()) {
      socket.join(Links.GROUP);
      libc.notify(FakeKernel.ROUTE, Links.GROUP, new byte[NetlinkSocket.MAX_DATAGRAM + 1]);
      assertReason(Reason.TOO_LONG, () -> socket.next(SOON));
      libc.notify(FakeKernel.ROUTE, Links.GROUP, new byte[15]);
      assertReason(Reason.MALFORMED, () -> socket.next(SOON));
    }
  }

  @Test
  void aSignalWhileWaitingIsNoFailure() throws Exception {
    try (NetlinkSocket socket = route()) {
      libc.refuseNext("poll", LibC.EINTR);
      assertEquals(List.of(), socket.next(SOON));
    }
  }

  @Test
  void optionsThatAnOldKernelLacksAreDoneWithout() throws Exception {
    libc.refuseNext("setsockopt", LibC.ENOPROTOOPT);
    assertEquals(1, new RadioReader(libc, libc::nanos).links().size());
  }

  @Test
  void namesWhatTheSystemRefuses() throws Exception {
    libc.refuseNextSocket(EMFILE);
    assertReason(Reason.NO_SOCKET, this::route);
    libc.refuseNext("bind", LibC.EPERM);
    assertReason(Reason.NO_SOCKET, this::route);
    try (NetlinkSocket socket = route()) {
      libc.refuseNext("sendto", LibC.ENOBUFS);
      assertReason(Reason.NOT_SENT, () -> socket.dump(Links::request, SOON));
      libc.refuseNext("recvfrom", LibC.EINVAL);
      assertReason(Reason.NOT_RECEIVED, () -> socket.next(SOON));
      libc.refuseNext("poll", LibC.EINVAL);
      assertReason(Reason.NOT_RECEIVED, () -> socket.next(SOON));
    }
  }

  @Test
  void switchesOffAnInterface() throws Exception {
    kernel.link(3, 1, 0x1003, "wlan0", new byte[6]);
    try (NetlinkSocket socket = route()) {
      assertEquals(List.of(), socket.question(n -> Links.switchOff(3, n), SOON));
    }
    assertEquals(List.of(3), kernel.switchedOff());
  }

  @Test
  void closingTwiceIsNoError() throws Exception {
    NetlinkSocket socket = route();
    socket.close();
    socket.close();
    assertEquals(0, libc.openDescriptors());
  }

  private NetlinkSocket route() throws NetlinkException {
    return NetlinkSocket.open(libc, FakeKernel.ROUTE, libc::nanos);
  }

  private static byte[] message(int type) {
    return new NetlinkMessage(type, 0, 0, 0, new byte[16]).encoded();
  }

  private static void assertReason(Reason reason, Executable what) {
    assertEquals(reason, assertThrows(NetlinkException.class, what).reason());
  }
}
