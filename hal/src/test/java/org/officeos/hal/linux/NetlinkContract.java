package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.FakeKernel;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.GenericFamily;
import org.officeos.hal.netlink.Link;
import org.officeos.hal.netlink.Links;

/** What any kernel must do over netlink; run over the fake and over the real one. */
abstract class NetlinkContract {

  private static final Duration SOON = Duration.ofSeconds(5);

  abstract LibC libc();

  abstract LongSupplier nanos();

  private NetlinkSocket open(int protocol) throws NetlinkException {
    return NetlinkSocket.open(libc(), protocol, nanos());
  }

  @Test
  void tellsTheLoopback() throws Exception {
    List<Link> links = new RadioReader(libc(), nanos()).links();
    Link lo = links.stream().filter(each -> each.name().equals("lo")).findFirst().orElseThrow();
    assertEquals(1, lo.index());
    assertEquals(Link.LOOPBACK, lo.kind());
    assertEquals("00:00:00:00:00:00", lo.address().orElseThrow().text());
  }

  @Test
  void tellsTheControllersFamily() throws Exception {
    try (NetlinkSocket socket = open(FakeKernel.GENERIC)) {
      GenericFamily controller = RadioReader.family(socket, "nlctrl");
      assertEquals(GenericFamily.CONTROLLER, controller.id());
      assertEquals("nlctrl", controller.name());
      assertTrue(controller.group("notify").isPresent());
    }
  }

  @Test
  void namesAFamilyThatIsAbsent() throws Exception {
    try (NetlinkSocket socket = open(FakeKernel.GENERIC)) {
      NetlinkException absent =
          assertThrows(NetlinkException.class, () -> RadioReader.family(socket, "no-such-family"));
      assertEquals(Reason.FAMILY_ABSENT, absent.reason());
    }
  }

  @Test
  void asksSeveralTimesOnOneSocket() throws Exception {
    try (NetlinkSocket socket = open(FakeKernel.ROUTE)) {
      for (int i = 0; i < 20; i++) {
        List<Link> links = Links.read(socket.dump(Links::request, SOON));
        assertTrue(links.stream().anyMatch(each -> each.name().equals("lo")));
      }
    }
  }

  @Test
  void namesAnInterfaceThatIsNotThere() throws Exception {
    try (NetlinkSocket socket = open(FakeKernel.ROUTE)) {
      NetlinkException refused =
          assertThrows(
              NetlinkException.class,
              () -> socket.question(n -> Links.switchOff(Integer.MAX_VALUE, n), SOON));
      assertEquals(Reason.REFUSED, refused.reason());
      int errno = refused.refusal().orElseThrow().errno();
      assertTrue(errno == 19 || errno == 1, "ENODEV, or EPERM without rights, not " + errno);
    }
  }

  @Test
  void hearsAGroupAndNothingComesWhereNothingHappens() throws Exception {
    try (NetlinkSocket socket = open(FakeKernel.ROUTE)) {
      socket.join(Links.GROUP);
      assertEquals(List.of(), socket.next(Duration.ofMillis(1)));
    }
  }

  @Test
  void namesAGroupThatCannotBe() throws Exception {
    try (NetlinkSocket socket = open(FakeKernel.ROUTE)) {
      NetlinkException refused = assertThrows(NetlinkException.class, () -> socket.join(1_000_000));
      assertEquals(Reason.OPTION_REFUSED, refused.reason());
    }
  }

  @Test
  void namesAProtocolThatDoesNotExist() {
    NetlinkException refused = assertThrows(NetlinkException.class, () -> open(31));
    assertEquals(Reason.NO_SOCKET, refused.reason());
  }

  @Test
  void radiosAreToldOrTheirAbsenceHasAName() throws Exception {
    try {
      new RadioReader(libc(), nanos()).radios();
    } catch (NetlinkException e) {
      assertEquals(Reason.FAMILY_ABSENT, e.reason());
    }
  }
}
