package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.guard.GuardAction;
import org.officeos.hal.guard.GuardAnswer;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.guard.GuardOrder;
import org.officeos.hal.linux.lib.FakeKernel;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.netlink.AttributeWriter;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.RfkillEvent;
import org.officeos.hal.netlink.RfkillEvent.Operation;
import org.officeos.hal.netlink.RfkillType;

/** What the kernel that the tests run on does not have: radios, switches, refusals. */
class LinuxGuardKernelOnFakeTest {

  private static final String RFKILL = "/dev/rfkill";
  private static final int CONTROLLER = 16;
  private static final int NL80211 = 33;
  private static final int CONFIG = 5;
  private static final int MLME = 6;

  @TempDir Path sys;
  private final FakeKernel kernel = new FakeKernel();
  private final FakeLibC libc = new FakeLibC(kernel);
  private LinuxGuardKernel guard;

  @BeforeEach
  void open() throws Exception {
    kernel.tell(22, 20);
    kernel.tell(26, 24);
    kernel.tell(82, 80);
    guard = new LinuxGuardKernel(libc, libc::nanos, sys, RFKILL, 1 << 20, Optional.empty());
  }

  @AfterEach
  void nothingStaysOpen() {
    guard.close();
    assertEquals(0, libc.openDescriptors());
  }

  private void wifi() {
    wifi(NL80211);
  }

  private void wifi(int family) {
    kernel.family("nl80211", family, Map.of("config", CONFIG, "mlme", MLME));
    kernel.part(
        family,
        1,
        FakeKernel.generic(
            3,
            new AttributeWriter()
                .u32(1, 0)
                .text(2, "phy0")
                .nested(32, new AttributeWriter().flag(2).flag(10))));
    kernel.part(
        family,
        5,
        FakeKernel.generic(
            7, new AttributeWriter().u32(1, 0).u64(153, 1).u32(3, 3).text(4, "wlan0").u32(5, 2)));
  }

  private static byte[] radio(int command, AttributeWriter attributes) {
    return new NetlinkMessage(NL80211, 0, 0, 0, FakeKernel.generic(command, attributes)).encoded();
  }

  @Test
  void whereNothingCanEndAWaitThereIsNoGuard() {
    libc.refuseNext("eventfd", 24);
    NetlinkException refused =
        assertThrows(
            NetlinkException.class,
            () -> new LinuxGuardKernel(libc, libc::nanos, sys, RFKILL, 1 << 20, Optional.empty()));
    assertEquals(NetlinkException.Reason.NO_SOCKET, refused.reason());
  }

  @Test
  void aKernelWithoutWifiHasNoRadiosAndThatIsNoBlindness() {
    assertEquals(
        List.of(new GuardEvent.RadiosSeen(List.of(), List.of())),
        guard.look(GuardOrder.Look.RADIOS));
  }

  @Test
  void radiosThatComeLaterAreSeenAndHeardFromThenOn() {
    guard.look(GuardOrder.Look.ALL);
    wifi();
    GuardEvent.RadiosSeen seen = (GuardEvent.RadiosSeen) guard.look(GuardOrder.Look.RADIOS).get(0);
    assertTrue(seen.radios().get(0).hasP2pDevice(), seen.toString());
    assertEquals(InterfaceType.STATION, seen.wireless().get(0).type());
    libc.notify(FakeKernel.GENERIC, MLME, radio(46, new AttributeWriter().u32(1, 0).u32(3, 3)));
    assertEquals(List.of(new GuardEvent.RadioActed()), guard.next(0));
    libc.notify(FakeKernel.GENERIC, MLME, radio(60, new AttributeWriter().u32(1, 0).u32(3, 3)));
    assertEquals(List.of(), guard.next(0), "a frame that was sent is nobody's news");
    libc.notify(
        FakeKernel.GENERIC, CONFIG, radio(4, new AttributeWriter().u32(1, 0).text(2, "phy0")));
    assertEquals(List.of(new GuardEvent.RadioActed()), guard.next(0));
  }

  @Test
  void whatARadioCanDoIsAskedAgainWhereSomethingWasToldOrAMinutePassed() {
    guard.look(GuardOrder.Look.ALL);
    wifi();
    guard.look(GuardOrder.Look.RADIOS);
    assertEquals(1, kernel.asked(NL80211, 1));
    guard.look(GuardOrder.Look.ALL);
    assertEquals(1, kernel.asked(NL80211, 1));
    libc.notify(
        FakeKernel.GENERIC, CONFIG, radio(4, new AttributeWriter().u32(1, 0).text(2, "phy0")));
    guard.next(0);
    guard.look(GuardOrder.Look.RADIOS);
    assertEquals(1, kernel.asked(NL80211, 1));
    guard.look(GuardOrder.Look.ALL);
    assertEquals(2, kernel.asked(NL80211, 1));
    guard.next(Standing.LONGEST);
    guard.look(GuardOrder.Look.ALL);
    assertEquals(3, kernel.asked(NL80211, 1));
  }

  @Test
  void whatARadioCanDoIsNotAskedAgainWhereAnInterfaceWasOnlySetUpOrDown() {
    wifi();
    guard.look(GuardOrder.Look.ALL);
    libc.notify(FakeKernel.ROUTE, 1, link(77));
    guard.next(0);
    guard.look(GuardOrder.Look.ALL);
    assertEquals(2, kernel.asked(NL80211, 1), "an interface came");
    libc.notify(FakeKernel.ROUTE, 1, link(77));
    guard.next(0);
    guard.look(GuardOrder.Look.ALL);
    assertEquals(2, kernel.asked(NL80211, 1), "it was told of again");
    libc.notify(FakeKernel.ROUTE, 1, link(77, "eth8"));
    guard.next(0);
    guard.look(GuardOrder.Look.ALL);
    assertEquals(3, kernel.asked(NL80211, 1), "it has another name");
    libc.overrun(FakeKernel.ROUTE, 1);
    guard.next(0);
    guard.look(GuardOrder.Look.ALL);
    assertEquals(4, kernel.asked(NL80211, 1), "something was lost");
  }

  @Test
  void wifisNumberIsAskedForOnceAndAgainWhereItNoLongerAnswers() {
    wifi();
    guard.look(GuardOrder.Look.ALL);
    guard.look(GuardOrder.Look.RADIOS);
    assertEquals(1, kernel.asked(CONTROLLER, 3));
    kernel.unload("nl80211", NL80211);
    wifi(NL80211 + 1);
    GuardEvent.RadiosSeen seen = (GuardEvent.RadiosSeen) guard.look(GuardOrder.Look.RADIOS).get(0);
    assertEquals("wlan0", seen.wireless().get(0).name().orElseThrow());
    assertEquals(2, kernel.asked(CONTROLLER, 3));
    kernel.unload("nl80211", NL80211 + 1);
    assertEquals(
        List.of(new GuardEvent.RadiosSeen(List.of(), List.of())),
        guard.look(GuardOrder.Look.RADIOS));
  }

  @Test
  void whatWasLostOrIsNoNetlinkIsSaidToBeLostAndWhatWaitedIsDropped() {
    libc.overrun(FakeKernel.ROUTE, 1);
    libc.notify(FakeKernel.ROUTE, 1, link(77));
    assertEquals(List.of(new GuardEvent.Lost()), guard.next(0));
    assertEquals(List.of(), guard.next(0));
    libc.notify(FakeKernel.ROUTE, 1, new byte[] {1, 2, 3});
    assertEquals(List.of(new GuardEvent.Lost()), guard.next(0));
    libc.notify(FakeKernel.ROUTE, 1, new NetlinkMessage(16, 0, 0, 0, new byte[3]).encoded());
    assertEquals(List.of(new GuardEvent.Lost()), guard.next(0));
  }

  private static byte[] link(int index) {
    return link(index, "eth7");
  }

  private static byte[] link(int index, String called) {
    byte[] name = new AttributeWriter().text(3, called).toBytes();
    byte[] payload =
        ByteBuffer.allocate(16 + name.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0)
            .putInt(index)
            .putInt(1)
            .putInt(0)
            .put(name)
            .array();
    return new NetlinkMessage(16, 0, 0, 0, payload).encoded();
  }

  @Test
  void anotherProcessTellsNothing() {
    libc.spoof(FakeKernel.ROUTE, 1, link(77));
    assertEquals(List.of(), guard.next(0));
    libc.notify(FakeKernel.ROUTE, 1, link(77));
    GuardEvent.LinkHere here = (GuardEvent.LinkHere) guard.next(0).get(0);
    assertEquals("eth7", here.link().name());
    assertTrue(here.link().up());
  }

  @Test
  void aKernelThatDoesNotAnswerIsBlindnessByName() {
    kernel.beSilent();
    List<GuardEvent> seen = guard.look(GuardOrder.Look.ALL);
    assertEquals(
        new GuardEvent.Blind(GuardOrder.Look.RADIOS, "TIMED_OUT: no answer in 5000 ms"),
        seen.get(0));
    assertEquals(
        new GuardEvent.Blind(GuardOrder.Look.ALL, "TIMED_OUT: no answer in 2000 ms"), seen.get(1));
  }

  @Test
  void refusalsHaveTheirNames() {
    kernel.refuse(16, 1);
    assertEquals(
        GuardAnswer.refused("REFUSED: EPERM, not allowed"),
        guard.act(new GuardAction.SwitchOff(3)));
    kernel.refuse(16, 19);
    assertEquals(GuardAnswer.GONE, guard.act(new GuardAction.SwitchOff(3)));
    GuardAction end = new GuardAction.EndForwarding(3);
    kernel.refuse(19, 1);
    assertEquals(GuardAnswer.refused("REFUSED: EPERM, not allowed"), guard.act(end));
    kernel.refuse(19, 97);
    assertEquals(GuardAnswer.GONE, guard.act(end), "it has lost its IPv4");
    kernel.refuse(19, 19);
    assertEquals(GuardAnswer.GONE, guard.act(end));
    assertThrows(
        IllegalArgumentException.class,
        () -> guard.act(new GuardAction.Tell(LeakVector.WRONG_MODE, "x", "y")));
  }

  private static byte[] radioSwitch(int index, RfkillType type, Operation operation) {
    return new RfkillEvent(index, type, operation, false, false, OptionalInt.empty()).encoded();
  }

  @Test
  void switchesAreHeardAndBlockedByTheirNumber() {
    libc.file(
        RFKILL,
        radioSwitch(0, RfkillType.WLAN, Operation.ADDED),
        radioSwitch(4, RfkillType.BLUETOOTH, Operation.ADDED),
        radioSwitch(5, RfkillType.NFC, Operation.REMOVED));
    RadioSwitch bluetooth = new RadioSwitch("rfkill4", RfkillType.BLUETOOTH, false);
    List<GuardEvent> seen = guard.look(GuardOrder.Look.ALL);
    assertEquals(
        List.of(
            new GuardEvent.SwitchHere(new RadioSwitch("rfkill0", RfkillType.WLAN, false)),
            new GuardEvent.SwitchHere(bluetooth),
            new GuardEvent.SwitchGone("rfkill5")),
        seen.subList(2, 5));
    assertEquals(GuardAnswer.TAKEN, guard.act(new GuardAction.Block(bluetooth)));
    assertArrayEquals(new byte[] {4, 0, 0, 0, 2, 2, 1, 0}, libc.written(RFKILL).get(0));
    libc.refuseNext("open", 13);
    assertEquals(
        GuardAnswer.refused("/dev/rfkill: open failed with errno 13"),
        guard.act(new GuardAction.Block(bluetooth)));
  }

  @Test
  void aWifiSwitchIsNeverTouched() {
    RadioSwitch wifi = new RadioSwitch("rfkill0", RfkillType.WLAN, false);
    assertEquals(
        GuardAnswer.refused("switches of type wlan are not touched"),
        guard.act(new GuardAction.Block(wifi)));
    assertEquals(List.of(), libc.written(RFKILL));
  }
}
