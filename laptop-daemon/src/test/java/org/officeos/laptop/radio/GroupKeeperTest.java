package org.officeos.laptop.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.GroupSsid;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.PersistentGroup;

/** The keeper alone: every step as a value, the time turned by hand. */
final class GroupKeeperTest {

  private static final String OURS = "DIRECT-ab-OfficeOS";
  private static final String IFACE = "p2p-wlan0-0";
  private static final MacAddress ADA = MacAddress.parse("02:00:00:00:00:01");
  private static final MacAddress BOB = MacAddress.parse("02:00:00:00:00:02");
  private static final List<PersistentGroup> NONE = List.of();

  private long now = 5;
  private GroupKeeper keeper = keeper(Optional.empty());

  private static GroupKeeper keeper(Optional<OwnGroup> own) {
    return keeper(KeptGroups.of(own), Optional.empty());
  }

  private static GroupKeeper keeper(KeptGroups kept, Optional<Frequency> wish) {
    return new GroupKeeper(kept, Channels.startingWith(wish), "-OfficeOS");
  }

  private static Passphrase key() {
    try {
      return Passphrase.of("made-up-key");
    } catch (P2pException e) {
      throw new AssertionError(e);
    }
  }

  private static OwnGroup own() {
    return new OwnGroup(OURS, Optional.of(key()));
  }

  private static P2pGroup group(String iface, String ssid) {
    return new P2pGroup(
        iface,
        P2pGroup.Role.GROUP_OWNER,
        ssid,
        new Frequency(2412),
        MacAddress.ZERO,
        Optional.of(key()),
        true,
        Optional.empty());
  }

  private static PersistentGroup remembered(int id, String ssid, P2pGroup.Role role) {
    return new PersistentGroup(id, ssid, MacAddress.ZERO, role);
  }

  private List<Move> hear(P2pEvent event) {
    return keeper.onEvent(event, now);
  }

  private List<Move> here() {
    return hear(new P2pEvent.StateChanged(P2pState.INACTIVE, Optional.empty()));
  }

  private List<Move> away(P2pReason reason) {
    return hear(new P2pEvent.StateChanged(P2pState.DISABLED, Optional.of(reason)));
  }

  private List<Move> refused(P2pReason reason) {
    return keeper.onRefused(Trouble.of(reason), now);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private static Move create(int megahertz) {
    return new Move.Create(GroupConfig.anyPersistent().on(new Frequency(megahertz)));
  }

  private void lookingUp() {
    keeper.start(now);
    assertEquals(List.of(new Move.LookUp()), here());
  }

  private void making() {
    lookingUp();
    assertEquals(List.of(create(2412)), keeper.onFound(NONE, List.of(), now));
  }

  private void standing() {
    making();
    hear(new P2pEvent.GroupStarted(group(IFACE, OURS)));
    assertEquals(List.of(), keeper.onServing(now));
    assertEquals(RadioPhase.STANDING, keeper.phase());
  }

  @Test
  void makesANewGroupAndKeepsItInMind() {
    making();
    assertEquals(
        List.of(
            new Move.Remember(KeptGroups.of(Optional.of(own()))),
            new Move.KeepWhenEmpty(IFACE),
            new Move.Serve(group(IFACE, OURS))),
        hear(new P2pEvent.GroupStarted(group(IFACE, OURS))));
    assertEquals(RadioPhase.MAKING, keeper.phase(), "it stands when it is listened on");
    keeper.onServing(now);
    assertEquals(RadioPhase.STANDING, keeper.phase());
    assertEquals(now + GroupKeeper.CHECK_EVERY.toNanos(), keeper.due().orElseThrow());
  }

  @Test
  void bringsItsOwnGroupBackByItsNumber() {
    keeper = keeper(Optional.of(own()));
    lookingUp();
    assertEquals(
        List.of(new Move.Reinvoke(4, Frequency.ANY)),
        keeper.onFound(
            List.of(
                remembered(1, "DIRECT-zz-OfficeOS", P2pGroup.Role.GROUP_OWNER),
                remembered(2, OURS, P2pGroup.Role.CLIENT),
                remembered(4, OURS, P2pGroup.Role.GROUP_OWNER)),
            List.of(),
            now));
    assertEquals(
        List.of(new Move.KeepWhenEmpty(IFACE), new Move.Serve(group(IFACE, OURS))),
        hear(new P2pEvent.GroupStarted(group(IFACE, OURS))));
  }

  @Test
  void makesTheSameGroupAgainWhereTheSupplicantForgotIt() throws P2pException {
    keeper = keeper(Optional.of(own()));
    lookingUp();
    GroupConfig same = GroupConfig.named(GroupSsid.of(OURS), key());
    assertEquals(
        List.of(new Move.Create(same.on(new Frequency(2412)))),
        keeper.onFound(
            List.of(remembered(1, "DIRECT-zz-OfficeOS", P2pGroup.Role.GROUP_OWNER)),
            List.of(),
            now));
    assertEquals(
        List.of(),
        hear(new P2pEvent.GroupStarted(group("p2p-wlan0-8", "DIRECT-zz-OfficeOS"))),
        "another one of this kind is not the one that was asked for");
    assertEquals(2, hear(new P2pEvent.GroupStarted(group(IFACE, OURS))).size());
  }

  @Test
  void takesNoGroupOfAnotherProgramForItsOwn() {
    lookingUp();
    List<PersistentGroup> theirs =
        List.of(remembered(0, "DIRECT-xy-Printer", P2pGroup.Role.GROUP_OWNER));
    assertEquals(List.of(create(2412)), keeper.onFound(theirs, List.of(), now));
    assertEquals(
        List.of(), hear(new P2pEvent.GroupStarted(group("p2p-wlan0-9", "DIRECT-xy-Printer"))));
    assertEquals(
        List.of(), hear(new P2pEvent.GroupRemoved("p2p-wlan0-9", P2pGroup.Role.GROUP_OWNER)));
    assertEquals(RadioPhase.MAKING, keeper.phase());
  }

  @Test
  void removesWhatWasLeftOfItselfBeforeItBeginsAnew() {
    keeper = keeper(Optional.of(own()));
    lookingUp();
    assertEquals(
        List.of(new Move.Remove("p2p-wlan0-3"), new Move.Reinvoke(0, Frequency.ANY)),
        keeper.onFound(
            List.of(remembered(0, OURS, P2pGroup.Role.GROUP_OWNER)),
            List.of(group("p2p-wlan0-3", OURS), group("p2p-wlan0-4", "DIRECT-xy-Printer")),
            now));
  }

  @Test
  void triesTheOtherChannelsAndInTheEndAny() {
    making();
    assertEquals(List.of(create(2437)), refused(P2pReason.CHANNEL_UNAVAILABLE));
    assertEquals(
        List.of(create(2462)), hear(new P2pEvent.FormationFailed(P2pReason.INVALID_FREQUENCY, "")));
    assertEquals(List.of(create(0)), refused(P2pReason.CHANNEL_UNAVAILABLE));
    assertEquals(List.of(), refused(P2pReason.CHANNEL_UNAVAILABLE));
    assertEquals(RadioPhase.RESTING, keeper.phase());
    assertEquals("CHANNEL_UNAVAILABLE", keeper.trouble().orElseThrow().word());
  }

  @Test
  void beginsWithTheConfiguredChannel() {
    Channels channels = Channels.startingWith(Optional.of(new Frequency(2437)));
    assertEquals(
        List.of(new Frequency(2437), new Frequency(2412), new Frequency(2462), Frequency.ANY),
        channels.order());
  }

  @Test
  void restsLongerAfterEachFailureAndOneMinuteAtMost() {
    making();
    long[] seconds = {1, 2, 4, 8, 16, 32, 60, 60};
    for (long wanted : seconds) {
      refused(P2pReason.FORMATION_FAILED);
      assertEquals(now + Duration.ofSeconds(wanted).toNanos(), keeper.due().orElseThrow());
      pass(Duration.ofSeconds(wanted));
      assertEquals(List.of(new Move.LookUp()), keeper.onTime(now));
      keeper.onFound(NONE, List.of(), now);
    }
  }

  @Test
  void makesItAgainWhenItWasRemoved() {
    standing();
    keeper.onPairing(true, now);
    pass(GroupKeeper.STEADY);
    assertEquals(
        List.of(new Move.StopServing()),
        hear(new P2pEvent.GroupRemoved(IFACE, P2pGroup.Role.GROUP_OWNER)));
    assertEquals(RadioPhase.RESTING, keeper.phase());
    pass(Duration.ofSeconds(1));
    assertEquals(List.of(new Move.LookUp()), keeper.onTime(now));
    assertEquals(
        List.of(new Move.Reinvoke(0, Frequency.ANY)),
        keeper.onFound(List.of(remembered(0, OURS, P2pGroup.Role.GROUP_OWNER)), List.of(), now));
    hear(new P2pEvent.GroupStarted(group("p2p-wlan0-1", OURS)));
    assertEquals(
        List.of(new Move.Admit("p2p-wlan0-1")),
        keeper.onServing(now),
        "the pairing window is open still");
  }

  @Test
  void restsLongerWhileItsGroupsDoNotLast() {
    standing();
    hear(new P2pEvent.GroupRemoved(IFACE, P2pGroup.Role.GROUP_OWNER));
    pass(Duration.ofSeconds(1));
    keeper.onTime(now);
    keeper.onFound(NONE, List.of(), now);
    hear(new P2pEvent.GroupStarted(group(IFACE, OURS)));
    keeper.onServing(now);
    hear(new P2pEvent.GroupRemoved(IFACE, P2pGroup.Role.GROUP_OWNER));
    assertEquals(now + Duration.ofSeconds(2).toNanos(), keeper.due().orElseThrow());
  }

  @Test
  void countsWhoIsInItsOwnGroupOnly() {
    standing();
    hear(new P2pEvent.ClientJoined(IFACE, ADA));
    hear(new P2pEvent.ClientJoined(IFACE, ADA));
    hear(new P2pEvent.ClientJoined(IFACE, BOB));
    hear(new P2pEvent.ClientJoined("p2p-wlan0-9", MacAddress.ZERO));
    assertEquals(2, keeper.clients());
    hear(new P2pEvent.ClientLeft(IFACE, ADA));
    assertEquals(1, keeper.clients());
    hear(new P2pEvent.GroupRemoved(IFACE, P2pGroup.Role.GROUP_OWNER));
    assertEquals(0, keeper.clients());
  }

  @Test
  void pressesTheButtonAgainWhileThePairingWindowIsOpen() {
    standing();
    List<Move> admits = List.of(new Move.Admit(IFACE));
    assertEquals(admits, keeper.onPairing(true, now));
    pass(Duration.ofSeconds(99));
    assertEquals(List.of(new Move.Check()), keeper.onTime(now));
    assertEquals(List.of(), keeper.onTime(now));
    pass(Duration.ofSeconds(1));
    assertEquals(admits, keeper.onTime(now));
    keeper.onNotAdmitted(now);
    pass(Admission.AGAIN);
    assertEquals(admits, keeper.onTime(now));
    assertEquals(List.of(new Move.CancelAdmission(IFACE)), keeper.onPairing(false, now));
    pass(Admission.EVERY);
    assertEquals(List.of(new Move.Check()), keeper.onTime(now));
    assertEquals(List.of(), keeper.onTime(now));
  }

  @Test
  void pressesTheButtonForTheNextWhenOneLeft() {
    standing();
    keeper.onPairing(true, now);
    assertEquals(List.of(), hear(new P2pEvent.ClientJoined(IFACE, ADA)));
    pass(Duration.ofSeconds(20));
    assertEquals(List.of(new Move.Admit(IFACE)), hear(new P2pEvent.ClientLeft(IFACE, ADA)));
    pass(Admission.EVERY);
    keeper.onTime(now);
    assertEquals(List.of(new Move.Admit(IFACE)), keeper.onTime(now));
  }

  @Test
  void leavesANetworkThatAnotherInterfaceCameInto() {
    standing();
    pass(GroupKeeper.CHECK_EVERY);
    assertEquals(List.of(new Move.Check()), keeper.onTime(now));
    Trouble taken = new Trouble("NETWORK_TAKEN", "by eth0", Optional.empty());
    assertEquals(
        List.of(new Move.StopServing(), new Move.Remove(IFACE)), keeper.onTaken(taken, now));
    assertEquals(Optional.of(taken), keeper.trouble());
    assertEquals(List.of(), keeper.onTaken(taken, now));
  }

  @Test
  void doesNotRestWhileAPersonWaits() {
    making();
    refused(P2pReason.FORMATION_FAILED);
    assertEquals(List.of(new Move.LookUp()), keeper.onPairing(true, now));
    away(P2pReason.NO_RADIO);
    assertEquals(List.of(), keeper.onPairing(true, now));
    assertEquals(List.of(new Move.Reopen()), keeper.onTime(now));
  }

  @Test
  void waitsForTheRadioAndComesBackWithIt() {
    standing();
    hear(new P2pEvent.GroupRemoved(IFACE, P2pGroup.Role.GROUP_OWNER));
    assertEquals(List.of(), away(P2pReason.SUPPLICANT_LOST));
    assertEquals(RadioPhase.RADIO_AWAY, keeper.phase());
    assertEquals("SUPPLICANT_LOST", keeper.trouble().orElseThrow().word());
    assertEquals(OptionalLong.empty(), keeper.due(), "its coming back is told");
    assertEquals(List.of(new Move.LookUp()), here());
  }

  @Test
  void stopsListeningWhenTheRadioGoesWithoutAWordOfTheGroup() {
    standing();
    assertEquals(List.of(new Move.StopServing()), away(P2pReason.RADIO_LOST));
  }

  @Test
  void looksAgainForWhatNobodyTellsOf() {
    keeper.start(now);
    away(P2pReason.BUS_DENIED);
    pass(Duration.ofSeconds(1));
    assertEquals(List.of(new Move.Reopen()), keeper.onTime(now));
    away(P2pReason.BUS_DENIED);
    assertEquals(now + Duration.ofSeconds(2).toNanos(), keeper.due().orElseThrow());
  }

  @Test
  void givesUpAGroupThatCannotBeServed() {
    making();
    hear(new P2pEvent.GroupStarted(group(IFACE, OURS)));
    Trouble denied = new Trouble("NOT_PERMITTED", "wants CAP_NET_ADMIN", Optional.empty());
    assertEquals(
        List.of(new Move.StopServing(), new Move.Remove(IFACE)), keeper.onRefused(denied, now));
    assertEquals(List.of(), hear(new P2pEvent.GroupRemoved(IFACE, P2pGroup.Role.GROUP_OWNER)));
    assertEquals(RadioPhase.RESTING, keeper.phase());
    assertEquals(Optional.of(denied), keeper.trouble());
  }

  @Test
  void givesUpWhatTakesTooLong() {
    making();
    long before = keeper.round();
    pass(GroupKeeper.MAKE_LIMIT);
    assertEquals(List.of(new Move.Cancel()), keeper.onTime(now));
    assertEquals("FORMATION_TIMED_OUT", keeper.trouble().orElseThrow().word());
    assertTrue(keeper.round() > before, "a late answer is not taken for a new one");
    assertEquals(
        List.of(), hear(new P2pEvent.GroupStarted(group("p2p-wlan0-7", "DIRECT-cd-OfficeOS"))));
  }

  @Test
  void removesAGroupOfItsOwnThatComesTooLate() {
    keeper = keeper(Optional.of(own()));
    keeper.start(now);
    assertEquals(
        List.of(new Move.Remove(IFACE)), hear(new P2pEvent.GroupStarted(group(IFACE, OURS))));
  }

  @ParameterizedTest
  @EnumSource(RadioPhase.class)
  void endsInEveryPhase(RadioPhase phase) {
    List<Move> wanted =
        switch (phase) {
          case OFF -> List.of();
          case RADIO_AWAY -> {
            keeper.start(now);
            yield List.of();
          }
          case LOOKING_UP -> {
            lookingUp();
            yield List.of();
          }
          case MAKING -> {
            making();
            yield List.of(new Move.Cancel());
          }
          case STANDING -> {
            standing();
            yield List.of(new Move.StopServing(), new Move.Remove(IFACE));
          }
          case RESTING -> {
            making();
            refused(P2pReason.FORMATION_FAILED);
            yield List.of();
          }
        };
    assertEquals(phase, keeper.phase());
    assertEquals(wanted, keeper.stop());
    assertEquals(RadioPhase.OFF, keeper.phase());
    assertEquals(OptionalLong.empty(), keeper.due());
    assertEquals(List.of(), here());
  }
}
