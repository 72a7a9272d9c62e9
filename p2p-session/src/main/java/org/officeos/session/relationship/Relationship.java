package org.officeos.session.relationship;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.officeos.session.crypto.PeerIdentity;

/**
 * Everything one device keeps about one peer. Immutable; the store replaces it whole.
 *
 * @param id the same on both ends
 * @param role which end this device is
 * @param peer the pinned identity of the other end
 * @param peerName the name the peer gave itself at pairing, 1 to 64 characters, for people only
 * @param current the generation in force
 * @param next the generation agreed by a renewal and not yet used; kept beside the current one so
 *     that a lost acknowledgement strands nobody
 * @param grants names of what the peer may ask for, read by the laptop's permission room
 * @param pairedAt when the two were paired, by this device's clock
 * @param highWater the latest time this device has ever seen; a clock behind it ran backwards
 * @param nextTag initiator: the counter of the next tag to send; responder: one more than the
 *     highest counter accepted
 */
public record Relationship(
    RelationshipId id,
    Role role,
    PeerIdentity peer,
    String peerName,
    Generation current,
    Optional<Generation> next,
    SortedSet<String> grants,
    Instant pairedAt,
    Instant highWater,
    long nextTag) {

  /** Longest peer name, in characters. */
  public static final int MAX_NAME = 64;

  /** Refuses an empty or long name and a negative counter; copies the grants. */
  public Relationship {
    if (peerName.isEmpty() || peerName.length() > MAX_NAME) {
      throw new IllegalArgumentException("a peer's name has 1 to 64 characters");
    }
    if (nextTag < 0) {
      throw new IllegalArgumentException("a tag counter is never negative");
    }
    grants = Collections.unmodifiableSortedSet(new TreeSet<>(grants));
  }

  /** The generation to open the next session with: the renewed one where there is one. */
  public Generation preferred() {
    return next.orElse(current);
  }

  /** When this relationship ends unless renewed. */
  public Instant expires() {
    return preferred().expires();
  }

  /** A copy with other grants. */
  public Relationship withGrants(SortedSet<String> changed) {
    return new Relationship(
        id, role, peer, peerName, current, next, changed, pairedAt, highWater, nextTag);
  }

  /** A copy with the generation that a renewal agreed on. */
  public Relationship withNext(Generation agreed) {
    return new Relationship(
        id,
        role,
        peer,
        peerName,
        current,
        Optional.of(agreed),
        grants,
        pairedAt,
        highWater,
        nextTag);
  }

  /** A copy without a next generation. */
  public Relationship withoutNext() {
    return new Relationship(
        id, role, peer, peerName, current, Optional.empty(), grants, pairedAt, highWater, nextTag);
  }

  /** A copy in which the next generation is the current one, if there is one. */
  public Relationship promoted() {
    return new Relationship(
        id,
        role,
        peer,
        peerName,
        preferred(),
        Optional.empty(),
        grants,
        pairedAt,
        highWater,
        nextTag);
  }

  /** A copy with the tag counter moved. */
  public Relationship withNextTag(long counter) {
    return new Relationship(
        id, role, peer, peerName, current, next, grants, pairedAt, highWater, counter);
  }

  /** A copy whose high-water mark is no earlier than {@code seen}. */
  public Relationship seenAt(Instant seen) {
    return seen.isAfter(highWater)
        ? new Relationship(id, role, peer, peerName, current, next, grants, pairedAt, seen, nextTag)
        : this;
  }

  @Override
  public String toString() {
    return "relationship " + id.shortName() + ", " + preferred();
  }
}
