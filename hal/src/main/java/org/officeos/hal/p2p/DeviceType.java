package org.officeos.hal.p2p;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A WPS primary device type (Wi-Fi Simple Configuration Technical Specification 2.0.7, table 41):
 * eight bytes, a 16-bit category, a 32-bit OUI with its kind, a 16-bit sub-category, all
 * big-endian.
 *
 * @param category 0 to 65535; 1 is a computer, 9 is gaming
 * @param oui {@code 0x0050F204} for the types that the Wi-Fi Alliance names
 * @param subCategory 0 to 65535; 5 under 1 is a notebook, 5 under 9 is a portable gaming device
 */
public record DeviceType(int category, int oui, int subCategory) {

  /** Bytes in the encoding. */
  public static final int LENGTH = 8;

  /** The Wi-Fi Alliance's own types. */
  public static final int WIFI_ALLIANCE = 0x0050F204;

  /** A handheld console. */
  public static final DeviceType PORTABLE_GAMING = new DeviceType(9, WIFI_ALLIANCE, 5);

  /** A laptop. */
  public static final DeviceType NOTEBOOK = new DeviceType(1, WIFI_ALLIANCE, 5);

  private static final int SHORT = 0xffff;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})-([0-9A-Fa-f]{8})-(\\d{1,5})");

  /** Refuses categories beyond 16 bits. */
  public DeviceType {
    if ((category & ~SHORT) != 0 || (subCategory & ~SHORT) != 0) {
      throw new IllegalArgumentException("a category has 16 bits");
    }
  }

  /**
   * From the eight bytes.
   *
   * @throws IllegalArgumentException for any other number of them
   */
  public static DeviceType of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a device type has 8 bytes, not " + bytes.length);
    }
    return new DeviceType(u16(bytes, 0), (u16(bytes, 2) << 16) | u16(bytes, 4), u16(bytes, 6));
  }

  /**
   * From {@code 9-0050F204-5}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static DeviceType parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a device type");
    }
    return new DeviceType(
        Integer.parseInt(parts.group(1)),
        HexFormat.fromHexDigits(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  /** The eight bytes. */
  public byte[] bytes() {
    return new byte[] {
      (byte) (category >>> 8),
      (byte) category,
      (byte) (oui >>> 24),
      (byte) (oui >>> 16),
      (byte) (oui >>> 8),
      (byte) oui,
      (byte) (subCategory >>> 8),
      (byte) subCategory
    };
  }

  private static int u16(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  @Override
  public String toString() {
    return category + "-" + HexFormat.of().withUpperCase().toHexDigits(oui) + "-" + subCategory;
  }
}
