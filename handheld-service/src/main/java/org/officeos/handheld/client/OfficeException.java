package org.officeos.handheld.client;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.relationship.StoreException;

/**
 * A request that did not end well: a reason out of a closed list, and what else is known. The
 * message names the cause and the next step. {@link #detail()} may hold words from outside; make
 * them harmless before they meet a terminal.
 */
public final class OfficeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String detail;
  private final long retryAfterMillis;

  private OfficeException(
      Reason reason, String detail, long retryAfterMillis, @Nullable Throwable cause) {
    super(reason.cause() + " " + reason.nextStep(), cause);
    this.reason = reason;
    this.detail = detail;
    this.retryAfterMillis = retryAfterMillis;
  }

  /** For a reason that needs no further words. */
  public static OfficeException of(Reason reason) {
    return new OfficeException(reason, "", -1, null);
  }

  /** The same, with more words for people. */
  public static OfficeException of(Reason reason, String detail) {
    return new OfficeException(reason, detail, -1, null);
  }

  /** The same, with what lay behind it, in words for people. */
  public static OfficeException of(Reason reason, String detail, Throwable cause) {
    return new OfficeException(reason, detail, -1, cause);
  }

  /** For a final response that is not OK. */
  public static OfficeException of(Response response) {
    return new OfficeException(
        Reasons.of(response.result()),
        response.text(Meta.DETAIL).orElse(""),
        response.number(Meta.RETRY_AFTER_MILLIS).orElse(-1),
        null);
  }

  /** For the end of a session, a pairing or an exchange. */
  public static OfficeException of(SessionException e) {
    String detail =
        e.getCause() instanceof StoreException store ? String.valueOf(store.getMessage()) : "";
    return new OfficeException(Reasons.of(e.reason()), detail, -1, e);
  }

  /** For the relationship store. */
  public static OfficeException of(StoreException e) {
    return new OfficeException(Reason.STORE, String.valueOf(e.getMessage()), -1, e);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** More words, from the laptop or the operating system; unchecked, perhaps hostile. */
  public Optional<String> detail() {
    return detail.isEmpty() ? Optional.empty() : Optional.of(detail);
  }

  /** Milliseconds after which to try again, where the laptop says. */
  public OptionalLong retryAfterMillis() {
    return retryAfterMillis < 0 ? OptionalLong.empty() : OptionalLong.of(retryAfterMillis);
  }
}
