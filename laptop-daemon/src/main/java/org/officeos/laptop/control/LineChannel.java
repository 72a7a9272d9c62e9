package org.officeos.laptop.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.officeos.laptop.control.ControlException.Reason;

/**
 * JSON objects, one a line, over a connected socket. Lines from outside are bounded before they are
 * kept. One reader and any number of writers at a time.
 */
public final class LineChannel implements AutoCloseable {

  /** Longest line that is taken, in bytes without its end. */
  public static final int MAX_LINE = 256 * 1024;

  private final ByteChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(4096).flip();

  /** Takes the channel, and closes it in the end. */
  public LineChannel(ByteChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the next line; empty at the end.
   *
   * @throws ControlException {@code LINE_TOO_LONG}, {@code MALFORMED}, {@code IO}
   */
  public Optional<ObjectNode> read() throws ControlException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      while (true) {
        while (in.hasRemaining()) {
          byte next = in.get();
          if (next == '\n') {
            return Optional.of(parse(line.toByteArray()));
          }
          if (line.size() == MAX_LINE) {
            throw new ControlException(
                Reason.LINE_TOO_LONG, "a line has at most " + MAX_LINE + " bytes");
          }
          line.write(next);
        }
        in.clear();
        int count = channel.read(in);
        in.flip();
        if (count < 0) {
          if (line.size() > 0) {
            throw new ControlException(Reason.CLOSED, "the other end closed within a line");
          }
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      throw new ControlException(Reason.IO, "the control socket failed", e);
    }
  }

  /** Strictly one JSON object in UTF-8. */
  static ObjectNode parse(byte[] line) throws ControlException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      JsonNode node = Json.MAPPER.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new ControlException(Reason.MALFORMED, "a line is one JSON object");
    } catch (CharacterCodingException e) {
      throw new ControlException(Reason.MALFORMED, "a line is UTF-8");
    } catch (JsonProcessingException e) {
      throw new ControlException(Reason.MALFORMED, "a line is one JSON object");
    }
  }

  /** Sends one line. */
  public synchronized void write(ObjectNode object) throws ControlException {
    try {
      ByteBuffer line =
          ByteBuffer.wrap(
              (Json.MAPPER.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException e) {
      throw new ControlException(Reason.IO, "the other end is gone", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // A socket that cannot be closed is gone already.
      in.clear();
    }
  }
}
