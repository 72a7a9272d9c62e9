package org.officeos.session.netty;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.officeos.session.PairingCode;
import org.officeos.session.PairingDialog;
import org.officeos.session.PairingOffer;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.NoiseHandshakes;
import org.officeos.session.handshake.Prologue;
import org.officeos.session.handshake.TransportKeys;
import org.officeos.session.pairing.PairedPeer;
import org.officeos.session.pairing.PairingMachine;
import org.officeos.session.pairing.PairingSelf;
import org.officeos.session.pairing.PairingStep;
import org.officeos.session.record.RecordFormat;
import org.officeos.session.record.RecordReader;
import org.officeos.session.record.RecordWriter;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.Role;

/** One attempt to pair, either role: the XX handshake, then the pairing machine over records. */
@SuppressWarnings("FutureReturnValueIgnored")
final class PairingPhase implements Phase {

  private static final long SECOND = 1_000_000_000L;
  private static final long PATIENCE = 130 * SECOND;

  private final NettyEndpoint endpoint;
  private final LinkHandler link;
  private final Role role;
  private final PairingDialog dialog;
  private final PairingOffer offer;
  private final Outcome outcome;
  private final DhKeyPair ownStatic;
  private final Handshake handshake;
  private final long start = System.nanoTime();
  private @Nullable PairingMachine machine;
  private @Nullable RecordWriter writer;
  private @Nullable RecordReader reader;
  private boolean over;

  /** Hears how the attempt went, once. */
  interface Outcome {

    void paired(Relationship relationship);

    void failed(SessionException reason);
  }

  PairingPhase(
      NettyEndpoint endpoint,
      LinkHandler link,
      Role role,
      PairingDialog dialog,
      PairingOffer offer,
      Outcome outcome) {
    this.endpoint = endpoint;
    this.link = link;
    this.role = role;
    this.dialog = dialog;
    this.offer = offer;
    this.outcome = outcome;
    this.ownStatic = DhKeyPair.generate(endpoint.random());
    boolean first = role == Role.INITIATOR;
    this.handshake =
        NoiseHandshakes.xx(first, Prologue.pairing(role, first), ownStatic, endpoint.random());
  }

  @Override
  public void onStart() throws SessionException {
    link.sendMessage(Hello.pairing(Handshakes.write(handshake)));
  }

  /** Responder: the initiator's first Noise message. */
  void onHello(byte[] noise) throws SessionException {
    Handshakes.read(handshake, noise);
    link.sendMessage(Hello.answer(Handshakes.write(handshake)));
  }

  @Override
  public void onMessage(byte[] bytes, int offset, int length) throws SessionException {
    byte[] message = Arrays.copyOfRange(bytes, offset, offset + length);
    PairingMachine running = machine;
    if (running != null) {
      apply(running.onMessage(open(message)));
    } else if (role == Role.INITIATOR) {
      Handshakes.read(handshake, Hello.readAnswer(message));
      link.sendMessage(Handshakes.write(handshake));
      begin();
    } else {
      Handshakes.read(handshake, message);
      begin();
    }
  }

  private void begin() throws SessionException {
    endpoint.gate().leave(link);
    TransportKeys keys = Handshakes.finish(handshake);
    writer = new RecordWriter(Aeads.create(keys.sendKey()));
    reader = new RecordReader(Aeads.create(keys.receiveKey()));
    int days = (int) offer.lifetime().toDays();
    PairingMachine made =
        new PairingMachine(
            role,
            keys,
            ownStatic,
            endpoint.identity(),
            new PairingSelf(offer.name(), days, endpoint.now()),
            endpoint.random());
    keys.destroy();
    machine = made;
    apply(made.start());
  }

  private void apply(PairingStep step) throws SessionException {
    step.store().ifPresent(peer -> PairingStore.store(endpoint, peer, this::onStored));
    step.undo().ifPresent(id -> PairingStore.undo(endpoint, id));
    for (byte[] message : step.send()) {
      seal(message);
    }
    link.flush();
    step.digits().ifPresent(this::ask);
    step.failure().ifPresent(reason -> finish(PairingReasons.translated(reason)));
    step.settled().ifPresent(this::settled);
  }

  private void onStored(boolean stored) {
    link.run(() -> apply(live().onStored(stored)), () -> undoWhereStored(stored));
  }

  /** The disk answered after the link was over: what was stored is undone, or both have it. */
  private void undoWhereStored(boolean stored) {
    PairingStep late = live().onStored(stored);
    late.undo().ifPresent(id -> PairingStore.undo(endpoint, id));
    if (over) {
      return;
    }
    over = true;
    late.settled()
        .ifPresentOrElse(
            peer -> PairingStore.settle(endpoint, peer, outcome),
            () -> outcome.failed(new SessionException(Reason.CUT, "while storing")));
  }

  private void settled(PairedPeer peer) {
    over = true;
    PairingStore.settle(endpoint, peer, outcome);
    link.end(new SessionException(Reason.CLOSED_HERE));
  }

  private void ask(String digits) {
    dialog
        .confirm(new PairingCode(digits))
        .whenComplete(
            (same, failure) ->
                link.run(
                    () -> apply(live().onConfirmed(failure == null && Boolean.TRUE.equals(same)))));
  }

  private void finish(SessionException reason) {
    if (!over) {
      over = true;
      outcome.failed(reason);
      link.end(reason);
    }
  }

  private PairingMachine live() {
    if (machine == null) {
      throw new IllegalStateException("the handshake is not finished");
    }
    return machine;
  }

  private byte[] open(byte[] body) throws SessionException {
    byte[] plain = new byte[body.length];
    try {
      int length = Objects.requireNonNull(reader).open(body, 0, body.length, plain, 0);
      return Arrays.copyOf(plain, length);
    } catch (BadTagException e) {
      throw new SessionException(Reason.BAD_TAG, "pairing record", e);
    }
  }

  private void seal(byte[] message) {
    byte[] out = new byte[RecordFormat.HEADER + message.length + RecordFormat.TAG];
    int length = Objects.requireNonNull(writer).seal(message, 0, message.length, out, 0);
    link.write(out, length);
  }

  @Override
  public void onTick(long now) throws SessionException {
    long patience = machine == null ? HandshakeGate.SECONDS_EACH * SECOND : PATIENCE;
    if (now - start > patience) {
      throw new SessionException(Reason.TIMED_OUT, "pairing");
    }
  }

  @Override
  public void onEnded(SessionException reason) {
    endpoint.gate().leave(link);
    handshake.abort();
    PairingMachine running = machine;
    boolean decided = true;
    if (running != null) {
      PairingStep cut = running.onCut();
      cut.undo().ifPresent(id -> PairingStore.undo(endpoint, id));
      decided = cut.failure().isPresent();
    }
    if (!over && decided) {
      over = true;
      outcome.failed(reason);
    }
  }
}
