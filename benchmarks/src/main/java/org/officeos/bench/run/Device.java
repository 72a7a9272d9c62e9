package org.officeos.bench.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.officeos.bench.net.Acceptor;
import org.officeos.bench.ours.Examples;
import org.officeos.bench.ours.PairedStores;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EstablishedLink;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** One handheld of many: identity, store, endpoint and session of its own. */
final class Device implements AutoCloseable {

  private final RelationshipStore store;
  private final RelationshipId relationship;
  private final SessionEndpoint endpoint;
  private @Nullable Session session;

  Device(Path folder, RelationshipStore laptop, SecureRandom random)
      throws IOException, StoreException {
    store = PairedStores.open(folder);
    relationship = PairedStores.pair(store, laptop, random);
    endpoint = SessionEndpoints.create(EndpointConfig.handheld(store));
  }

  void connect(InetSocketAddress laptop) throws Exception {
    session =
        endpoint
            .open(
                new EstablishedLink(
                    Acceptor.connect(laptop), EstablishedLink.Medium.LOOPBACK, "lo"),
                relationship)
            .get(20, TimeUnit.SECONDS);
  }

  /** Sends a small instruction; tells what went wrong, or null, and the nanoseconds it took. */
  void send(ObjLongConsumer<@Nullable Throwable> onAnswer) {
    Session current = session;
    if (current == null) {
      throw new IllegalStateException("connect first");
    }
    long start = System.nanoTime();
    current
        .send(Examples.small(), ResponseListener.COLLECT)
        .response()
        .whenComplete((response, error) -> onAnswer.accept(error, System.nanoTime() - start))
        .isDone();
  }

  @Override
  public void close() {
    endpoint.close();
    store.close();
  }
}
