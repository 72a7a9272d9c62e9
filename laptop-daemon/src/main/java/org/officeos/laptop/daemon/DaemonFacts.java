package org.officeos.laptop.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What the daemon says of itself.
 *
 * @param name as handhelds call it
 * @param pid its process
 * @param listen where it listens, with the real port
 * @param started when
 * @param imageSource {@code real}, {@code stand-in} or {@code none}
 * @param textSource the same for texts
 * @param pairingLifetime what it offers
 * @param clock wall time
 */
record DaemonFacts(
    String name,
    long pid,
    String listen,
    Instant started,
    String imageSource,
    String textSource,
    Duration pairingLifetime,
    InstantSource clock) {}
