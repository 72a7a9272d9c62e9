package org.officeos.laptop.audit;

/** The bytes that an instruction's signature covers, as the session lays them out. */
@FunctionalInterface
public interface SignedBytes {

  /** Labels, session hash, message id and the encoded instruction. */
  byte[] of(byte[] sessionHash, long messageId, byte[] content);
}
