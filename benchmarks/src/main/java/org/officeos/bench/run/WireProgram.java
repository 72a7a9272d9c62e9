package org.officeos.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Samples;
import org.officeos.bench.net.CountingProxy;
import org.officeos.bench.ours.Examples;
import org.officeos.bench.ours.SessionPair;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/**
 * What instructions take on the wire, counted by a proxy between the two ends: TCP payload from the
 * handheld from the sending of an instruction until all is quiet again. The greatest is judged.
 */
final class WireProgram implements Program {

  private static final int QUIET_MILLIS = 30;
  private static final int TIMES = 9;

  @Override
  public void run(Bench bench) throws Exception {
    byte[] answer = new byte[Examples.SMALL_ANSWER];
    try (SessionPair pair =
            new SessionPair(
                bench.folder(),
                (received, responder) -> responder.complete(Response.of(ResultCode.OK), answer));
        CountingProxy proxy = new CountingProxy(pair.address());
        Session session = pair.open(proxy.address())) {
      List<Double> overheads = new ArrayList<>();
      List<Double> onTheWire = new ArrayList<>();
      long answersBefore = proxy.fromServer();
      for (int i = 0; i < TIMES; i++) {
        overheads.add(overhead(session, proxy, Examples.small()));
      }
      double anAnswer = (double) (proxy.fromServer() - answersBefore) / TIMES;
      bench.addFact("200-byte answer, on the wire", "bytes", Samples.of(anAnswer));
      for (Map.Entry<String, Instruction> example : Examples.typical().entrySet()) {
        double own = InstructionCodec.encode(example.getValue()).length;
        double wire = own + overhead(session, proxy, example.getValue());
        overheads.add(wire - own);
        onTheWire.add(wire);
        bench.addFact(example.getKey() + ", encoded", "bytes", Samples.of(own));
        bench.addFact(example.getKey() + ", on the wire", "bytes", Samples.of(wire));
      }
      Samples overhead = Samples.of(array(overheads));
      Samples wire = Samples.of(array(onTheWire));
      bench.add(
          new Result(
              Figure.WIRE_OVERHEAD, "", overhead.max(), overhead.min(), overhead.max(), TIMES));
      bench.add(Figure.INSTRUCTION_SHORTEST, Samples.of(wire.min()));
      bench.add(Figure.INSTRUCTION_LONGEST, Samples.of(wire.max()));
    }
  }

  private static double overhead(Session session, CountingProxy proxy, Instruction instruction)
      throws Exception {
    int own = InstructionCodec.encode(instruction).length;
    awaitQuiet(proxy);
    long before = proxy.fromClient();
    session.send(instruction, ResponseListener.COLLECT).response().get(10, TimeUnit.SECONDS);
    awaitQuiet(proxy);
    return proxy.fromClient() - before - own;
  }

  private static void awaitQuiet(CountingProxy proxy) throws InterruptedException {
    long seen = -1;
    while (seen != proxy.fromClient()) {
      seen = proxy.fromClient();
      TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
