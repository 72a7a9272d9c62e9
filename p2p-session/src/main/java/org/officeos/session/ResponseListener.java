package org.officeos.session;

/**
 * Hears one exchange. Every call comes on the session's I/O thread, in order, and must not block.
 */
public interface ResponseListener {

  /** Hears nothing; the body is collected. */
  ResponseListener COLLECT = new ResponseListener() {};

  /** The work goes on. */
  default void onProgress(Progress progress) {}

  /**
   * A piece of the body, as it arrives; valid during the call only. Called only when {@link
   * #consumesBody()}; a compressed body arrives in one piece.
   */
  default void onData(byte[] data, int offset, int length) {}

  /** Whether {@link #onData} takes the body; otherwise it is collected for the response. */
  default boolean consumesBody() {
    return false;
  }

  /** Whether body bytes are credited again as soon as they were delivered. */
  default boolean automaticCredit() {
    return true;
  }
}
