package org.officeos.session;

/**
 * Bytes of TCP payload and records, both ways.
 *
 * @param bytesOut bytes sent
 * @param bytesIn bytes received
 * @param recordsOut records sent
 * @param recordsIn records received
 */
public record WireCount(long bytesOut, long bytesIn, long recordsOut, long recordsIn) {

  /** What came on top of {@code earlier}. */
  public WireCount since(WireCount earlier) {
    return new WireCount(
        bytesOut - earlier.bytesOut,
        bytesIn - earlier.bytesIn,
        recordsOut - earlier.recordsOut,
        recordsIn - earlier.recordsIn);
  }
}
