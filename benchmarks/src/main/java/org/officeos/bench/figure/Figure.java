package org.officeos.bench.figure;

import java.util.Arrays;

/** Every figure with a goal, in the order in which they are printed. */
public enum Figure {
  /** 8 MiB answers over one connection: our bytes a second over those of JDK TLS 1.3. */
  STREAM_VS_TLS("stream-vs-tls", Direction.AT_LEAST, 1.0, Unit.RATIO, 17),
  /** The same over those of ssh with its ChaCha20-Poly1305; the goal holds on JDK 25 and later. */
  STREAM_VS_SSH("stream-vs-ssh", Direction.AT_LEAST, 1.0, Unit.RATIO, 25),
  /** The same over the bare AEAD: one thread sealing records of the size that the path uses. */
  AEAD_SHARE("aead-share", Direction.AT_LEAST, 0.6, Unit.RATIO, 17),
  /** Median time that an instruction adds to a TCP echo, over the bare cost of its cryptography. */
  INSTRUCTION_ADDED("instruction-added", Direction.AT_MOST, 1.3, Unit.RATIO, 17),
  /** TCP accept to first instruction accepted, over the same with mutual TLS 1.3 and Ed25519. */
  RECONNECT_VS_TLS("reconnect-vs-tls", Direction.AT_MOST, 0.7, Unit.RATIO, 17),
  /** Bytes of TCP payload beyond the instruction's own encoding, signature included. */
  WIRE_OVERHEAD("wire-overhead-bytes", Direction.AT_MOST, 100, Unit.BYTES, 17),
  /** The shortest of the founding document's example instructions, as it goes over the wire. */
  INSTRUCTION_SHORTEST("instruction-shortest-bytes", Direction.AT_LEAST, 50, Unit.BYTES, 17),
  /** The longest of them. */
  INSTRUCTION_LONGEST("instruction-longest-bytes", Direction.AT_MOST, 500, Unit.BYTES, 17),
  /** Growth of the daemon's heap over the window, in per cent of it, with 200 devices at work. */
  HEAP_GROWTH("devices-200-heap-growth-percent", Direction.AT_MOST, 2.0, Unit.PERCENT, 17);

  private final String label;
  private final Direction direction;
  private final double goal;
  private final Unit unit;
  private final int leastJdk;

  Figure(String label, Direction direction, double goal, Unit unit, int leastJdk) {
    this.label = label;
    this.direction = direction;
    this.goal = goal;
    this.unit = unit;
    this.leastJdk = leastJdk;
  }

  /** The name on the printed line. */
  public String label() {
    return label;
  }

  /** Whether more or less is better. */
  public Direction direction() {
    return direction;
  }

  /** The value to reach. */
  public double goal() {
    return goal;
  }

  /** How the value is written. */
  public Unit unit() {
    return unit;
  }

  /** The goal holds on JDKs of this version and later. */
  public int leastJdk() {
    return leastJdk;
  }

  /** What {@code value} is worth; a value that is no number is short. */
  public Verdict judge(double value) {
    return direction.reached(value, goal) ? Verdict.OK : Verdict.SHORT;
  }

  /**
   * The figure of a name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Figure of(String label) {
    return Arrays.stream(values())
        .filter(figure -> figure.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no figure is called " + label));
  }
}
