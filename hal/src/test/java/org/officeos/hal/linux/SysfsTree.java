package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a folder look like {@code /sys}. */
final class SysfsTree {

  private SysfsTree() {}

  static void driver(Path sys, String phy, String driver) throws IOException {
    Path device = Files.createDirectories(sys.resolve("class/ieee80211/" + phy + "/device"));
    Files.createSymbolicLink(device.resolve("driver"), Path.of("../../../bus/sdio/" + driver));
  }

  static void netdev(Path sys, String name, String phy) throws IOException {
    Path device = Files.createDirectories(sys.resolve("class/net/" + name));
    Files.createSymbolicLink(device.resolve("phy80211"), Path.of("../../../ieee80211/" + phy));
  }

  /**
   * A switch.
   *
   * @param below where its device lies, below {@code /sys/devices}
   */
  static void rfkill(Path sys, String name, String type, String below, int soft, int hard)
      throws IOException {
    Path folder = Files.createDirectories(sys.resolve("devices/" + below + "/" + name));
    Files.writeString(folder.resolve("type"), type + "\n");
    Files.writeString(folder.resolve("soft"), soft + "\n");
    Files.writeString(folder.resolve("hard"), hard + "\n");
    Path all = Files.createDirectories(sys.resolve("class/rfkill"));
    Files.createSymbolicLink(all.resolve(name), Path.of("../../devices/" + below + "/" + name));
  }
}
