package org.officeos.session.stream;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.Sha256;
import org.officeos.session.relationship.Relationship;

/**
 * The laptop's half of the multiplexer: takes instructions, sends answers in turn, one record of
 * each stream at a time, so that a large body never holds up a token. Confined to the session's I/O
 * thread.
 */
public final class ResponderStreams implements Streams {

  private final Relationship relationship;
  private final IdentityKey own;
  private final byte[] sessionHash;
  private final InstructionSink sink;
  private final Map<Long, ResponderStream> open = new HashMap<>();
  private final ArrayDeque<ResponderStream> ready = new ArrayDeque<>();
  private long lastId;

  /** Streams of one session. */
  public ResponderStreams(
      Relationship relationship, IdentityKey own, byte[] sessionHash, InstructionSink sink) {
    this.relationship = relationship;
    this.own = own;
    this.sessionHash = sessionHash.clone();
    this.sink = sink;
  }

  @Override
  public void onFrame(FrameType type, FrameCursor body) throws SessionException {
    long id = body.varint();
    if (type == FrameType.INSTRUCTION) {
      onInstruction(id, body);
      return;
    }
    if (id > lastId || id == 0) {
      throw new SessionException(Reason.OUT_OF_ORDER, type + " for no message");
    }
    ResponderStream stream = open.get(id);
    if (type == FrameType.CANCEL) {
      body.end();
      if (stream != null) {
        finished(stream);
        stream.abandon(Reason.CANCELLED);
      }
    } else {
      long bytes = body.varint(StreamLimits.MAX_RESPONSE);
      body.end();
      if (stream != null) {
        stream.grant(bytes);
      }
    }
  }

  private void onInstruction(long id, FrameCursor body) throws SessionException {
    if (id != lastId + 1) {
      throw new SessionException(Reason.OUT_OF_ORDER, "message ids count up");
    }
    lastId = id;
    if (open.size() >= StreamLimits.MAX_OPEN) {
      throw new SessionException(Reason.TOO_MANY_STREAMS, "more than " + StreamLimits.MAX_OPEN);
    }
    byte[] signature = body.bytes(64);
    byte[] content = body.rest();
    if (!relationship.peer().verify(Signatures.instruction(sessionHash, id, content), signature)) {
      throw new SessionException(Reason.BAD_SIGNATURE, "instruction " + id);
    }
    decodeAndHandOn(id, content, signature);
  }

  private void decodeAndHandOn(long id, byte[] content, byte[] signature) {
    Instruction instruction;
    try {
      instruction = InstructionCodec.decode(content);
    } catch (RejectedException e) {
      ResponderStream stream = open(id, null);
      sink.onRejected(e);
      stream.complete(
          Response.of(ResultCode.MALFORMED)
              .with(Meta.DETAIL, e.rejection() + " at byte " + e.offset())
              .with(Meta.REJECTION, e.rejection().code())
              .with(Meta.REJECTION_OFFSET, e.offset()));
      return;
    }
    MessageDigest receipt = instruction.has(Field.RECEIPT) ? Sha256.digest() : null;
    ResponderStream stream = open(id, receipt);
    sink.onInstruction(
        new ReceivedInstruction(
            relationship, id, instruction, content, signature, sessionHash.clone()),
        stream);
  }

  private ResponderStream open(long id, @Nullable MessageDigest receipt) {
    ResponderStream stream = new ResponderStream(id, this, receipt);
    open.put(id, stream);
    return stream;
  }

  @Override
  public int poll(byte[] out) {
    ResponderStream stream = ready.poll();
    while (stream != null) {
      if (stream.canSend()) {
        int length = stream.poll(out);
        if (stream.canSend()) {
          ready.add(stream);
        }
        return length;
      }
      stream = ready.poll();
    }
    return 0;
  }

  @Override
  public boolean anyOpen() {
    return !open.isEmpty();
  }

  @Override
  public void end(Reason reason) {
    ready.clear();
    new ArrayList<>(open.values()).forEach(stream -> stream.abandon(reason));
    open.clear();
  }

  void ready(ResponderStream stream) {
    if (!ready.contains(stream)) {
      ready.add(stream);
    }
  }

  void finished(ResponderStream stream) {
    open.remove(stream.id());
  }

  byte[] sign(long id, byte[] encodedResponse) {
    return own.sign(Signatures.response(sessionHash, id, encodedResponse));
  }
}
