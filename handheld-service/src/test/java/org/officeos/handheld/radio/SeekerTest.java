package org.officeos.handheld.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.officeos.hal.p2p.DeviceType;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pGroup.Role;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;

final class SeekerTest {

  private static final MacAddress LAPTOP = MacAddress.parse("02:00:00:00:00:01");
  private static final MacAddress STRANGER = MacAddress.parse("02:00:00:00:00:99");
  private static final String INTERFACE = "p2p-wlan0-0";

  private static final Frequency CHANNEL = new Frequency(5220);
  private static final Move TUNE_IN =
      new Move.Find(new FindRequest(FindRequest.Kind.ONE_CHANNEL, CHANNEL, Duration.ofSeconds(3)));

  private Seeker seeker = new Seeker(new KnownLaptop(LAPTOP), new Random(1));
  private long now = Long.MAX_VALUE - 5;

  private static P2pEvent.StateChanged state(P2pState state) {
    return new P2pEvent.StateChanged(state, Optional.empty());
  }

  private static P2pEvent.DeviceFound found(MacAddress address, boolean owner) {
    return new P2pEvent.DeviceFound(
        new P2pDevice(
            address, "laptop", DeviceType.NOTEBOOK, 0, 0x20, owner ? 1 : 0, OptionalInt.empty()));
  }

  private static P2pGroup group(MacAddress owner, Role role, boolean addressed) {
    return group(owner, role, addressed, Frequency.ANY);
  }

  private static P2pGroup group(
      MacAddress owner, Role role, boolean addressed, Frequency frequency) {
    return new P2pGroup(
        INTERFACE,
        role,
        "DIRECT-ab",
        frequency,
        owner,
        Optional.empty(),
        true,
        addressed
            ? Optional.of(
                new P2pGroup.Addresses(
                    Ipv4.of(192, 168, 49, 128),
                    Ipv4.of(255, 255, 255, 0),
                    Ipv4.of(192, 168, 49, 1)))
            : Optional.empty());
  }

  private static Seeker tunedIn() {
    return new Seeker(new KnownLaptop(LAPTOP, Optional.of(CHANNEL)), new Random(1));
  }

  private static PersistentGroup remembered(int id, MacAddress owner, Role role) {
    return new PersistentGroup(id, "DIRECT-ab", owner, role);
  }

  private List<Move> failed(P2pReason reason) {
    return seeker.onEvent(new P2pEvent.FormationFailed(reason, ""), now);
  }

  private List<Move> started(P2pGroup group) {
    return seeker.onEvent(new P2pEvent.GroupStarted(group), now);
  }

  private List<Move> wait(Duration time) {
    now += time.toNanos();
    return seeker.onTime(now);
  }

  private List<Move> wait(Phase phase) {
    return wait(phase.limit().orElseThrow());
  }

  private void bring(Phase phase) {
    if (phase == Phase.TUNING_IN) {
      seeker = tunedIn();
    }
    if (phase == Phase.STOPPED) {
      return;
    }
    seeker.start(Optional.empty(), now);
    if (phase == Phase.RADIO_AWAY) {
      return;
    }
    seeker.onEvent(state(P2pState.INACTIVE), now);
    switch (phase) {
      case TUNING_IN, REJOINING, LETTING_GO, REINVOKING ->
          seeker.onPersistentGroups(List.of(remembered(3, LAPTOP, Role.CLIENT)), now);
      case SEARCHING, SEARCHING_WIDELY, CONNECTING, RESTING, SHUT_OUT ->
          seeker.onPersistentGroups(List.of(), now);
      case LINKED -> started(group(LAPTOP, Role.CLIENT, true));
      case STOPPED, RADIO_AWAY, LOOKING_UP -> {}
    }
    switch (phase) {
      case LETTING_GO -> wait(Phase.REJOINING);
      case REINVOKING -> {
        failed(P2pReason.FORMATION_FAILED);
        seeker.onEvent(found(LAPTOP, true), now);
      }
      case SEARCHING_WIDELY -> wait(Phase.SEARCHING);
      case CONNECTING -> seeker.onEvent(found(LAPTOP, true), now);
      case RESTING -> failed(P2pReason.NEGOTIATION_FAILED);
      case SHUT_OUT -> {
        for (int i = 1; i < Seeker.DOORS; i++) {
          closedDoor();
          wait(Duration.ofMinutes(2));
          seeker.onPersistentGroups(List.of(), now);
        }
        closedDoor();
      }
      case STOPPED, RADIO_AWAY, LOOKING_UP, TUNING_IN, REJOINING, SEARCHING, LINKED -> {}
    }
    assertEquals(phase, seeker.phase());
  }

  /** The laptop is heard and asked by button, and nobody opens. */
  private void closedDoor() {
    seeker.onEvent(found(LAPTOP, true), now);
    assertEquals(Phase.CONNECTING, seeker.phase());
    wait(Phase.CONNECTING);
    failed(P2pReason.CANCELLED);
  }

  @Test
  void restsForLongAtADoorThatStaysClosedAndLongerEachTime() {
    bring(Phase.SHUT_OUT);
    assertEquals(Optional.of(P2pReason.PERSISTENT_GROUP_FORGOTTEN), seeker.lastFailure());
    for (long minutes : new long[] {15, 30, 60, 60}) {
      assertEquals(List.of(), seeker.onEvent(found(LAPTOP, true), now), "it stays asleep");
      assertEquals(now + Duration.ofMinutes(minutes).toNanos(), seeker.due().orElseThrow());
      assertEquals(List.of(new Move.AskPersistentGroups()), wait(Duration.ofMinutes(minutes)));
      seeker.onPersistentGroups(List.of(), now);
      closedDoor();
      assertEquals(Phase.SHUT_OUT, seeker.phase());
    }
  }

  @Test
  void begunAnewByAGroupItCountsClosedDoorsFromTheBeginning() {
    bring(Phase.SHUT_OUT);
    started(group(LAPTOP, Role.CLIENT, true));
    seeker.onEvent(new P2pEvent.GroupRemoved(INTERFACE, Role.CLIENT), now);
    seeker.onPersistentGroups(List.of(), now);
    closedDoor();
    assertEquals(Phase.RESTING, seeker.phase());
  }

  @Test
  void aLaptopThatIsNotHeardIsNoClosedDoor() {
    bring(Phase.SEARCHING);
    for (int i = 0; i < 10; i++) {
      wait(Phase.SEARCHING);
      wait(Phase.SEARCHING_WIDELY);
      assertEquals(Phase.RESTING, seeker.phase());
      wait(Duration.ofMinutes(2));
      seeker.onPersistentGroups(List.of(), now);
    }
  }

  @Test
  void goesIntoTheLaptopsStandingGroupByTheRememberedKeyFirst() {
    assertEquals(List.of(), seeker.onEvent(state(P2pState.INACTIVE), now));
    assertEquals(List.of(new Move.AskPersistentGroups()), seeker.start(Optional.empty(), now));
    assertEquals(
        List.of(new Move.Rejoin(7)),
        seeker.onPersistentGroups(
            List.of(
                remembered(2, LAPTOP, Role.CLIENT),
                remembered(7, LAPTOP, Role.CLIENT),
                remembered(8, STRANGER, Role.CLIENT),
                remembered(9, LAPTOP, Role.GROUP_OWNER)),
            now));
    P2pGroup group = group(LAPTOP, Role.CLIENT, true);
    assertEquals(List.of(new Move.OpenLink(group)), started(group));
    assertEquals(List.of(), started(group));
    assertEquals(Phase.LINKED, seeker.phase());
    assertEquals(Optional.empty(), seeker.lastFailure());
  }

  @Test
  void listensOnTheGroupsChannelBeforeItGoesIn() {
    seeker = tunedIn();
    seeker.start(Optional.empty(), now);
    seeker.onEvent(state(P2pState.INACTIVE), now);
    List<PersistentGroup> groups = List.of(remembered(3, LAPTOP, Role.CLIENT));
    assertEquals(List.of(TUNE_IN), seeker.onPersistentGroups(groups, now));
    assertEquals(List.of(), seeker.onEvent(found(STRANGER, true), now));
    assertEquals(List.of(new Move.Rejoin(3)), seeker.onEvent(found(LAPTOP, true), now));
    assertEquals(List.of(), seeker.onEvent(found(LAPTOP, true), now));
    assertEquals(Phase.REJOINING, seeker.phase());
  }

  @Test
  void goesInWithoutHavingHeardTheLaptopWhereTheChannelIsSilentOrCannotBeSearched() {
    bring(Phase.TUNING_IN);
    assertEquals(List.of(), wait(Duration.ofMillis(2999)));
    assertEquals(List.of(new Move.Rejoin(3)), wait(Duration.ofMillis(1)));
    assertEquals(List.of(new Move.Find(FindRequest.social())), failed(P2pReason.FORMATION_FAILED));

    seeker = tunedIn();
    bring(Phase.TUNING_IN);
    assertEquals(List.of(new Move.Rejoin(3)), seeker.onRefused(P2pReason.BUSY, now));
  }

  @Test
  void searchesAtOnceWhereNoGroupIsRemembered() {
    seeker = tunedIn();
    seeker.start(Optional.empty(), now);
    seeker.onEvent(state(P2pState.INACTIVE), now);
    assertEquals(
        List.of(new Move.Find(FindRequest.social())), seeker.onPersistentGroups(List.of(), now));
  }

  @Test
  void learnsTheChannelFromTheLaptopsGroupOnly() {
    bring(Phase.CONNECTING);
    started(group(STRANGER, Role.CLIENT, true, new Frequency(2437)));
    assertEquals(Optional.empty(), seeker.channel());
    started(group(LAPTOP, Role.CLIENT, true, CHANNEL));
    assertEquals(Optional.of(CHANNEL), seeker.channel());
    seeker.onEvent(new P2pEvent.GroupRemoved(INTERFACE, Role.CLIENT), now);
    List<PersistentGroup> groups = List.of(remembered(3, LAPTOP, Role.CLIENT));
    assertEquals(List.of(TUNE_IN), seeker.onPersistentGroups(groups, now));
    started(group(LAPTOP, Role.CLIENT, true));
    assertEquals(Optional.of(CHANNEL), seeker.channel());
  }

  @Test
  void searchesThenInvitesWhereTheRememberedKeyLedNowhere() {
    bring(Phase.REJOINING);
    assertEquals(List.of(new Move.Find(FindRequest.social())), failed(P2pReason.FORMATION_FAILED));
    assertEquals(Optional.of(P2pReason.FORMATION_FAILED), seeker.lastFailure());
    assertEquals(List.of(), seeker.onEvent(found(STRANGER, true), now));
    assertEquals(List.of(new Move.Reinvoke(3, LAPTOP)), seeker.onEvent(found(LAPTOP, true), now));
    assertEquals(List.of(), failed(P2pReason.FORMATION_TIMED_OUT));
    assertEquals(Phase.RESTING, seeker.phase());
  }

  @Test
  void forgetsWhatTheLaptopHasForgottenAndAsksByButton() {
    bring(Phase.REJOINING);
    assertEquals(
        List.of(new Move.Forget(3), new Move.Find(FindRequest.social())),
        failed(P2pReason.PERSISTENT_GROUP_FORGOTTEN));
    assertInstanceOf(Move.Connect.class, seeker.onEvent(found(LAPTOP, true), now).get(0));
    assertEquals(Phase.CONNECTING, seeker.phase());
  }

  @Test
  void forgetsItAfterAnInvitationToo() {
    bring(Phase.REINVOKING);
    assertEquals(List.of(new Move.Forget(3)), failed(P2pReason.UNKNOWN_PERSISTENT_GROUP));
    assertEquals(Phase.RESTING, seeker.phase());
  }

  @Test
  void cancelsWhatTakesTooLongAndWaitsForItsEndBeforeItGoesOn() {
    bring(Phase.REJOINING);
    assertEquals(List.of(), wait(Duration.ofSeconds(19)));
    assertEquals(List.of(new Move.Cancel()), wait(Duration.ofSeconds(1)));
    assertEquals(Phase.LETTING_GO, seeker.phase());
    assertEquals(List.of(new Move.Find(FindRequest.social())), failed(P2pReason.CANCELLED));
    seeker.onEvent(found(LAPTOP, true), now);
    assertEquals(List.of(new Move.Cancel()), wait(Phase.REINVOKING));
    assertEquals(List.of(), wait(Phase.LETTING_GO));
    assertEquals(Phase.RESTING, seeker.phase());
    assertEquals(Optional.of(P2pReason.FORMATION_TIMED_OUT), seeker.lastFailure());
  }

  @Test
  void takesAGroupThatCameWhileItLetGo() {
    bring(Phase.LETTING_GO);
    P2pGroup group = group(LAPTOP, Role.CLIENT, true);
    assertEquals(List.of(new Move.OpenLink(group)), started(group));
  }

  @Test
  void joinsTheLaptopsGroupWhereItOwnsOneAndAsksForOneOtherwise() {
    bring(Phase.SEARCHING);
    assertEquals(List.of(), seeker.onEvent(found(STRANGER, true), now));
    Move.Connect move =
        assertInstanceOf(Move.Connect.class, seeker.onEvent(found(LAPTOP, true), now).get(0));
    assertTrue(move.request().join());
    assertTrue(move.request().persistent());
    assertEquals(0, move.request().goIntent());
    assertEquals(LAPTOP, move.request().peer());
  }

  @Test
  void asksALaptopThatWasJustHeardWithoutSearchingAgain() {
    P2pDevice heard = found(LAPTOP, true).device();
    seeker.start(Optional.of(heard), now);
    seeker.onEvent(state(P2pState.INACTIVE), now);
    assertInstanceOf(Move.Connect.class, seeker.onPersistentGroups(List.of(), now).get(0));
    failed(P2pReason.PBC_OVERLAP);
    wait(Duration.ofSeconds(1));
    assertEquals(
        List.of(new Move.Find(FindRequest.social())), seeker.onPersistentGroups(List.of(), now));
  }

  @Test
  void searchesEveryChannelWhereTheSocialOnesAreSilent() {
    bring(Phase.SEARCHING);
    assertEquals(List.of(new Move.Find(FindRequest.full())), wait(Phase.SEARCHING));
    assertEquals(List.of(new Move.StopFind()), wait(Phase.SEARCHING_WIDELY));
    assertEquals(Phase.RESTING, seeker.phase());
    assertEquals(Optional.of(P2pReason.UNKNOWN_PEER), seeker.lastFailure());
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"STOPPED"})
  void leavesEveryGroupThatIsNotTheLaptops(Phase phase) {
    bring(phase);
    Phase before = seeker.phase();
    Move leave = new Move.Leave(INTERFACE);
    assertEquals(List.of(leave), started(group(STRANGER, Role.CLIENT, true)));
    assertEquals(List.of(leave), started(group(MacAddress.ZERO, Role.CLIENT, true)));
    assertEquals(List.of(leave), started(group(LAPTOP, Role.GROUP_OWNER, true)));
    assertEquals(before, seeker.phase());
  }

  @Test
  void leavesAGroupInWhichItGotNoAddress() {
    bring(Phase.CONNECTING);
    assertEquals(List.of(new Move.Leave(INTERFACE)), started(group(LAPTOP, Role.CLIENT, false)));
    assertEquals(Phase.RESTING, seeker.phase());
    assertEquals(Optional.of(P2pReason.NO_ADDRESS), seeker.lastFailure());
  }

  @Test
  void restsLongerAfterEachFailureUpToTwoMinutes() {
    bring(Phase.RESTING);
    long last = 0;
    for (int i = 0; i < 12; i++) {
      long rest = seeker.due().orElseThrow() - now;
      assertTrue(rest <= Duration.ofMinutes(2).toNanos(), "rests " + rest);
      assertTrue(rest > Math.min(last, Duration.ofSeconds(80).toNanos()), "does not grow");
      last = rest;
      assertEquals(List.of(new Move.AskPersistentGroups()), wait(Duration.ofNanos(rest)));
      seeker.onPersistentGroups(List.of(), now);
      wait(Phase.SEARCHING);
      assertEquals(List.of(new Move.StopFind()), wait(Phase.SEARCHING_WIDELY));
    }
  }

  @Test
  void takesTheLaptopsSignOfLifeInsteadOfRestingWhereItWasNotHeardBefore() {
    bring(Phase.RESTING);
    assertEquals(List.of(), seeker.onEvent(found(LAPTOP, false), now));
    wait(Duration.ofSeconds(1));
    seeker.onPersistentGroups(List.of(), now);
    wait(Phase.SEARCHING);
    wait(Phase.SEARCHING_WIDELY);
    assertEquals(List.of(), seeker.onEvent(found(STRANGER, false), now));
    assertEquals(
        List.of(new Move.AskPersistentGroups()), seeker.onEvent(found(LAPTOP, false), now));
  }

  @Test
  void comesBackWhenTheGroupIsGone() {
    bring(Phase.LINKED);
    assertEquals(List.of(), seeker.onEvent(new P2pEvent.GroupRemoved("other", Role.CLIENT), now));
    assertEquals(
        List.of(new Move.CloseLink(), new Move.AskPersistentGroups()),
        seeker.onEvent(new P2pEvent.GroupRemoved(INTERFACE, Role.CLIENT), now));
  }

  @Test
  void leavesAGroupOverWhichNothingIsReached() {
    assertEquals(List.of(), seeker.onLinkEnded(P2pReason.FORMATION_FAILED, now));
    bring(Phase.LINKED);
    assertEquals(
        List.of(new Move.CloseLink(), new Move.Leave(INTERFACE)),
        seeker.onLinkEnded(P2pReason.FORMATION_FAILED, now));
    assertEquals(Phase.RESTING, seeker.phase());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void waitsForTheRadioAndBeginsAnewWhenItIsBack(Phase phase) {
    bring(phase);
    boolean linked = phase == Phase.LINKED;
    List<Move> moves =
        seeker.onEvent(
            new P2pEvent.StateChanged(P2pState.DISABLED, Optional.of(P2pReason.SUPPLICANT_LOST)),
            now);
    assertEquals(linked ? List.of(new Move.CloseLink()) : List.of(), moves);
    List<Move> back = seeker.onEvent(state(P2pState.GROUP_CREATED), now);
    if (phase == Phase.STOPPED) {
      assertEquals(List.of(), back);
      assertEquals(Phase.STOPPED, seeker.phase());
    } else {
      assertEquals(List.of(new Move.AskPersistentGroups()), back);
      assertEquals(Optional.of(P2pReason.SUPPLICANT_LOST), seeker.lastFailure());
    }
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void letsGoOfEverythingWhenStopped(Phase phase) {
    bring(phase);
    List<Move> moves = seeker.stop(now);
    List<Move> expected =
        switch (phase) {
          case STOPPED, RADIO_AWAY, LOOKING_UP, RESTING, SHUT_OUT, LETTING_GO -> List.of();
          case REJOINING, REINVOKING, CONNECTING -> List.of(new Move.Cancel());
          case TUNING_IN, SEARCHING, SEARCHING_WIDELY -> List.of(new Move.StopFind());
          case LINKED -> List.of(new Move.CloseLink(), new Move.Leave(INTERFACE));
        };
    assertEquals(expected, moves);
    assertEquals(Phase.STOPPED, seeker.phase());
    assertEquals(List.of(), started(group(LAPTOP, Role.CLIENT, true)));
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void alwaysHasAWayOn(Phase phase) {
    bring(phase);
    List<P2pEvent> events =
        List.of(
            new P2pEvent.FindStopped(),
            new P2pEvent.DeviceLost(LAPTOP),
            new P2pEvent.FormationFailed(P2pReason.BUSY, ""),
            new P2pEvent.GroupRemoved("other", Role.CLIENT),
            new P2pEvent.InvitationResult(1, Optional.of(P2pReason.PERSISTENT_GROUP_FORGOTTEN)),
            found(STRANGER, true));
    for (P2pEvent event : events) {
      seeker.onEvent(event, now);
      boolean waits = seeker.due().isPresent();
      boolean mayStay =
          seeker.phase() == Phase.STOPPED
              || seeker.phase() == Phase.RADIO_AWAY
              || seeker.phase() == Phase.LINKED;
      assertTrue(waits || mayStay, "stuck in " + seeker.phase() + " after " + event);
    }
  }
}
