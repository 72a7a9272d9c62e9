package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.INVALID;
import static org.officeos.laptop.upstream.UpstreamException.Reason.TIMEOUT;
import static org.officeos.laptop.upstream.UpstreamException.Reason.TOO_LARGE;
import static org.officeos.laptop.upstream.UpstreamException.Reason.UNREACHABLE;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.officeos.laptop.upstream.UpstreamException.Reason;

/** Names what an I/O fault of a call means. Pure; quotes neither addresses nor answers. */
final class Faults {

  private Faults() {}

  /** The reason behind a fault, given how far the call had come. */
  static UpstreamException of(IOException fault, Phase phase) {
    if (fault instanceof CappedInput.TooLargeException) {
      return exception(TOO_LARGE, "The service's answer is larger than allowed.", fault);
    }
    if (fault instanceof JacksonException) {
      return exception(INVALID, "The service's answer is not the JSON it should be.", fault);
    }
    if (fault instanceof SSLException && !phase.answered()) {
      return exception(
          UNREACHABLE, "No trusted TLS connection; check the service's certificate.", fault);
    }
    if (!phase.connected()) {
      return exception(
          UNREACHABLE, "Nobody answers there; start the service or mend its address.", fault);
    }
    if (fault instanceof InterruptedIOException) {
      return exception(TIMEOUT, "The service went silent; look at its own log.", fault);
    }
    if (!phase.answered()) {
      return exception(
          UNREACHABLE, "The service hung up without an answer; look at its own log.", fault);
    }
    return exception(
        INVALID, "The service's answer was cut in the middle; look at its own log.", fault);
  }

  static UpstreamException exception(Reason reason, String detail, IOException cause) {
    return new UpstreamException(reason, detail, Optional.empty(), cause);
  }

  static UpstreamException exception(Reason reason, String detail) {
    return new UpstreamException(reason, detail, Optional.empty());
  }

  static UpstreamException cancelled() {
    return exception(Reason.CANCELLED, "No longer wanted.");
  }

  static UpstreamException late() {
    return exception(TIMEOUT, "The service did not finish in time; allow more or ask for less.");
  }
}
