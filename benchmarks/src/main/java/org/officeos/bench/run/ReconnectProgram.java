package org.officeos.bench.run;

import io.netty.channel.Channel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Samples;
import org.officeos.bench.net.Acceptor;
import org.officeos.bench.net.AnswerClient;
import org.officeos.bench.net.AnswerServer;
import org.officeos.bench.net.Loops;
import org.officeos.bench.ours.Examples;
import org.officeos.bench.ours.SessionPair;
import org.officeos.bench.tls.TlsPair;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/**
 * From the TCP accept to the first instruction in the laptop's hands, ours and by full mutual TLS,
 * in turns. Several laptops take turns, so that none's limit of 20 handshakes a second is met.
 */
final class ReconnectProgram implements Program {

  private static final int LAPTOPS = 4;
  private static final int LEAST_MILLIS_A_LAPTOP = 60;

  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong acceptedByTls = new AtomicLong();
  private final byte[] answer = new byte[Examples.SMALL_ANSWER];

  @Override
  public void run(Bench bench) throws Exception {
    List<SessionPair> pairs = new ArrayList<>();
    TlsPair tls = new TlsPair(new SecureRandom());
    try (Loops loops = new Loops();
        Acceptor acceptor =
            new Acceptor(
                (socket, at) -> {
                  acceptedByTls.set(at);
                  loops.adoptServer(
                      socket,
                      tls.serverHandler(),
                      new AnswerServer(
                          Examples.SMALL_BYTES, answer, () -> taken.set(System.nanoTime())));
                })) {
      for (int i = 0; i < LAPTOPS; i++) {
        pairs.add(pair(bench.folder().resolve("laptop-" + i)));
      }
      measure(bench, pairs, tls, loops, acceptor);
    } finally {
      for (SessionPair pair : pairs) {
        pair.close();
      }
    }
  }

  private SessionPair pair(Path folder) throws Exception {
    return new SessionPair(
        folder,
        (received, responder) -> {
          taken.set(System.nanoTime());
          responder.complete(Response.of(ResultCode.OK), answer);
        });
  }

  private void measure(
      Bench bench, List<SessionPair> pairs, TlsPair tls, Loops loops, Acceptor acceptor)
      throws Exception {
    int warm = bench.pick(500, 1500);
    int counted = bench.pick(300, 1000);
    double[] own = new double[warm + counted];
    double[] byTls = new double[warm + counted];
    double[] ahead = new double[warm + counted];
    for (int i = 0; i < warm + counted; i++) {
      long start = System.nanoTime();
      own[i] = ours(pairs.get(i % LAPTOPS));
      ahead[i] = pairs.get(i % LAPTOPS).preparingNanos() / 1e3;
      byTls[i] = byTls(tls, loops, acceptor);
      if (i % 200 == 0) {
        bench.say("reconnect " + i + " of " + (warm + counted));
      }
      long spent = (System.nanoTime() - start) / 1_000_000;
      TimeUnit.MILLISECONDS.sleep(Math.max(0, LEAST_MILLIS_A_LAPTOP / LAPTOPS - spent));
    }
    if (tls.fullHandshakes() != own.length) {
      throw new IllegalStateException("TLS resumed: " + tls.fullHandshakes());
    }
    own = Arrays.copyOfRange(own, warm, own.length);
    byTls = Arrays.copyOfRange(byTls, warm, byTls.length);
    int blocks = counted / 20;
    bench.add(
        Figure.RECONNECT_VS_TLS, Samples.ratios(medians(own, blocks), medians(byTls, blocks)));
    bench.addFact("reconnect, ours", "µs", Samples.of(own));
    bench.addFact(
        "prepared by the handheld before the link, ours",
        "µs",
        Samples.of(Arrays.copyOfRange(ahead, warm, ahead.length)));
    bench.addFact("full mutual TLS 1.3 with Ed25519", "µs", Samples.of(byTls));
  }

  private double ours(SessionPair pair) throws Exception {
    try (Session session = pair.open()) {
      session.send(Examples.small(), ResponseListener.COLLECT).response().get(10, TimeUnit.SECONDS);
      return (taken.get() - pair.acceptedNanos()) / 1e3;
    }
  }

  private double byTls(TlsPair tls, Loops loops, Acceptor acceptor) throws Exception {
    AnswerClient client = new AnswerClient();
    Channel channel = loops.adoptClient(acceptor.connect(), tls.clientHandler(), client);
    client.ask(channel, new byte[Examples.SMALL_BYTES], answer.length).get(10, TimeUnit.SECONDS);
    double micros = (taken.get() - acceptedByTls.get()) / 1e3;
    channel.close().sync();
    return micros;
  }

  /** The median of each of {@code blocks} stretches of equal length. */
  private static double[] medians(double[] values, int blocks) {
    int length = values.length / blocks;
    double[] medians = new double[blocks];
    for (int i = 0; i < blocks; i++) {
      medians[i] = Samples.of(Arrays.copyOfRange(values, i * length, (i + 1) * length)).median();
    }
    return medians;
  }
}
