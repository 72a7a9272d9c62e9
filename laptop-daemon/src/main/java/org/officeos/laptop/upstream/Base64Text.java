package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.INVALID;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Decodes a base64 string where the parser stands, piece by piece, up to a cap. */
final class Base64Text {

  /** Fails rather than grow beyond a cap. */
  private static final class CappedOutput extends ByteArrayOutputStream {
    private final long max;

    CappedOutput(long max) {
      super(64 * 1024);
      this.max = max;
    }

    @Override
    public synchronized void write(int b) {
      throw new UnsupportedOperationException("whole pieces only");
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      if (size() + (long) length > max) {
        throw new CapReached();
      }
      super.write(bytes, offset, length);
    }
  }

  private static final class CapReached extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Base64Text() {}

  /** The decoded bytes of the string that the parser stands at. */
  static byte[] read(JsonParser json, long max) throws IOException, UpstreamException {
    CappedOutput out = new CappedOutput(max);
    try {
      json.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, out);
    } catch (CapReached tooLarge) {
      throw WebUiAnswer.tooLarge();
    } catch (StreamReadException | IllegalArgumentException broken) {
      throw Faults.exception(INVALID, "The service's picture is not valid base64.");
    }
    return out.toByteArray();
  }
}
