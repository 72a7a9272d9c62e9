package org.officeos.session.relationship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.KeyException;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;

/**
 * A relationship as a sealed text. Pure, and canonical: what decodes encodes to the same bytes.
 *
 * <pre>
 * officeos=1
 * kind=relationship
 * id=&lt;32 hex&gt;
 * role=INITIATOR | RESPONDER
 * peer=&lt;64 hex&gt;               the pinned Ed25519 identity
 * name=&lt;text&gt;
 * paired=2026-11-22T10:00:00Z   ISO 8601, UTC
 * seen=2026-11-22T10:00:00Z     the high-water mark
 * nextTag=&lt;decimal&gt;
 * unconfirmed=&lt;decimal&gt;
 * replaces=&lt;32 hex&gt;           none or more
 * grant=&lt;text&gt;                none or more, ascending
 * current.number=1
 * current.own=&lt;64 hex&gt;        private X25519 static: SECRET
 * current.peer=&lt;64 hex&gt;       the peer's public X25519 static
 * current.psk=&lt;64 hex&gt;        pre-shared key: SECRET
 * current.created=...
 * current.expires=...
 * next.number=2                 and so on, where a renewal was agreed and not yet used
 * sha256=&lt;64 hex&gt;
 * </pre>
 */
final class RelationshipText {

  static final String KIND = "relationship";

  private RelationshipText() {}

  /** The file's bytes, full of secrets: the caller wipes them. */
  static byte[] encode(StoredRelationship stored) {
    Relationship relationship = stored.relationship();
    SealedWriter out = new SealedWriter(KIND);
    out.line("id", relationship.id().toString());
    out.line("role", relationship.role().name());
    out.hex("peer", relationship.peer().toBytes());
    out.text("name", relationship.peerName());
    out.line("paired", relationship.pairedAt().toString());
    out.line("seen", relationship.highWater().toString());
    out.line("nextTag", Long.toString(relationship.nextTag()));
    out.line("unconfirmed", Long.toString(stored.unconfirmed()));
    for (RelationshipId replaced : stored.replaces()) {
      out.line("replaces", replaced.toString());
    }
    for (String grant : relationship.grants()) {
      out.text("grant", grant);
    }
    encode(out, "current", relationship.current());
    relationship.next().ifPresent(next -> encode(out, "next", next));
    return out.seal();
  }

  private static void encode(SealedWriter out, String prefix, Generation generation) {
    out.line(prefix + ".number", Integer.toString(generation.number()));
    out.secret(prefix + ".own", generation.ownStatic().privateKey());
    out.hex(prefix + ".peer", generation.peerStatic().toBytes());
    out.secret(prefix + ".psk", generation.psk());
    out.line(prefix + ".created", generation.created().toString());
    out.line(prefix + ".expires", generation.expires().toString());
  }

  /**
   * What {@code bytes} say.
   *
   * @throws FormatException {@code DAMAGED}, {@code NEWER_VERSION}
   */
  static StoredRelationship decode(byte[] bytes) throws FormatException {
    StoredRelationship stored = read(new SealedReader(bytes, KIND));
    byte[] canonical = encode(stored);
    try {
      if (!Arrays.equals(canonical, bytes)) {
        throw FormatException.damaged("not written the way this program writes");
      }
      return stored;
    } finally {
      Arrays.fill(canonical, (byte) 0);
    }
  }

  private static StoredRelationship read(SealedReader in) throws FormatException {
    RelationshipId id = id(in, "id");
    String role = in.text("role");
    PeerIdentity peer = identity(in, "peer");
    String name = in.text("name");
    Instant paired = instant(in, "paired");
    Instant seen = instant(in, "seen");
    long nextTag = in.counter("nextTag");
    long unconfirmed = in.counter("unconfirmed");
    List<RelationshipId> replaces = new ArrayList<>();
    while (in.at("replaces")) {
      replaces.add(id(in, "replaces"));
    }
    SortedSet<String> grants = new TreeSet<>();
    while (in.at("grant")) {
      grants.add(in.text("grant"));
    }
    Generation current = generation(in, "current");
    Optional<Generation> next =
        in.at("next.number") ? Optional.of(generation(in, "next")) : Optional.empty();
    Relationship relationship =
        SealedReader.parse(
            "of a relationship",
            () ->
                new Relationship(
                    id,
                    Role.valueOf(role),
                    peer,
                    name,
                    current,
                    next,
                    grants,
                    paired,
                    seen,
                    nextTag));
    return new StoredRelationship(relationship, unconfirmed, replaces);
  }

  private static Generation generation(SealedReader in, String prefix) throws FormatException {
    int number = in.integer(prefix + ".number", Integer.MAX_VALUE);
    SecretBytes own = in.secret(prefix + ".own", DhKeyPair.SECRET_LENGTH);
    byte[] peer = in.hex(prefix + ".peer", DhPublicKey.LENGTH);
    SecretBytes psk = in.secret(prefix + ".psk", Generation.PSK_LENGTH);
    Instant created = instant(in, prefix + ".created");
    Instant expires = instant(in, prefix + ".expires");
    try {
      DhPublicKey peerStatic = DhPublicKey.fromBytes(peer);
      return SealedReader.parse(
          "of generation " + prefix,
          () ->
              new Generation(
                  number, DhKeyPair.fromPrivate(own), peerStatic, psk, created, expires));
    } catch (KeyException e) {
      throw FormatException.damaged("no public key in line " + prefix + ".peer");
    }
  }

  static RelationshipId id(SealedReader in, String key) throws FormatException {
    return RelationshipId.fromBytes(in.hex(key, RelationshipId.LENGTH));
  }

  static PeerIdentity identity(SealedReader in, String key) throws FormatException {
    try {
      return PeerIdentity.fromBytes(in.hex(key, PeerIdentity.LENGTH));
    } catch (KeyException e) {
      throw FormatException.damaged("no identity in line " + key);
    }
  }

  static Instant instant(SealedReader in, String key) throws FormatException {
    String text = in.text(key);
    return SealedReader.parse(key, () -> Instant.parse(text));
  }
}
