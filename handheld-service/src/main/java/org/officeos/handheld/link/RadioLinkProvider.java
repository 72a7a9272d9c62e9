package org.officeos.handheld.link;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.group.GroupKeeper;
import org.officeos.handheld.group.GroupListener;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.group.ResidentFile;
import org.officeos.handheld.group.ResidentNote;
import org.officeos.handheld.group.StandingGroup;
import org.officeos.handheld.link.LinkException.Reason;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.radio.Phase;
import org.officeos.session.EstablishedLink;

/**
 * Over the air: in the group that the resident {@code officeos link} keeps, where one runs;
 * otherwise in a group that this provider comes into itself, stays in for further connections, and
 * leaves when it is closed.
 */
public final class RadioLinkProvider implements LinkProvider, AutoCloseable {

  private static final long LOOK_AGAIN_MILLIS = 100;
  private static final Set<Reason> GROUPS_FAULT =
      EnumSet.of(Reason.UNREACHABLE, Reason.TIMED_OUT, Reason.IO, Reason.GROUP_FAILED);

  private final RadioSetup setup;
  private final KnownLaptop laptop;
  private final ResidentFile resident;
  private final GroupListener progress;
  private final AirGapCheck airGap;
  private final GroupSocket socket;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<P2pDevice> heard = Optional.empty();
  private @Nullable WifiP2p wifi;
  private @Nullable GroupKeeper keeper;
  private boolean closed;

  /**
   * A provider; nothing is opened before the first connection.
   *
   * @param resident where the resident's note would be
   * @param progress hears how this provider's own group comes about
   */
  public RadioLinkProvider(
      RadioSetup setup, KnownLaptop laptop, ResidentFile resident, GroupListener progress) {
    this.setup = setup;
    this.laptop = laptop;
    this.resident = resident;
    this.progress = progress;
    this.airGap = new AirGapCheck(setup.procNet());
    this.socket = new GroupSocket(setup.network(), setup.dial());
  }

  /** The same for a laptop that a search over {@code open} just heard. */
  RadioLinkProvider(
      RadioSetup setup,
      P2pDevice found,
      WifiP2p open,
      ResidentFile resident,
      GroupListener progress) {
    this(setup, new KnownLaptop(found.address()), resident, progress);
    this.heard = Optional.of(found);
    this.wifi = open;
  }

  @Override
  public Duration patience() {
    return setup.patience().whole();
  }

  @Override
  public String describe() {
    return new LinkSpec.WifiDirect(setup.interfaceName()).describe();
  }

  @Override
  public EstablishedLink connect(Duration timeout) throws LinkException {
    long end = now() + timeout.toNanos();
    try {
      lock.lockInterruptibly();
      try {
        airGap.require();
        return connectBy(end);
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinkException(Reason.IO, "The connection was given up.", e);
    }
  }

  private EstablishedLink connectBy(long end) throws LinkException, InterruptedException {
    while (true) {
      Optional<StandingGroup> shared = shared(end);
      StandingGroup group = shared.isPresent() ? shared.get() : own(end);
      long left = Math.min(end - now(), setup.patience().socket().toNanos());
      try {
        return socket.open(group, Duration.ofNanos(Math.max(left, 0)));
      } catch (LinkException e) {
        boolean again =
            GROUPS_FAULT.contains(e.reason())
                && !Thread.currentThread().isInterrupted()
                && end - now() > 0
                && (shared.isPresent() ? hasMoved(group) : leave(group));
        if (!again) {
          throw e;
        }
      }
    }
  }

  /** The resident's group; empty where no resident keeps this radio. */
  private Optional<StandingGroup> shared(long end) throws LinkException, InterruptedException {
    while (keeper == null) {
      Optional<ResidentNote> note = resident.read().filter(this::isOurRadio);
      if (note.isEmpty()) {
        return Optional.empty();
      }
      if (!note.get().laptop().equals(laptop.address())) {
        throw new LinkException(
            Reason.RADIO_TAKEN,
            "officeos link (process "
                + note.get().pid()
                + ") keeps the radio for another laptop; end it first.");
      }
      Optional<StandingGroup> group = note.get().group().filter(setup.dial()::isThere);
      if (group.isPresent()) {
        return group;
      }
      if (note.get().phase().equals(Optional.of(Phase.SHUT_OUT))) {
        throw AirFailures.outOfTime(note.get().status());
      }
      if (end - now() <= 0) {
        throw new LinkException(
            Reason.LAPTOP_NOT_FOUND,
            "officeos link (process "
                + note.get().pid()
                + ") is not in the laptop's group yet; its own words tell why.");
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
    return Optional.empty();
  }

  private boolean isOurRadio(ResidentNote note) {
    return note.radio().equals(setup.interfaceName());
  }

  /** Whether the resident is in another group by now, or in none. */
  private boolean hasMoved(StandingGroup group) {
    return !resident.read().flatMap(ResidentNote::group).equals(Optional.of(group));
  }

  private StandingGroup own(long end) throws LinkException, InterruptedException {
    return new GroupWait(keeper(), setup.nanos(), setup.patience().radio()).await(end);
  }

  /** Where the laptop's group was last, as far as this provider knows. */
  Optional<Frequency> channel() {
    lock.lock();
    try {
      return keeper == null ? laptop.channel() : keeper.status().channel();
    } finally {
      lock.unlock();
    }
  }

  private GroupKeeper keeper() throws LinkException {
    if (closed) {
      throw new LinkException(Reason.IO, "This program is ending.");
    }
    GroupKeeper standing = keeper;
    if (standing != null) {
      return standing;
    }
    WifiP2p open = wifi == null ? setup.radio().get() : wifi;
    wifi = open;
    GroupKeeper made =
        new GroupKeeper(
            open,
            setup.network(),
            laptop,
            setup.settings(),
            setup.nanos(),
            setup.random(),
            progress);
    keeper = made;
    made.seek(heard);
    return made;
  }

  /** Leaves our own group, to come back to it or to another. */
  private boolean leave(StandingGroup group) throws InterruptedException {
    GroupKeeper own = keeper;
    if (own == null) {
      return false;
    }
    GroupStatus before = own.status();
    own.unusable(group);
    if (before.standing().equals(Optional.of(group))) {
      own.awaitChange(before, setup.patience().socket());
    }
    return true;
  }

  /** Something to do with the radio. */
  @FunctionalInterface
  public interface RadioWork {
    /** Does it; blocks. */
    void with(WifiP2p wifi) throws InterruptedException;
  }

  /** Does something with the radio that this provider has open; nothing where it has none. */
  public void lastly(RadioWork work) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (wifi != null && !closed) {
        work.with(wifi);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the group that this provider brought, and closes the radio. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (keeper != null) {
        keeper.close();
      }
      if (wifi != null) {
        wifi.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return setup.nanos().getAsLong();
  }
}
