package org.officeos.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.officeos.bench.ours.Examples;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResponseCodec;
import org.officeos.session.bytecode.ResultCode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The instruction set's encode and decode, on the founding document's image instruction. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BytecodeBench {

  private final Instruction instruction = Examples.typical().values().iterator().next();
  private final byte[] encoded;
  private final Response response =
      Response.of(ResultCode.OK)
          .with(Meta.CONTENT_TYPE, "image/png")
          .with(Meta.WIDTH, 640)
          .with(Meta.HEIGHT, 480)
          .with(Meta.LENGTH, 300_000)
          .with(Meta.UPSTREAM_MICROS, 4_000_000)
          .with(Meta.OVERHEAD_MICROS, 900)
          .with(Meta.REMAINING_MINUTE, 9);
  private final byte[] encodedResponse;

  /** Encodes once what is decoded. */
  public BytecodeBench() {
    try {
      encoded = InstructionCodec.encode(instruction);
      encodedResponse = ResponseCodec.encode(response);
    } catch (RejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Instruction to bytes. */
  @Benchmark
  public byte[] encodeInstruction() throws RejectedException {
    return InstructionCodec.encode(instruction);
  }

  /** Bytes to instruction. */
  @Benchmark
  public Instruction decodeInstruction() throws RejectedException {
    return InstructionCodec.decode(encoded);
  }

  /** Response to bytes. */
  @Benchmark
  public byte[] encodeResponse() throws RejectedException {
    return ResponseCodec.encode(response);
  }

  /** Bytes to response. */
  @Benchmark
  public Response decodeResponse() throws RejectedException {
    return ResponseCodec.decode(encodedResponse);
  }
}
