package org.officeos.handheld.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.client.OfficeException;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.StoreException;

/**
 * What the resident sees to beside its group: that the relationship it is for is still in force,
 * and that the supplicant forgets what is to be forgotten. The store is opened only where its
 * folder changed.
 */
final class Upkeep {

  private static final Duration FORGETTING = Duration.ofSeconds(3);

  private final Machine machine;
  private final CommonOptions options;
  private final RelationshipId relationship;
  private final Path store;
  private Optional<FileTime> seen = Optional.empty();
  private Optional<OfficeException> ended = Optional.empty();

  Upkeep(Machine machine, CommonOptions options, RelationshipId relationship) {
    this.machine = machine;
    this.options = options;
    this.relationship = relationship;
    this.store = options.stateFolder(machine).resolve("store");
  }

  /** Why the relationship is over; empty while it is in force. */
  Optional<OfficeException> ended() {
    return ended;
  }

  /** Looks once; takes a few seconds where the supplicant has something to forget. */
  void look(WifiP2p wifi) throws InterruptedException {
    Optional<FileTime> now = changed();
    boolean same = now.isPresent() && now.equals(seen);
    if (same && !new Air(machine, options).hasToForget()) {
      return;
    }
    try (Desk desk = Desk.open(machine, options)) {
      if (desk.store().find(relationship).isEmpty()) {
        ended = Optional.of(Choice.over(why(desk.store().endedPeers())));
      }
      boolean done = desk.air().forgetting(desk.store()).run(wifi, FORGETTING);
      seen = done ? now : Optional.empty();
    } catch (OfficeException | StoreException later) {
      // A store that cannot be read now says nothing; it is looked at again.
      seen = Optional.empty();
    }
  }

  private EndedPeer.Why why(List<EndedPeer> all) {
    return all.stream()
        .filter(each -> each.id().equals(relationship))
        .map(EndedPeer::why)
        .findFirst()
        .orElse(EndedPeer.Why.REVOKED_HERE);
  }

  private Optional<FileTime> changed() {
    try {
      return Optional.of(Files.getLastModifiedTime(store));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
