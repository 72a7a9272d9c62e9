package org.officeos.hil.timeline;

/**
 * One line of a {@code timeline.tsv}.
 *
 * @param micros when, in microseconds since 1970
 * @param who the host, or {@code lab}
 * @param kind what kind of line
 * @param words what happened, in at most {@link TimelineFile#LONGEST_WORDS} characters
 */
record Entry(long micros, String who, Kind kind, String words) {

  /** The closed list of kinds. */
  enum Kind {
    /** From now until the next phase of the same host. */
    PHASE,
    /** Something that happened at once. */
    EVENT,
    /** A remark. */
    NOTE
  }
}
