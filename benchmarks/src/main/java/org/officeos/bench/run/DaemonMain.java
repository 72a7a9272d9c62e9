package org.officeos.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.officeos.bench.net.Acceptor;
import org.officeos.bench.ours.Examples;
import org.officeos.bench.ours.PairedStores;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EndpointEvents;
import org.officeos.session.EstablishedLink;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/**
 * The laptop's end in a JVM of its own, so that its heap is its own. First prints its port; then,
 * for every line on its standard input, collects garbage and prints {@code SESSIONS HEAP_BYTES
 * REASONS}, the reasons for which sessions ended or links were refused so far, and how often, as
 * {@code TIMED_OUT=2}, comma-separated, or {@code -}. Ends with its standard input.
 */
public final class DaemonMain {

  private DaemonMain() {}

  /** Serves the store in the folder that is the only argument. */
  public static void main(String[] args) throws IOException, StoreException {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Endings endings = new Endings();
    byte[] answer = new byte[Examples.SMALL_ANSWER];
    try (RelationshipStore store = PairedStores.open(Path.of(args[0]));
        SessionEndpoint laptop =
            SessionEndpoints.create(
                EndpointConfig.laptop(
                    store,
                    (received, responder) -> responder.complete(Response.of(ResultCode.OK), answer),
                    endings));
        Acceptor acceptor =
            new Acceptor(
                (socket, at) ->
                    laptop.accept(
                        new EstablishedLink(socket, EstablishedLink.Medium.LOOPBACK, "lo")))) {
      out.println(acceptor.address().getPort());
      while (in.readLine() != null) {
        out.println(laptop.sessionCount() + " " + heapAfterCollection() + " " + endings);
      }
    }
  }

  /** Counts why sessions ended. */
  private static final class Endings implements EndpointEvents {

    private final Map<SessionException.Reason, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public void onSessionEnded(RelationshipId relationship, SessionException.Reason reason) {
      counts.merge(reason, 1, Integer::sum);
    }

    @Override
    public void onLinkRefused(SessionException.Reason reason) {
      counts.merge(reason, 1, Integer::sum);
    }

    @Override
    public String toString() {
      return counts.isEmpty()
          ? "-"
          : counts.entrySet().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(","));
    }
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
