package org.officeos.hal.netlink;

import java.util.Optional;

/**
 * One step of a rule of nf_tables: it loads, looks, counts or decides. A rule's steps are gone
 * through in order until one of them does not hold. Values are hexadecimal, as they stand in the
 * kernel's registers: addresses and ports big-endian, the machine's own numbers little-endian.
 *
 * <p>Registers are told as places of four bytes, 0 to 15; the kernel's older numbers of 16 bytes
 * each are the places 0, 4, 8 and 12. Source: linux/netfilter/nf_tables.h.
 */
public sealed interface FilterStep {

  /** What of a packet is loaded; everything else is {@link Unknown}. */
  enum Source {
    /** Number of the interface it came by, four bytes of the machine's. */
    IN_INDEX(4),
    /** Number of the interface it leaves by, four bytes of the machine's. */
    OUT_INDEX(4),
    /** Name of the interface it came by, 16 bytes. */
    IN_NAME(16),
    /** Name of the interface it leaves by, 16 bytes. */
    OUT_NAME(16),
    /** The frame's type, such as 0800 for IPv4, as its sender calls it. */
    FRAME_TYPE(2),
    /** The two bytes of the frame itself where Ethernet has its type. */
    WRITTEN_TYPE(2),
    /** 02 for IPv4, 0a for IPv6. */
    FAMILY(1),
    /** The protocol above IP, such as 06 for TCP. */
    PROTOCOL(1),
    /** Connection tracking's state: 1 invalid, 2 established, 4 related, 8 new, 64 untracked. */
    STATE(4),
    /** Four bytes where IPv4 has the sender's address. */
    FROM_ADDRESS(4),
    /** Four bytes where IPv4 has the receiver's address. */
    TO_ADDRESS(4),
    /** Two bytes where TCP and UDP have the sender's port. */
    FROM_PORT(2),
    /** Two bytes where TCP and UDP have the receiver's port. */
    TO_PORT(2);

    private final int bytes;

    Source(int bytes) {
      this.bytes = bytes;
    }

    /** How many bytes it has. */
    public int bytes() {
      return bytes;
    }
  }

  /** What becomes of a packet. */
  enum Outcome {
    /** Goes on to the next hook. */
    ACCEPT,
    /** Ends here. */
    DROP,
    /** Goes to a chain and comes back. */
    JUMP,
    /** Goes to a chain and does not come back. */
    GOTO,
    /** Goes back to where its chain was jumped to from. */
    RETURN,
    /** Goes on with the next rule. */
    CONTINUE,
    /** Goes to a program, or to what this list does not know. */
    OTHER
  }

  /** Puts something of the packet into a register. */
  record Load(Source source, int place) implements FilterStep {}

  /** Puts a register's bits, where {@code mask} has ones, into another. */
  record Mask(int from, int to, String mask) implements FilterStep {}

  /** Holds where a register is, or is not, equal to a value; compares no more bytes than that. */
  record Compare(int place, boolean equal, String value) implements FilterStep {}

  /** Holds where what begins at a register is, or is not, a key of a set. */
  record Lookup(String set, int place, boolean inverted) implements FilterStep {}

  /**
   * Ends the rule.
   *
   * @param chain where to, for {@code JUMP} and {@code GOTO}
   */
  record Verdict(Outcome outcome, Optional<String> chain) implements FilterStep {}

  /** Drops, and tells the sender. */
  record Reject() implements FilterStep {}

  /** Counts what comes this far; both numbers are unsigned. */
  record Counter(long packets, long bytes) implements FilterStep {}

  /** Something that this codec does not read: it may hold always. */
  record Unknown(String what) implements FilterStep {}
}
