package org.officeos.laptop.relay;

/** Sentences for the person with the handheld. */
final class Details {

  private Details() {}

  /** A detail is at least one character long on the wire. */
  static String orDefault(String detail) {
    return detail.isBlank() ? "no detail was given; the laptop's log may have more" : detail;
  }

  /** Type and place of a fault without its message, which may quote a person. */
  static String place(Throwable fault) {
    StringBuilder words = new StringBuilder(fault.getClass().getName());
    StackTraceElement[] trace = fault.getStackTrace();
    for (int i = 0; i < Math.min(6, trace.length); i++) {
      words.append(" at ").append(trace[i]);
    }
    Throwable cause = fault.getCause();
    if (cause != null && cause != fault) {
      words.append(" caused by ").append(place(cause));
    }
    return words.toString();
  }
}
