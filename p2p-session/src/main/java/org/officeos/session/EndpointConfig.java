package org.officeos.session;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.officeos.session.relationship.RelationshipStore;

/**
 * What an endpoint is made of. Everything that is not pure comes in here.
 *
 * @param store this device's identity and relationships; the endpoint does not close it
 * @param clock wall time
 * @param random the source of every key and nonce
 * @param handler what to do with instructions; a handheld's is never called
 * @param events who watches
 * @param ioThreads threads for sockets, 1 to 16
 */
public record EndpointConfig(
    RelationshipStore store,
    InstantSource clock,
    SecureRandom random,
    InstructionHandler handler,
    EndpointEvents events,
    int ioThreads) {

  /** Refuses a number of threads out of range. */
  public EndpointConfig {
    if (ioThreads < 1 || ioThreads > 16) {
      throw new IllegalArgumentException("1 to 16 I/O threads");
    }
  }

  /** A handheld's: one thread, system clock, no handler. */
  public static EndpointConfig handheld(RelationshipStore store) {
    return new EndpointConfig(
        store,
        InstantSource.system(),
        new SecureRandom(),
        (received, responder) -> {
          throw new IllegalStateException("a handheld takes no instructions");
        },
        EndpointEvents.NONE,
        1);
  }

  /** A laptop's: two threads, system clock. */
  public static EndpointConfig laptop(
      RelationshipStore store, InstructionHandler handler, EndpointEvents events) {
    return new EndpointConfig(
        store, InstantSource.system(), new SecureRandom(), handler, events, 2);
  }
}
