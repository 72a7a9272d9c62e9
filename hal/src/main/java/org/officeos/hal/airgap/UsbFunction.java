package org.officeos.hal.airgap;

import java.util.Locale;
import java.util.Set;

/**
 * One function of a USB device on this machine's ports.
 *
 * @param name the kernel's, such as {@code 1-1:1.0}
 * @param classCode its class, 0 to 255
 * @param subclass its kind in that class
 * @param protocol its way of speaking in that
 * @param driver the driver that took it; empty where none did
 */
public record UsbFunction(String name, int classCode, int subclass, int protocol, String driver) {

  private static final int COMMUNICATIONS = 0x02;
  private static final int WIRELESS = 0xe0;
  private static final int MISCELLANEOUS = 0xef;
  private static final int RNDIS = 0x04;
  private static final int BLUETOOTH = 0x01;
  private static final int ABSTRACT_MODEM = 0x02;
  private static final Set<String> DRIVERS =
      Set.of(
          "cdc_ether",
          "cdc_ncm",
          "cdc_mbim",
          "cdc_subset",
          "rndis_host",
          "r8152",
          "asix",
          "ax88179_178a",
          "smsc95xx",
          "smsc75xx",
          "lan78xx",
          "dm9601",
          "pegasus",
          "rtl8150",
          "mcs7830",
          "qmi_wwan",
          "huawei_cdc_ncm",
          "sierra_net",
          "ipheth",
          "aqc111",
          "usbnet");

  /**
   * Whether it is a network's: by its class (CDC but for plain serial lines, RNDIS, wireless but
   * for Bluetooth) or by the driver that took it, since many adapters say "vendor specific" only.
   */
  public boolean isNetwork() {
    boolean communications = classCode == COMMUNICATIONS && subclass != ABSTRACT_MODEM;
    boolean rndis = classCode == MISCELLANEOUS && subclass == RNDIS;
    boolean wireless = classCode == WIRELESS && !(subclass == 1 && protocol == BLUETOOTH);
    return communications || rndis || wireless || DRIVERS.contains(driver);
  }

  /** Class and driver, for people. */
  public String shown() {
    return String.format(Locale.ROOT, "class %02x:%02x:%02x", classCode, subclass, protocol)
        + (driver.isEmpty() ? "" : ", driver " + driver);
  }
}
