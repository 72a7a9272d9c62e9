package org.officeos.hal.netlink;

/** What a radio switch switches: {@code enum rfkill_type} of linux/rfkill.h. */
public enum RfkillType {
  /** All of them; in requests only. */
  ALL(0, "all"),
  /** Wi-Fi. */
  WLAN(1, "wlan"),
  /** Bluetooth. */
  BLUETOOTH(2, "bluetooth"),
  /** Ultra-wideband. */
  UWB(3, "ultrawideband"),
  /** WiMAX. */
  WIMAX(4, "wimax"),
  /** Mobile telephone networks. */
  WWAN(5, "wwan"),
  /** Satellite navigation. */
  GPS(6, "gps"),
  /** Radio broadcasts. */
  FM(7, "fm"),
  /** Near-field communication. */
  NFC(8, "nfc"),
  /** One that this list does not know. */
  UNKNOWN(-1, "unknown");

  private final int number;
  private final String word;

  RfkillType(int number, String word) {
    this.number = number;
    this.word = word;
  }

  /** The kernel's number; -1 for {@link #UNKNOWN}. */
  public int number() {
    return number;
  }

  /** As the kernel's {@code /sys/class/rfkill/…/type} calls it. */
  public String word() {
    return word;
  }

  /** By the kernel's number; {@link #UNKNOWN} for one that is not listed. */
  public static RfkillType of(int number) {
    for (RfkillType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    return UNKNOWN;
  }

  /** By the kernel's word; {@link #UNKNOWN} for one that is not listed. */
  public static RfkillType ofWord(String word) {
    for (RfkillType type : values()) {
      if (type.word.equals(word)) {
        return type;
      }
    }
    return UNKNOWN;
  }
}
