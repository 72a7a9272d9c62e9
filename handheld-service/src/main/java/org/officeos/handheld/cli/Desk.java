package org.officeos.handheld.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.LinkReasons;
import org.officeos.handheld.client.OfficeClient;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.RetryPolicy;
import org.officeos.handheld.group.Forgetting;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkProvider;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.handheld.link.RadioLinkProvider;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** The store, the link and the client of one command; opened as needed, closed in order. */
final class Desk implements AutoCloseable {

  private static final Duration FORGETTING = Duration.ofSeconds(3);

  private final Machine machine;
  private final RelationshipStore store;
  private final Air air;
  private @Nullable SessionEndpoint endpoint;
  private @Nullable OfficeClient client;
  private @Nullable RadioLinkProvider radio;

  private Desk(Machine machine, RelationshipStore store, Air air) {
    this.machine = machine;
    this.store = store;
    this.air = air;
  }

  static Desk open(Machine machine, CommonOptions options) throws OfficeException {
    Path folder = options.stateFolder(machine).resolve("store");
    try {
      Desk desk =
          new Desk(
              machine,
              machine.stores().open(folder, machine.clock(), machine.random()),
              new Air(machine, options));
      desk.air.sweep(desk.store);
      return desk;
    } catch (StoreException e) {
      throw OfficeException.of(e);
    }
  }

  RelationshipStore store() {
    return store;
  }

  /** Where running requests have their sockets. */
  static Path runFolder(Machine machine, CommonOptions options) {
    return options.stateFolder(machine).resolve("run");
  }

  Relationship relationship(PeerOption peer) throws OfficeException {
    return Choice.of(store, peer.relationship, machine.clock().instant());
  }

  /** The way to this relationship's laptop; closed with the desk. */
  LinkProvider links(LinkSpec spec, Relationship relationship, Voice voice) throws OfficeException {
    try {
      if (spec instanceof LinkSpec.WifiDirect wifi) {
        RadioLinkProvider made = air.links(wifi, relationship, voice);
        radio = made;
        return made;
      }
      return machine.links().make((LinkSpec.Tcp) spec);
    } catch (LinkException e) {
      throw LinkReasons.of(e);
    }
  }

  /** What this device knows of its laptop's radio, and of its own. */
  Air air() {
    return air;
  }

  SessionEndpoint endpoint() {
    if (endpoint == null) {
      endpoint = machine.endpoints().make(store);
    }
    return endpoint;
  }

  /** A client for this relationship, after a word about its end where that is near. */
  OfficeClient client(
      Relationship relationship, LinkProvider links, RetryPolicy retry, Voice voice) {
    warn(relationship, voice);
    OfficeClient made =
        new OfficeClient(
            endpoint(), links, relationship.id(), retry, machine.random(), machine.nanos());
    client = made;
    return made;
  }

  private void warn(Relationship relationship, Voice voice) {
    Instant now = machine.clock().instant();
    Optional<Expiry.Level> due = Expiry.warning(relationship.expires(), now);
    if (due.isPresent()) {
      String left = Expiry.left(relationship.expires(), now);
      voice.note(
          warning(relationship, due.get()),
          List.of(
              "officeos: the relationship with "
                  + TerminalText.sanitizeLine(relationship.peerName())
                  + " ends on "
                  + Expiry.date(relationship.expires())
                  + " ("
                  + left
                  + "). Renew it: officeos renew."));
    }
  }

  private static JsonObject warning(Relationship relationship, Expiry.Level level) {
    return JsonVoice.event("warning")
        .put("warning", "expires_soon")
        .put("level_days", level.days())
        .put("relationship", relationship.id().toString())
        .put("expires", relationship.expires().toString());
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    if (endpoint != null) {
      endpoint.close();
    }
    // The laptop may have ended the relationship meanwhile.
    air.sweep(store);
    if (radio != null) {
      forgetBefore(radio);
      radio.close();
    }
    store.close();
  }

  private void forgetBefore(RadioLinkProvider closing) {
    try {
      if (air.hasToForget()) {
        Forgetting forgetting = air.forgetting(store);
        closing.lastly(wifi -> forgetting.run(wifi, FORGETTING));
      }
    } catch (OfficeException | InterruptedException later) {
      // It stays written down.
    }
  }
}
