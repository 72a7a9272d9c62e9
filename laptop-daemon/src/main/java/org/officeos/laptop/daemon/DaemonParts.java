package org.officeos.laptop.daemon;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.officeos.laptop.config.RadioConfig;
import org.officeos.laptop.radio.RadioParts;
import org.officeos.laptop.radio.SupplicantSource;
import org.officeos.laptop.standin.StandInSettings;
import org.officeos.session.EndpointConfig;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.FileRelationshipStore;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/**
 * What is not pure and comes from outside the daemon's own rooms.
 *
 * @param clock wall time
 * @param nanoTime nanoseconds that only move forward
 * @param store opens the relationship store in a folder
 * @param endpoint makes the session's end
 * @param radio the way to a configured radio
 * @param pace how fast stand-ins work
 */
record DaemonParts(
    InstantSource clock,
    LongSupplier nanoTime,
    StoreOpener store,
    EndpointMaker endpoint,
    RadioMaker radio,
    StandInSettings pace) {

  /** Opens the relationship store. */
  interface StoreOpener {
    RelationshipStore open(Path folder, InstantSource clock) throws StoreException;
  }

  /** Makes the session's end. */
  interface EndpointMaker {
    SessionEndpoint make(EndpointConfig config);
  }

  /** Makes what drives the radio. */
  interface RadioMaker {
    RadioParts make(RadioConfig config);
  }

  /** The real ones. */
  static DaemonParts real() {
    return new DaemonParts(
        InstantSource.system(),
        System::nanoTime,
        (folder, clock) -> FileRelationshipStore.open(folder, clock, new SecureRandom()),
        SessionEndpoints::create,
        SupplicantSource::parts,
        StandInSettings.standard());
  }
}
