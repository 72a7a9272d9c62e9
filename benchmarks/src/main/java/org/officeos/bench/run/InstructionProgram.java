package org.officeos.bench.run;

import io.netty.channel.Channel;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Samples;
import org.officeos.bench.net.Acceptor;
import org.officeos.bench.net.AnswerClient;
import org.officeos.bench.net.AnswerServer;
import org.officeos.bench.net.Loops;
import org.officeos.bench.ours.BareInstruction;
import org.officeos.bench.ours.Examples;
import org.officeos.bench.ours.SessionPair;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/**
 * One 120-byte instruction with a 200-byte answer: what it adds to a plain TCP echo of the same
 * sizes on the same Netty, against the bare cost of its cryptography. In turns, one of each.
 */
final class InstructionProgram implements Program {

  private static final int BLOCK = 400;

  @Override
  public void run(Bench bench) throws Exception {
    byte[] answer = new byte[Examples.SMALL_ANSWER];
    try (Loops loops = new Loops();
        SessionPair pair =
            new SessionPair(
                bench.folder(),
                (received, responder) -> responder.complete(Response.of(ResultCode.OK), answer));
        Session session = pair.open();
        Acceptor acceptor =
            new Acceptor(
                (socket, at) ->
                    loops.adoptServer(
                        socket, new AnswerServer(Examples.SMALL_BYTES, answer, () -> {})))) {
      AnswerClient client = new AnswerClient();
      Channel channel = loops.adoptClient(acceptor.connect(), client);
      byte[] request = new byte[Examples.SMALL_BYTES];
      Instruction small = Examples.small();
      Clocked echo = () -> client.ask(channel, request, answer.length).get(10, TimeUnit.SECONDS);
      Clocked ours =
          () -> {
            ReceivedResponse response =
                session.send(small, ResponseListener.COLLECT).response().get(10, TimeUnit.SECONDS);
            if (!response.response().ok() || response.body().length != answer.length) {
              throw new IllegalStateException("not the answer that was sent");
            }
          };
      measure(bench, echo, ours, new BareInstruction()::once);
      channel.close().sync();
    }
  }

  private static void measure(Bench bench, Clocked echo, Clocked ours, Clocked bare)
      throws Exception {
    bench.say("warming up");
    for (int i = 0; i < bench.pick(4, 8); i++) {
      echo.warm(500);
      ours.warm(1500);
      bare.warm(500);
    }
    int rounds = bench.pick(15, 41);
    double[] plain = new double[rounds];
    double[] own = new double[rounds];
    double[] crypto = new double[rounds];
    double[] added = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      double[][] micros = inTurn(echo, ours, bare);
      plain[i] = Samples.of(micros[0]).median();
      own[i] = Samples.of(micros[1]).median();
      crypto[i] = Samples.of(micros[2]).median();
      added[i] = own[i] - plain[i];
      bench.say(
          String.format(
              Locale.ROOT,
              "round %d of %d: echo %.0f, ours %.0f, bare cryptography %.0f µs",
              i + 1,
              rounds,
              plain[i],
              own[i],
              crypto[i]));
    }
    bench.add(Figure.INSTRUCTION_ADDED, Samples.ratios(added, crypto));
    bench.addFact("TCP echo, p50", "µs", Samples.of(plain));
    bench.addFact("instruction and answer, p50", "µs", Samples.of(own));
    bench.addFact("2 signatures, 2 verifications, 4 AEAD calls", "µs", Samples.of(crypto));
  }

  /**
   * Microseconds of each, one after the other and again, so that all three meet the same caches,
   * clock rates and sleeping threads; in blocks, a core's change of pace between two blocks was the
   * larger part of the ratio.
   */
  private static double[][] inTurn(Clocked... all) throws Exception {
    double[][] micros = new double[all.length][BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      for (int which = 0; which < all.length; which++) {
        micros[which][i] = all[which].micros(1)[0];
      }
    }
    return micros;
  }
}
