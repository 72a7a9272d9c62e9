package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One word to the service manager: lines of {@code NAME=value}, at most one datagram.
 *
 * <p>Source: sd_notify(3).
 *
 * @param assignments one or more lines, each ending where the next begins with a line feed
 */
public record Notification(String assignments) {

  /** Longest status in characters; longer ones are cut, so that a datagram always fits. */
  public static final int MAX_STATUS = 256;

  /** The service is up: whoever ordered itself after it may start. */
  public static final Notification READY = new Notification("READY=1");

  /** The service is on its way down by its own will. */
  public static final Notification STOPPING = new Notification("STOPPING=1");

  /** The service still does its work. Send it from the loop that does that work. */
  public static final Notification WATCHDOG = new Notification("WATCHDOG=1");

  /**
   * What {@code systemctl status} shows. Control characters become spaces: a line feed would start
   * an assignment of its own.
   */
  public static Notification status(String words) {
    String line =
        words
            .chars()
            .limit(MAX_STATUS)
            .map(c -> c < ' ' || c == 0x7f ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return new Notification("STATUS=" + line);
  }

  /** The datagram. */
  public byte[] encoded() {
    return assignments.getBytes(UTF_8);
  }
}
