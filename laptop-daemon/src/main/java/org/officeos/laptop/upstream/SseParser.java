package org.officeos.laptop.upstream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads server-sent events out of bytes that arrive in any pieces. Pure: no I/O, no clock.
 *
 * <p>As the HTML Living Standard, section 9.2.6, interprets an event stream: lines end with LF, CR
 * or CRLF; a line that starts with a colon is a comment; {@code data} lines of one event are joined
 * with LF; a blank line ends the event; an event without data is none. {@code id}, {@code retry}
 * and {@code event} play no part in what we read. UTF-8 that is not valid becomes U+FFFD. What
 * stands after the last blank line when the stream ends is no event.
 *
 * <p>Bounds: a line, and all data of one event, are at most {@code maxBytes} long; beyond that
 * {@link #feed} throws {@link TooLongException}, and the parser takes nothing more.
 */
final class SseParser {

  /** A line or an event longer than allowed. */
  static final class TooLongException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final int maxBytes;
  private final StringBuilder data = new StringBuilder();
  private byte[] line = new byte[256];
  private int length;
  private boolean afterCr;
  private boolean firstLine = true;
  private boolean hasData;

  SseParser(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Takes the next bytes, and gives the data of every event that they complete, in order. */
  List<String> feed(byte[] bytes, int offset, int count) throws TooLongException {
    List<String> events = new ArrayList<>();
    for (int i = offset; i < offset + count; i++) {
      byte b = bytes[i];
      if (b == '\n' && afterCr) {
        afterCr = false;
        continue;
      }
      afterCr = b == '\r';
      if (b == '\n' || b == '\r') {
        endLine(events);
      } else {
        append(b);
      }
    }
    return events;
  }

  private void append(byte b) throws TooLongException {
    if (length >= maxBytes) {
      throw new TooLongException();
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(maxBytes, line.length * 2));
    }
    line[length++] = b;
  }

  private void endLine(List<String> events) throws TooLongException {
    int start = firstLine && startsWithBom() ? BOM.length : 0;
    firstLine = false;
    String text = new String(line, start, length - start, StandardCharsets.UTF_8);
    length = 0;
    if (text.isEmpty()) {
      if (hasData) {
        events.add(data.toString());
      }
      data.setLength(0);
      hasData = false;
      return;
    }
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    if (!field.equals("data")) {
      return;
    }
    String value = colon < 0 ? "" : text.substring(colon + 1);
    if (value.startsWith(" ")) {
      value = value.substring(1);
    }
    if (data.length() + value.length() + 1 > maxBytes) {
      throw new TooLongException();
    }
    if (hasData) {
      data.append('\n');
    }
    data.append(value);
    hasData = true;
  }

  private boolean startsWithBom() {
    return length >= BOM.length && Arrays.equals(line, 0, BOM.length, BOM, 0, BOM.length);
  }
}
