package org.officeos.handheld.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.DeviceType;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.handheld.radio.LaptopChoice.Verdict;

final class LaptopChoiceTest {

  private static final long START = Long.MAX_VALUE - 5;
  private static final int OWNS_A_PERSISTENT_GROUP = 0x03;
  private static final P2pDevice ONE = device(1, DeviceType.NOTEBOOK, OWNS_A_PERSISTENT_GROUP);
  private static final P2pDevice TWO = device(2, DeviceType.NOTEBOOK, OWNS_A_PERSISTENT_GROUP);

  private final LaptopChoice anyLaptop = choice(Optional.empty());

  private static LaptopChoice choice(Optional<MacAddress> wanted) {
    return new LaptopChoice(wanted, Duration.ofSeconds(4), START);
  }

  private static P2pDevice device(int number, DeviceType type, int groups) {
    return new P2pDevice(
        new MacAddress(number), "same name", type, 0x80, 0x20, groups, OptionalInt.empty());
  }

  private static void hears(LaptopChoice choice, P2pDevice... devices) {
    for (P2pDevice each : devices) {
      choice.onEvent(new P2pEvent.DeviceFound(each));
    }
  }

  private static long after(int seconds) {
    return START + Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void takesTheOnlyLaptopOnceAnotherHadTimeToBeHeard() {
    hears(anyLaptop, ONE);
    assertEquals(new Verdict.Listen(after(4)), anyLaptop.verdict(after(1)));
    assertEquals(new Verdict.Chosen(ONE), anyLaptop.verdict(after(4)));
  }

  @Test
  void asksThePersonWhereThereAreSeveral() {
    hears(anyLaptop, TWO, ONE);
    assertEquals(new Verdict.Several(List.of(ONE, TWO)), anyLaptop.verdict(after(4)));
    anyLaptop.onEvent(new P2pEvent.DeviceLost(ONE.address()));
    assertEquals(new Verdict.Chosen(TWO), anyLaptop.verdict(after(4)));
  }

  @Test
  void takesTheOneThatThePersonNamedAtOnceAndNoOther() {
    LaptopChoice named = choice(Optional.of(TWO.address()));
    hears(named, ONE);
    assertEquals(new Verdict.Listen(after(4)), named.verdict(after(1)));
    assertEquals(new Verdict.Listen(after(8)), named.verdict(after(4)));
    hears(named, TWO);
    assertEquals(new Verdict.Chosen(TWO), named.verdict(after(5)));
  }

  @Test
  void passesOverWhatIsNoLaptopWithAGroupToRemember() {
    hears(
        anyLaptop,
        device(3, DeviceType.PORTABLE_GAMING, OWNS_A_PERSISTENT_GROUP),
        device(4, DeviceType.NOTEBOOK, 0x00),
        device(5, DeviceType.NOTEBOOK, 0x01),
        device(6, DeviceType.NOTEBOOK, 0x02));
    assertEquals(new Verdict.Listen(after(8)), anyLaptop.verdict(after(4)));
    hears(anyLaptop, device(4, DeviceType.NOTEBOOK, OWNS_A_PERSISTENT_GROUP));
    assertEquals(
        new Verdict.Chosen(device(4, DeviceType.NOTEBOOK, OWNS_A_PERSISTENT_GROUP)),
        anyLaptop.verdict(after(5)));
  }

  @Test
  void searchesEveryChannelOnceAndThenGivesUp() {
    hears(anyLaptop, device(4, DeviceType.NOTEBOOK, 0x00));
    assertEquals(new Verdict.Listen(after(8)), anyLaptop.verdict(after(7)));
    assertEquals(new Verdict.Search(FindRequest.full()), anyLaptop.verdict(after(8)));
    assertEquals(new Verdict.Listen(after(24)), anyLaptop.verdict(after(8)));
    assertEquals(new Verdict.None(1), anyLaptop.verdict(after(24)));
  }
}
