package org.officeos.hal.airgap;

/**
 * One part of a machine as it was read, or why it could not be. What could not be read is never
 * taken for empty.
 *
 * @param <T> what the part is
 */
public sealed interface Reading<T> {

  /** Where it was looked for, such as a file or a request to the kernel. */
  String source();

  /** It was read. */
  record Read<T>(T value, String source) implements Reading<T> {}

  /**
   * It was not.
   *
   * @param why out of a closed list
   * @param detail what was seen, for people; harmless on a terminal
   */
  record Unreadable<T>(Why why, String detail, String source) implements Reading<T> {}

  /** The closed list of reasons. */
  enum Why {
    /** Nobody tried. */
    NOT_TRIED("was not read"),
    /** This kernel has no such thing to ask. */
    ABSENT("this kernel does not have it"),
    /** It takes more rights, such as root's. */
    DENIED("not permitted; run as root"),
    /** The kernel or the disk refused or failed. */
    FAILED("could not be read"),
    /** What came is not what was to be expected. */
    MALFORMED("was not understood"),
    /** Files of an image are looked at, and only a running machine has it. */
    NOT_RUNNING("only a running machine has it");

    private final String text;

    Why(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }
}
