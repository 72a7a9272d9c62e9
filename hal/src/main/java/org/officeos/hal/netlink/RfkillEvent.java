package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * One read of {@code /dev/rfkill}: a switch came, went or changed. Right after it is opened, the
 * device gives one {@code ADDED} for each switch there is.
 *
 * <pre>
 *   0       4      5           6      7      8             9
 *   +-------+------+-----------+------+------+-------------+
 *   | index | type | operation | soft | hard | why hard    |
 *   | u32   | u8   | u8        | u8   | u8   | u8, newer   |
 *   +-------+------+-----------+------+------+-------------+
 * </pre>
 *
 * <p>Kernels give 8 bytes; from 5.11 on 9 to who asked for that size by {@code ioctl(2)}, and for a
 * while to everybody. Source: linux/rfkill.h.
 *
 * @param index the switch's number, all 32 bits of it
 * @param type what it switches
 * @param operation what happened
 * @param soft whether software blocks the radio
 * @param hard whether a switch, a key or the firmware blocks it
 * @param why bits: 1 the hardware's signal, 2 another owner; where the kernel tells
 */
public record RfkillEvent(
    int index, RfkillType type, Operation operation, boolean soft, boolean hard, OptionalInt why) {

  /** Bytes of the first form. */
  public static final int SHORT = 8;

  /** Bytes of the form with the reasons. */
  public static final int LONG = 9;

  /** {@code enum rfkill_operation}. */
  public enum Operation {
    /** A switch came, or was there when the device was opened. */
    ADDED(0),
    /** A switch went. */
    REMOVED(1),
    /** A switch changed. */
    CHANGED(2),
    /** All switches of a type change; in requests only. */
    CHANGE_ALL(3);

    private final int number;

    Operation(int number) {
      this.number = number;
    }

    private static Operation of(int number) throws FormatException {
      for (Operation operation : values()) {
        if (operation.number == number) {
          return operation;
        }
      }
      throw new FormatException(Reason.OUT_OF_RANGE, 5);
    }
  }

  /**
   * Reads one.
   *
   * @throws FormatException {@code WRONG_SIZE} if it has neither 8 nor 9 bytes, {@code
   *     OUT_OF_RANGE} for an operation that does not exist
   */
  public static RfkillEvent of(byte[] bytes) throws FormatException {
    if (bytes.length != SHORT && bytes.length != LONG) {
      throw new FormatException(Reason.WRONG_SIZE, 0);
    }
    return new RfkillEvent(
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0),
        RfkillType.of(bytes[4]),
        Operation.of(bytes[5]),
        bytes[6] != 0,
        bytes[7] != 0,
        bytes.length == LONG ? OptionalInt.of(bytes[8] & 0xff) : OptionalInt.empty());
  }

  /** The bytes: 9 where {@link #why} is told, else 8. An unknown type cannot be written. */
  public byte[] encoded() {
    if (type == RfkillType.UNKNOWN) {
      throw new IllegalStateException("a type without a number");
    }
    byte[] bytes = new byte[LONG];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, index);
    bytes[4] = (byte) type.number();
    bytes[5] = (byte) operation.number;
    bytes[6] = (byte) (soft ? 1 : 0);
    bytes[7] = (byte) (hard ? 1 : 0);
    bytes[8] = (byte) why.orElse(0);
    return why.isPresent() ? bytes : Arrays.copyOf(bytes, SHORT);
  }
}
