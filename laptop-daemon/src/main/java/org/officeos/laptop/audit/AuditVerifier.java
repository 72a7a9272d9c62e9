package org.officeos.laptop.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.officeos.laptop.audit.AuditEntry.Kind;
import org.officeos.session.crypto.KeyException;
import org.officeos.session.crypto.PeerIdentity;

/**
 * Walks a trail from its first entry and says what does not fit. Pure; takes one entry at a time.
 *
 * <p>The chain covers every entry: a changed, inserted or removed one shows at the place, except
 * that entries cut off at the very end leave no trace in what is left. A signature can be verified
 * only where the encoded instruction was kept.
 */
public final class AuditVerifier {

  private static final int MAX_PROBLEMS = 100;

  private final Set<PeerIdentity> pinned;
  private final SignedBytes signedBytes;
  private final List<Problem> problems = new ArrayList<>();
  private final TreeMap<Long, AuditSubject> open = new TreeMap<>();
  private byte[] previous = AuditEntry.origin();
  private long seq;
  private long verified;
  private long notKept;

  /** One thing that does not fit. */
  public record Problem(long seq, What what) {}

  /** The closed list of what can be wrong. */
  public enum What {
    /** Its number does not follow the one before: entries are missing or were added. */
    NUMBER_OUT_OF_ORDER,
    /** It does not follow the entry before: that one, or this one, was changed. */
    CHAIN_BROKEN,
    /** Its own hash is not the one of its content. */
    CHANGED,
    /** It ends a request that no entry began. */
    ENDS_NOTHING,
    /** The kept instruction is not the one whose hash was recorded. */
    CONTENT_CHANGED,
    /** The signature is not this device's over the kept instruction. */
    SIGNATURE_WRONG,
    /** The identity in it is none that was ever paired here. */
    IDENTITY_NOT_PINNED
  }

  /**
   * What was found.
   *
   * @param entries how many there are
   * @param signaturesVerified signatures that hold
   * @param signaturesNotKept signatures whose instruction was not kept
   * @param unfinished requests that began and never ended: running now, or the daemon was killed
   * @param problems what does not fit, at most a hundred; empty for a whole trail
   */
  public record Report(
      long entries,
      long signaturesVerified,
      long signaturesNotKept,
      long unfinished,
      List<Problem> problems) {

    /** Whether everything fits. */
    public boolean whole() {
      return problems.isEmpty();
    }
  }

  /**
   * A verifier.
   *
   * @param pinned identities of devices that are or were paired here
   */
  public AuditVerifier(Set<PeerIdentity> pinned, SignedBytes signedBytes) {
    this.pinned = Set.copyOf(pinned);
    this.signedBytes = signedBytes;
  }

  /** The next entry, in order. */
  public void next(AuditEntry entry) {
    if (entry.seq() != seq + 1) {
      complain(entry, What.NUMBER_OUT_OF_ORDER);
    }
    if (!Arrays.equals(entry.previous(), previous)) {
      complain(entry, What.CHAIN_BROKEN);
    }
    if (!entry.hashFits()) {
      complain(entry, What.CHANGED);
    }
    seq = entry.seq();
    previous = entry.hash();
    if (entry.kind() == Kind.BEGAN) {
      open.put(entry.seq(), entry.subject());
    } else if (entry.kind() == Kind.ENDED) {
      AuditSubject began = open.remove(entry.began());
      if (!entry.subject().equals(began)) {
        complain(entry, What.ENDS_NOTHING);
      }
    }
    entry.proof().ifPresent(proof -> check(entry, proof));
  }

  private void check(AuditEntry entry, AuditProof proof) {
    try {
      PeerIdentity peer = PeerIdentity.fromBytes(proof.peer());
      if (!pinned.contains(peer)) {
        complain(entry, What.IDENTITY_NOT_PINNED);
      }
      if (proof.content().isEmpty()) {
        notKept++;
        return;
      }
      byte[] content = proof.content().get();
      if (!Arrays.equals(AuditProof.sha256(content), proof.contentSha256())) {
        complain(entry, What.CONTENT_CHANGED);
        return;
      }
      byte[] signed = signedBytes.of(proof.sessionHash(), entry.subject().messageId(), content);
      if (peer.verify(signed, proof.signature())) {
        verified++;
      } else {
        complain(entry, What.SIGNATURE_WRONG);
      }
    } catch (KeyException e) {
      complain(entry, What.IDENTITY_NOT_PINNED);
    }
  }

  private void complain(AuditEntry entry, What what) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(entry.seq(), what));
    }
  }

  /** What was found so far. */
  public Report report() {
    return new Report(seq, verified, notKept, open.size(), List.copyOf(problems));
  }
}
