package org.officeos.session.stream;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.ResponseListener;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.record.RecordFormat;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/** Two cores joined by two queues of records: no socket, no thread, no clock. */
final class CorePair {

  static final byte[] HASH = new byte[32];

  final IdentityKey handheldKey = IdentityKey.generate(new SecureRandom());
  final IdentityKey laptopKey = IdentityKey.generate(new SecureRandom());
  final Relationship handheldSide = relationship(Role.INITIATOR, laptopKey);
  final Relationship laptopSide = relationship(Role.RESPONDER, handheldKey);
  final RecordingSink sink = new RecordingSink();
  final RecordingListener listener = new RecordingListener();
  final InitiatorStreams handheldStreams = new InitiatorStreams(laptopKey.publicKey(), HASH);
  final SessionCore handheld;
  final SessionCore laptop;
  final ArrayDeque<byte[]> toLaptop = new ArrayDeque<>();
  final ArrayDeque<byte[]> toHandheld = new ArrayDeque<>();
  long now = 1;
  private long lastId;

  CorePair() {
    this(new RelationshipFramesHere.None());
  }

  CorePair(RelationshipFrames relationshipFrames) {
    SecretBytes up = SecretBytes.takeAndWipe(bytes(1));
    SecretBytes down = SecretBytes.takeAndWipe(bytes(2));
    handheld =
        Sessions.initiator(
            new SessionKeys(Aeads.create(up), Aeads.create(down)),
            new CountingRekeying(true),
            KeyAge.STANDARD,
            handheldStreams,
            relationshipFrames,
            listener,
            now);
    laptop =
        Sessions.responder(
            new SessionKeys(Aeads.create(down), Aeads.create(up)),
            new CountingRekeying(false),
            KeyAge.STANDARD,
            new ResponderStreams(laptopSide, laptopKey, HASH, sink),
            relationshipFrames,
            listener,
            now);
  }

  static Relationship relationship(Role role, IdentityKey peer) {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Generation generation =
        new Generation(
            1,
            DhKeyPair.generate(new SecureRandom()),
            DhKeyPair.generate(new SecureRandom()).publicKey(),
            SecretBytes.takeAndWipe(bytes(9)),
            start,
            start.plus(Duration.ofDays(30)));
    return new Relationship(
        RelationshipId.fromBytes(new byte[16]),
        role,
        peer.publicKey(),
        "peer",
        generation,
        Optional.empty(),
        new TreeSet<>(),
        start,
        start,
        0);
  }

  /** Opens the session: FINISHED, WELCOME. */
  CorePair opened() throws SessionException {
    exchange();
    return this;
  }

  Sent send(Instruction instruction) {
    return send(instruction, ResponseListener.COLLECT);
  }

  Sent send(Instruction instruction, ResponseListener responses) {
    try {
      return sendRaw(
          InstructionCodec.encode(instruction), responses, instruction.has(Field.RECEIPT));
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  Sent sendRaw(byte[] content, ResponseListener responses, boolean receipt) {
    long id = ++lastId;
    Sent sent = new Sent(id);
    byte[] signature = handheldKey.sign(Signatures.instruction(HASH, id, content));
    handheldStreams.send(id, content, signature, responses, sent, receipt);
    return sent;
  }

  /** Carries records both ways until neither has more. */
  void exchange() throws SessionException {
    boolean moved = true;
    while (moved) {
      boolean up = carryUp();
      moved = carryDown() || up;
    }
  }

  boolean carryUp() throws SessionException {
    drain(handheld, toLaptop);
    return deliver(toLaptop, laptop);
  }

  boolean carryDown() throws SessionException {
    drain(laptop, toHandheld);
    return deliver(toHandheld, handheld);
  }

  void drain(SessionCore core, ArrayDeque<byte[]> queue) throws SessionException {
    byte[] record = poll(core);
    while (record.length > 0) {
      queue.add(record);
      record = poll(core);
    }
  }

  /** One record without its length, or empty. */
  byte[] poll(SessionCore core) throws SessionException {
    byte[] scratch = new byte[RecordFormat.MAX_BODY];
    byte[] out = new byte[RecordFormat.MAX_BODY + 2];
    int length = core.pollRecord(scratch, out, now);
    return length == 0 ? new byte[0] : Arrays.copyOfRange(out, 2, length);
  }

  boolean deliver(ArrayDeque<byte[]> queue, SessionCore core) throws SessionException {
    boolean any = false;
    for (byte[] record = queue.poll(); record != null; record = queue.poll()) {
      deliver(record, core);
      any = true;
    }
    return any;
  }

  void deliver(byte[] record, SessionCore core) throws SessionException {
    core.onRecord(record, 0, record.length, new byte[RecordFormat.MAX_BODY], now);
  }

  private static byte[] bytes(int fill) {
    byte[] all = new byte[32];
    Arrays.fill(all, (byte) fill);
    return all;
  }

  /** What became of an instruction. */
  static final class Sent implements ExchangeOutcome {
    final long id;
    @Nullable ReceivedResponse response;
    @Nullable SessionException failure;

    Sent(long id) {
      this.id = id;
    }

    @Override
    public void onResponse(ReceivedResponse received) {
      response = received;
    }

    @Override
    public void onFailure(SessionException reason) {
      failure = reason;
    }

    ReceivedResponse answered() {
      ReceivedResponse present = response;
      if (present == null) {
        throw new AssertionError("no response; failure: " + failure);
      }
      return present;
    }
  }

  /** Keeps what arrived at the laptop. */
  static final class RecordingSink implements InstructionSink {
    final List<ReceivedInstruction> received = new ArrayList<>();
    final List<ResponderStream> streams = new ArrayList<>();
    final List<RejectedException> rejected = new ArrayList<>();

    @Override
    public void onInstruction(ReceivedInstruction instruction, ResponderStream stream) {
      received.add(instruction);
      streams.add(stream);
    }

    @Override
    public void onRejected(RejectedException rejection) {
      rejected.add(rejection);
    }
  }

  /** Answers FINISHED as the shell would. */
  final class RecordingListener implements SessionListener {
    long welcomedAt;
    int rekeyed;

    @Override
    public void onProved() {
      laptop.welcome(1234);
    }

    @Override
    public void onWelcome(long peerMillis) {
      welcomedAt = peerMillis;
    }

    @Override
    public void onRekeyed() {
      rekeyed++;
    }
  }

  /** Derives the nth keys from n, in place of a handshake. */
  static final class CountingRekeying implements Rekeying {
    private final boolean initiator;
    private int number = 10;

    CountingRekeying(boolean initiator) {
      this.initiator = initiator;
    }

    @Override
    public byte[] offer() {
      return new byte[48];
    }

    @Override
    public SessionKeys onAnswer(byte[] message) {
      return keys();
    }

    @Override
    public Answer onOffer(byte[] message) {
      return new Answer(new byte[48], keys());
    }

    private SessionKeys keys() {
      number += 2;
      SecretBytes up = SecretBytes.takeAndWipe(bytes(number));
      SecretBytes down = SecretBytes.takeAndWipe(bytes(number + 1));
      return initiator
          ? new SessionKeys(Aeads.create(up), Aeads.create(down))
          : new SessionKeys(Aeads.create(down), Aeads.create(up));
    }
  }
}
