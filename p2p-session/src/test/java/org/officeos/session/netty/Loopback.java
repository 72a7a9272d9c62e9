package org.officeos.session.netty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EndpointEvents;
import org.officeos.session.EstablishedLink;
import org.officeos.session.InstructionHandler;
import org.officeos.session.PairingCode;
import org.officeos.session.PairingOffer;
import org.officeos.session.PairingWindow;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.testing.InMemoryRelationshipStore;
import org.officeos.session.testing.SettableClock;

/** A handheld's and a laptop's endpoint on loopback, with everything that they say recorded. */
final class Loopback implements AutoCloseable {

  static final PairingOffer OFFER = new PairingOffer("device", PairingOffer.DEFAULT_LIFETIME);

  final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  final SecureRandom random = new SecureRandom();
  final InMemoryRelationshipStore handheldStore =
      new InMemoryRelationshipStore(IdentityKey.generate(random), clock);
  final InMemoryRelationshipStore laptopStore =
      new InMemoryRelationshipStore(IdentityKey.generate(random), clock);
  final List<SessionException.Reason> refused = Collections.synchronizedList(new ArrayList<>());
  final List<SessionException.Reason> ended = Collections.synchronizedList(new ArrayList<>());
  final List<String> rejected = Collections.synchronizedList(new ArrayList<>());
  final SessionEndpoint handheld;
  final SessionEndpoint laptop;
  volatile InstructionHandler handler = Loopback::echo;
  private final ServerSocketChannel listener;
  private final Thread accepting;

  Loopback() {
    try {
      listener = ServerSocketChannel.open();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    handheld = SessionEndpoints.create(config(handheldStore, EndpointEvents.NONE, 1));
    laptop = SessionEndpoints.create(config(laptopStore, new Recorder(), 2));
    accepting = new Thread(this::acceptAll, "test-accept");
    accepting.setDaemon(true);
    accepting.start();
  }

  private EndpointConfig config(
      InMemoryRelationshipStore store, EndpointEvents events, int threads) {
    return new EndpointConfig(
        store,
        clock,
        random,
        (received, responder) -> handler.onInstruction(received, responder),
        events,
        threads);
  }

  private static void echo(ReceivedInstruction received, Responder responder) {
    Echo.answer(received, responder);
  }

  private void acceptAll() {
    try {
      while (listener.isOpen()) {
        laptop.accept(link(listener.accept()));
      }
    } catch (IOException closed) {
      return;
    }
  }

  InetSocketAddress address() {
    try {
      return (InetSocketAddress) listener.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EstablishedLink connect() {
    try {
      return link(SocketChannel.open(address()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EstablishedLink link(SocketChannel channel) {
    return new EstablishedLink(channel, EstablishedLink.Medium.LOOPBACK, "lo");
  }

  /** Pairs both, with both persons agreeing. */
  Relationship pair() throws Exception {
    List<PairingCode> shown = Collections.synchronizedList(new ArrayList<>());
    PairingWindow window = laptop.openPairing(code -> agree(shown, code), OFFER);
    Relationship here =
        handheld.pair(connect(), code -> agree(shown, code), OFFER).get(10, TimeUnit.SECONDS);
    Relationship there = window.paired().get(10, TimeUnit.SECONDS);
    if (!here.id().equals(there.id()) || !shown.get(0).equals(shown.get(1))) {
      throw new AssertionError("the two ends disagree");
    }
    return here;
  }

  private static CompletableFuture<Boolean> agree(List<PairingCode> shown, PairingCode code) {
    shown.add(code);
    return CompletableFuture.completedFuture(true);
  }

  Session open(RelationshipId id) throws Exception {
    return handheld.open(connect(), id).get(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    handheld.close();
    laptop.close();
    accepting.interrupt();
  }

  private final class Recorder implements EndpointEvents {
    @Override
    public void onLinkRefused(SessionException.Reason reason) {
      refused.add(reason);
    }

    @Override
    public void onSessionEnded(RelationshipId relationship, SessionException.Reason reason) {
      ended.add(reason);
    }

    @Override
    public void onInstructionRejected(RelationshipId relationship, String rejection) {
      rejected.add(rejection);
    }
  }
}
