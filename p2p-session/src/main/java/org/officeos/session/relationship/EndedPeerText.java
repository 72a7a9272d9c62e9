package org.officeos.session.relationship;

import java.time.Instant;
import java.util.Arrays;
import org.officeos.session.crypto.PeerIdentity;

/**
 * A tombstone as a sealed text: no secret in it. Pure and canonical.
 *
 * <pre>
 * officeos=1
 * kind=ended
 * id=&lt;32 hex&gt;
 * peer=&lt;64 hex&gt;
 * name=&lt;text&gt;
 * why=REVOKED_HERE              a name of {@link EndedPeer.Why}
 * ended=2026-11-22T10:00:00Z
 * sha256=&lt;64 hex&gt;
 * </pre>
 */
final class EndedPeerText {

  static final String KIND = "ended";

  private EndedPeerText() {}

  static byte[] encode(EndedPeer ended) {
    SealedWriter out = new SealedWriter(KIND);
    out.line("id", ended.id().toString());
    out.hex("peer", ended.identity().toBytes());
    out.text("name", ended.name());
    out.line("why", ended.why().name());
    out.line("ended", ended.endedAt().toString());
    return out.seal();
  }

  static EndedPeer decode(byte[] bytes) throws FormatException {
    SealedReader in = new SealedReader(bytes, KIND);
    RelationshipId id = RelationshipText.id(in, "id");
    PeerIdentity peer = RelationshipText.identity(in, "peer");
    String name = in.text("name");
    String why = in.text("why");
    Instant endedAt = RelationshipText.instant(in, "ended");
    EndedPeer ended =
        SealedReader.parse(
            "why", () -> new EndedPeer(id, peer, name, EndedPeer.Why.valueOf(why), endedAt));
    if (!Arrays.equals(encode(ended), bytes)) {
      throw FormatException.damaged("not written the way this program writes");
    }
    return ended;
  }
}
