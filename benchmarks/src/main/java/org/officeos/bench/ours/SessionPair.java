package org.officeos.bench.ours;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.officeos.bench.net.Acceptor;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EndpointEvents;
import org.officeos.session.EstablishedLink;
import org.officeos.session.InstructionHandler;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** A handheld's and a laptop's endpoint in one process, paired, on loopback. */
public final class SessionPair implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final RelationshipStore handheldStore;
  private final RelationshipStore laptopStore;
  private final RelationshipId relationship;
  private final SessionEndpoint handheld;
  private final SessionEndpoint laptop;
  private final Acceptor acceptor;
  private volatile long acceptedNanos;
  private volatile long preparingNanos;

  /** Both stores under {@code folder}; the laptop answers by {@code handler}. */
  public SessionPair(Path folder, InstructionHandler handler) throws IOException, StoreException {
    handheldStore = PairedStores.open(folder.resolve("handheld"));
    laptopStore = PairedStores.open(folder.resolve("laptop"));
    relationship = PairedStores.pair(handheldStore, laptopStore, new SecureRandom());
    handheld = SessionEndpoints.create(EndpointConfig.handheld(handheldStore));
    laptop =
        SessionEndpoints.create(EndpointConfig.laptop(laptopStore, handler, EndpointEvents.NONE));
    acceptor = new Acceptor(this::take);
  }

  private void take(SocketChannel socket, long at) {
    acceptedNanos = at;
    laptop.accept(loopback(socket));
  }

  /** When the newest link was accepted, by {@link System#nanoTime()}. */
  public long acceptedNanos() {
    return acceptedNanos;
  }

  /** What the handheld's preparation of the newest session took, before there was a link. */
  public long preparingNanos() {
    return preparingNanos;
  }

  /** Where the laptop listens. */
  public InetSocketAddress address() {
    return acceptor.address();
  }

  /** A new session, straight to the laptop. */
  public Session open()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    return open(acceptor.address());
  }

  /** A new session by way of {@code address}. */
  public Session open(InetSocketAddress address)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    long start = System.nanoTime();
    handheld.prepare(relationship).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    preparingNanos = System.nanoTime() - start;
    return handheld
        .open(loopback(Acceptor.connect(address)), relationship)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static EstablishedLink loopback(SocketChannel socket) {
    return new EstablishedLink(socket, EstablishedLink.Medium.LOOPBACK, "lo");
  }

  @Override
  public void close() throws IOException {
    acceptor.close();
    handheld.close();
    laptop.close();
    handheldStore.close();
    laptopStore.close();
  }
}
