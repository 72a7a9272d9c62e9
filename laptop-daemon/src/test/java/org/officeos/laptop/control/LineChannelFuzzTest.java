package org.officeos.laptop.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;
import org.officeos.laptop.control.ControlException.Reason;

/** Whatever comes over the control socket is an object, an end, or a named refusal. */
class LineChannelFuzzTest {

  @FuzzTest(maxDuration = "10s")
  void readsObjectsOrRefusesByName(byte[] input) {
    LineChannel line = new LineChannel(new Bytes(input));
    try {
      Optional<ObjectNode> next = line.read();
      while (next.isPresent()) {
        assertTrue(next.get().isObject());
        next = line.read();
      }
    } catch (ControlException e) {
      assertTrue(
          List.of(Reason.MALFORMED, Reason.LINE_TOO_LONG, Reason.CLOSED).contains(e.reason()));
    }
  }

  private static final class Bytes implements ByteChannel {
    private final ReadableByteChannel in;

    Bytes(byte[] bytes) {
      this.in = Channels.newChannel(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(ByteBuffer target) throws java.io.IOException {
      return in.read(target);
    }

    @Override
    public int write(ByteBuffer source) {
      throw new AssertionError("reading writes nothing");
    }

    @Override
    public boolean isOpen() {
      return in.isOpen();
    }

    @Override
    public void close() throws java.io.IOException {
      in.close();
    }
  }
}
