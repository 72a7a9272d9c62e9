package org.officeos.laptop.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WpsMethod;

/** Groups whose key somebody has who shall not have it any more; and configured channels. */
final class SpentGroupKeeperTest {

  private static final String OURS = "DIRECT-ab-OfficeOS";
  private static final String NEXT = "DIRECT-cd-OfficeOS";
  private static final String IFACE = "p2p-wlan0-0";
  private static final MacAddress ADA = MacAddress.parse("02:00:00:00:00:01");
  private static final MacAddress STATION = MacAddress.parse("06:00:00:00:00:01");
  private static final KeptGroups SPENT = new KeptGroups(Optional.empty(), List.of(OURS));

  private long now = 5;
  private GroupKeeper keeper = keeper(KeptGroups.of(own(OURS)), Optional.empty());

  private static GroupKeeper keeper(KeptGroups kept, Optional<Frequency> wish) {
    return new GroupKeeper(kept, Channels.startingWith(wish), "-OfficeOS");
  }

  private static Optional<OwnGroup> own(String ssid) {
    try {
      return Optional.of(new OwnGroup(ssid, Optional.of(Passphrase.of("made-up-key"))));
    } catch (P2pException e) {
      throw new AssertionError(e);
    }
  }

  private static P2pGroup group(String iface, String ssid, int megahertz) {
    return new P2pGroup(
        iface,
        P2pGroup.Role.GROUP_OWNER,
        ssid,
        new Frequency(megahertz),
        MacAddress.ZERO,
        own(ssid).orElseThrow().passphrase(),
        true,
        Optional.empty());
  }

  private static PersistentGroup remembered(int id, String ssid) {
    return new PersistentGroup(id, ssid, MacAddress.ZERO, P2pGroup.Role.GROUP_OWNER);
  }

  private List<Move> hear(P2pEvent event) {
    return keeper.onEvent(event, now);
  }

  private void lookingUp() {
    keeper.start(now);
    hear(new P2pEvent.StateChanged(P2pState.INACTIVE, Optional.empty()));
    assertEquals(RadioPhase.LOOKING_UP, keeper.phase());
  }

  private void standing() {
    lookingUp();
    keeper.onFound(List.of(remembered(0, OURS)), List.of(), now);
    hear(new P2pEvent.GroupStarted(group(IFACE, OURS, 2412)));
    keeper.onServing(now);
    assertEquals(RadioPhase.STANDING, keeper.phase());
  }

  private List<Move> pass(Duration time) {
    now += time.toNanos();
    return keeper.onTime(now);
  }

  @Test
  void whoIsRevokedIsSentOutWhenTheLastWordWasSaidAndTheOthersStay() {
    standing();
    assertEquals(
        List.of(new Move.Remember(SPENT)), keeper.onRevoked(Optional.of(STATION), false, now));
    assertEquals(List.of(), pass(Dismissal.LAST_WORD.minusNanos(1)));
    assertEquals(List.of(new Move.RemoveStation(IFACE, STATION)), pass(Duration.ofNanos(1)));
    assertEquals(RadioPhase.STANDING, keeper.phase());
    assertEquals(List.of(), keeper.onSpent(), "it is written down already");
  }

  @Test
  void theGroupEndsAtOnceWhereNobodyElseIsPaired() {
    standing();
    keeper.onRevoked(Optional.of(STATION), true, now);
    assertEquals(
        List.of(new Move.StopServing(), new Move.Remove(IFACE)), pass(Dismissal.LAST_WORD));
    assertEquals(RadioPhase.RESTING, keeper.phase());
    assertEquals(List.of(new Move.LookUp()), pass(Duration.ofSeconds(1)));
    assertEquals(
        List.of(
            new Move.Forget(0, OURS),
            new Move.Create(GroupConfig.anyPersistent().on(new Frequency(2412)))),
        keeper.onFound(List.of(remembered(0, OURS)), List.of(), now));
    assertEquals(
        new Move.Remember(new KeptGroups(own(NEXT), List.of(OURS))),
        hear(new P2pEvent.GroupStarted(group(IFACE, NEXT, 2412))).get(0));
    assertEquals(List.of(new Move.Remember(KeptGroups.of(own(NEXT)))), keeper.onForgotten(OURS));
    assertEquals(List.of(), keeper.onForgotten(OURS));
  }

  @Test
  void whatWasWrittenDownBeforeTheEndIsDoneAtTheNextStart() {
    keeper = keeper(SPENT, Optional.empty());
    lookingUp();
    assertEquals(
        List.of(
            new Move.Remove("p2p-wlan0-7"),
            new Move.Forget(3, OURS),
            new Move.Create(GroupConfig.anyPersistent().on(new Frequency(2412)))),
        keeper.onFound(
            List.of(remembered(3, OURS), remembered(4, "DIRECT-xy-Printer")),
            List.of(group("p2p-wlan0-7", OURS, 2412)),
            now));
    assertEquals(
        List.of(new Move.Remove("p2p-wlan0-8")),
        hear(new P2pEvent.GroupStarted(group("p2p-wlan0-8", OURS, 2412))),
        "the spent one is not taken for the new one");
  }

  @Test
  void aGroupThatIsBeingMadeWhileSomebodyIsRevokedIsGivenUp() {
    lookingUp();
    keeper.onFound(List.of(remembered(0, OURS)), List.of(), now);
    assertEquals(
        List.of(new Move.Remember(SPENT), new Move.Cancel()),
        keeper.onRevoked(Optional.empty(), false, now));
    assertEquals(
        List.of(new Move.Remove(IFACE)), hear(new P2pEvent.GroupStarted(group(IFACE, OURS, 2412))));
  }

  private void comesInByButton(MacAddress who) {
    hear(new P2pEvent.ProvisionDiscovery(who, true, WpsMethod.PBC, Optional.empty()));
    hear(new P2pEvent.ClientJoined(IFACE, who));
  }

  @Test
  void whoCameInByButtonAndWasNotPairedIsSentOutAndTheNextGroupIsAnother() {
    standing();
    keeper.onPairing(true, now);
    comesInByButton(ADA);
    assertEquals(
        List.of(new Move.CancelAdmission(IFACE), new Move.Remember(SPENT)),
        keeper.onPairingEnded(false, false, now));
    assertEquals(List.of(new Move.RemoveClient(IFACE, ADA)), pass(Dismissal.LAST_WORD));
    assertEquals(RadioPhase.STANDING, keeper.phase());
  }

  @Test
  void whereNobodyIsPairedTheGroupEndsAfterAPairingThatFailedAndAtOnceForTheNextOne() {
    standing();
    keeper.onPairing(true, now);
    comesInByButton(ADA);
    keeper.onPairingEnded(false, true, now);
    assertEquals(
        List.of(new Move.StopServing(), new Move.Remove(IFACE), new Move.LookUp()),
        keeper.onPairing(true, now));
    keeper.onFound(List.of(remembered(0, OURS)), List.of(), now);
    hear(new P2pEvent.GroupStarted(group(IFACE, NEXT, 2412)));
    assertEquals(List.of(new Move.Admit(IFACE)), keeper.onServing(now));
    comesInByButton(ADA);
    keeper.onPairingEnded(false, true, now);
    assertEquals(
        List.of(new Move.StopServing(), new Move.Remove(IFACE)), pass(Dismissal.LAST_WORD));
  }

  @Test
  void whoComesBackByTheKeyWhileAWindowIsOpenChangesNothing() {
    standing();
    keeper.onPairing(true, now);
    hear(new P2pEvent.ClientJoined(IFACE, ADA));
    assertEquals(
        List.of(new Move.CancelAdmission(IFACE)), keeper.onPairingEnded(false, false, now));
  }

  @Test
  void theOneWhoWasPairedKeepsTheKeyAndASecondOneSpendsIt() {
    standing();
    keeper.onPairing(true, now);
    comesInByButton(ADA);
    assertEquals(List.of(new Move.CancelAdmission(IFACE)), keeper.onPairingEnded(true, false, now));
    keeper.onPairing(true, now);
    comesInByButton(ADA);
    comesInByButton(MacAddress.parse("02:00:00:00:00:02"));
    assertEquals(
        List.of(new Move.CancelAdmission(IFACE), new Move.Remember(SPENT)),
        keeper.onPairingEnded(true, false, now));
  }

  @Test
  void aRememberedGroupIsAskedForOnTheConfiguredChannelFirst() {
    keeper = keeper(KeptGroups.of(own(OURS)), Optional.of(new Frequency(5180)));
    lookingUp();
    assertEquals(
        List.of(new Move.Reinvoke(0, new Frequency(5180))),
        keeper.onFound(List.of(remembered(0, OURS)), List.of(), now));
    hear(new P2pEvent.GroupStarted(group(IFACE, OURS, 5180)));
    keeper.onServing(now);
    assertEquals(Optional.empty(), keeper.trouble());
  }

  @Test
  void aRefusedChannelIsNamedWhereTheGroupStandsOnAnother() {
    keeper = keeper(KeptGroups.of(own(OURS)), Optional.of(new Frequency(5180)));
    lookingUp();
    keeper.onFound(List.of(remembered(0, OURS)), List.of(), now);
    for (int next : new int[] {2412, 2437, 2462, 0}) {
      assertEquals(
          List.of(new Move.Reinvoke(0, new Frequency(next))),
          keeper.onRefused(Trouble.of(P2pReason.INVALID_FREQUENCY), now));
    }
    hear(new P2pEvent.GroupStarted(group(IFACE, OURS, 2427)));
    keeper.onServing(now);
    Trouble named = keeper.trouble().orElseThrow();
    assertEquals("INVALID_FREQUENCY", named.word());
    assertEquals(
        "not at the configured 5180 MHz, this is no frequency for a group; the group is at 2427"
            + " MHz: take one of 2.4 or 5 GHz",
        named.explanation());
  }

  @Test
  void aDriverThatPutsItElsewhereWithoutAWordIsNamedToo() {
    keeper = keeper(KeptGroups.NONE, Optional.of(new Frequency(2437)));
    lookingUp();
    keeper.onFound(List.of(), List.of(), now);
    hear(new P2pEvent.GroupStarted(group(IFACE, NEXT, 2412)));
    keeper.onServing(now);
    assertEquals("CHANNEL_UNAVAILABLE", keeper.trouble().orElseThrow().word());
  }

  @Test
  void withoutADaemonItIsWrittenDownForTheNext(@TempDir Path folder) {
    SpentGroupFile.writeDown(folder);
    assertEquals(false, Files.exists(folder.resolve(OwnGroupFile.NAME)));
    OwnGroupFile file = new OwnGroupFile(folder);
    file.write(KeptGroups.of(own(OURS)));
    SpentGroupFile.writeDown(folder);
    assertEquals(SPENT, file.read());
    SpentGroupFile.writeDown(folder);
    assertEquals(SPENT, file.read());
  }

  @Test
  void onlySoManyNamesAreKept() {
    KeptGroups kept = KeptGroups.NONE;
    for (int i = 0; i < 12; i++) {
      kept = kept.with(own("DIRECT-a" + (char) ('a' + i)).orElseThrow()).ending();
    }
    assertEquals(KeptGroups.MOST, kept.spent().size());
    assertEquals("DIRECT-al", kept.spent().get(KeptGroups.MOST - 1));
  }
}
