package org.officeos.bench.run;

import io.netty.channel.Channel;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Samples;
import org.officeos.bench.net.Acceptor;
import org.officeos.bench.net.AnswerClient;
import org.officeos.bench.net.AnswerServer;
import org.officeos.bench.net.Loops;
import org.officeos.bench.ours.BareAead;
import org.officeos.bench.ours.Examples;
import org.officeos.bench.ours.SessionPair;
import org.officeos.bench.ssh.SshServer;
import org.officeos.bench.tls.TlsPair;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.WireCount;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.crypto.Aead;

/**
 * 8 MiB answers over one connection: TLS, ours, the bare AEAD and ssh in turns, round after round.
 */
final class StreamProgram implements Program {

  private static final int ANSWER = 8 * 1024 * 1024;
  private static final int REQUEST = 120;
  private static final int AROUND_A_RECORD = 2 + Aead.TAG_LENGTH;
  private static final double MEGABYTES = ANSWER / 1e6;
  private static final long SSH_SHORT = 32L << 20;
  private static final long SSH_LONG = (32L << 20) + (384L << 20);

  private final byte[] body = new byte[ANSWER];

  @Override
  public void run(Bench bench) throws Exception {
    new SecureRandom().nextBytes(body);
    try (Loops loops = new Loops();
        SessionPair pair =
            new SessionPair(
                bench.folder(),
                (received, responder) -> responder.complete(Response.of(ResultCode.OK), body));
        Session session = pair.open()) {
      TlsPair tls = new TlsPair(new SecureRandom());
      try (Acceptor acceptor =
          new Acceptor(
              (socket, at) ->
                  loops.adoptServer(
                      socket, tls.serverHandler(), new AnswerServer(REQUEST, body, () -> {})))) {
        AnswerClient client = new AnswerClient();
        Channel channel = loops.adoptClient(acceptor.connect(), tls.clientHandler(), client);
        byte[] request = new byte[REQUEST];
        Clocked byTls = () -> check(client.ask(channel, request, ANSWER).get(30, TimeUnit.SECONDS));
        Clocked ours =
            () ->
                check(
                    session
                        .send(Examples.stream(ANSWER), ResponseListener.COLLECT)
                        .response()
                        .get(30, TimeUnit.SECONDS)
                        .body());
        measure(bench, byTls, ours, new BareAead(recordBytes(session, ours)));
        channel.close().sync();
      }
    }
  }

  private void measure(Bench bench, Clocked byTls, Clocked ours, BareAead bareAead)
      throws Exception {
    boolean withSsh =
        SshServer.installed() && Runtime.version().feature() >= Figure.STREAM_VS_SSH.leastJdk();
    Clocked bare = bareAead::sealBatch;
    int rounds = bench.pick(11, 31);
    double[] tls = new double[rounds];
    double[] own = new double[rounds];
    double[] aead = new double[rounds];
    double[] ssh = new double[rounds];
    bench.say("warming up");
    for (int i = 0; i < bench.pick(4, 8); i++) {
      byTls.warm(1000);
      ours.warm(1000);
      bare.warm(500);
    }
    try (SshServer server = withSsh ? new SshServer(bench.folder().resolve("ssh")) : null) {
      for (int i = 0; i < rounds; i++) {
        tls[i] = byTls.perSecond(400) * MEGABYTES;
        own[i] = ours.perSecond(400) * MEGABYTES;
        aead[i] = bare.perSecond(150) * bareAead.batchBytes() / 1e6;
        if (server != null) {
          ssh[i] = megabytesBySsh(server);
        }
        bench.say(
            String.format(
                Locale.ROOT,
                "round %d of %d: tls %.0f, ours %.0f, bare AEAD %.0f, ssh %.0f MB/s",
                i + 1,
                rounds,
                tls[i],
                own[i],
                aead[i],
                ssh[i]));
      }
    }
    bench.add(Figure.STREAM_VS_TLS, Samples.ratios(own, tls));
    if (withSsh) {
      bench.add(Figure.STREAM_VS_SSH, Samples.ratios(own, ssh));
      bench.addFact("ssh, long copy", "MB/s", Samples.of(ssh));
    }
    bench.add(Figure.AEAD_SHARE, Samples.ratios(own, aead));
    bench.addFact("8 MiB answers, ours", "MB/s", Samples.of(own));
    bench.addFact("8 MiB answers, JDK TLS 1.3", "MB/s", Samples.of(tls));
    bench.addFact(
        "bare AEAD (" + bareAead.provider() + "), sealing " + bareAead.recordBytes() + " bytes",
        "MB/s",
        Samples.of(aead));
  }

  /** Plaintext of the records that an answer travels in, as the session counts them. */
  private static int recordBytes(Session session, Clocked ours) throws Exception {
    WireCount before = session.wire();
    ours.once();
    WireCount one = session.wire().since(before);
    return (int) (one.bytesIn() / one.recordsIn()) - AROUND_A_RECORD;
  }

  /** The steady state: a long copy less a short one, so that ssh's own handshake is left out. */
  private static double megabytesBySsh(SshServer server) throws Exception {
    long shortNanos = server.copyNanos(SSH_SHORT);
    long longNanos = server.copyNanos(SSH_LONG);
    return (SSH_LONG - SSH_SHORT) * 1e3 / (longNanos - shortNanos);
  }

  /** Cheap enough to do each time: the length, and a stretch in the middle. */
  private void check(byte[] answer) {
    int from = ANSWER / 2;
    if (answer.length != ANSWER
        || !Arrays.equals(answer, from, from + 4096, body, from, from + 4096)) {
      throw new IllegalStateException("not the answer that was sent");
    }
  }
}
