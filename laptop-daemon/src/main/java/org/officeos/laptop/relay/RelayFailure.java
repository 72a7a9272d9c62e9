package org.officeos.laptop.relay;

import java.time.Duration;
import java.util.Optional;
import org.officeos.session.bytecode.ResultCode;

/** A request that ends otherwise than well: its one result, and what the device is told. */
final class RelayFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final ResultCode result;
  private final String detail;
  private final transient Optional<Duration> retryAfter;

  /**
   * A failure.
   *
   * @param detail cause and next step, for the person with the handheld; never for logs
   */
  RelayFailure(ResultCode result, String detail, Optional<Duration> retryAfter) {
    super(result.name(), null, false, false);
    this.result = result;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  RelayFailure(ResultCode result, String detail) {
    this(result, detail, Optional.empty());
  }

  ResultCode result() {
    return result;
  }

  String detail() {
    return detail;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
