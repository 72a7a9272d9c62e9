package org.officeos.hil.timeline;

/**
 * One record of a capture.
 *
 * @param micros when, in microseconds since 1970
 * @param length how many bytes it had on the air, by the capture's own word; never negative
 * @param bytes its beginning, at most {@link PcapReader#KEPT} bytes
 */
record Packet(long micros, long length, byte[] bytes) {}
