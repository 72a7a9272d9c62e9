package org.officeos.hil.rig;

import java.nio.file.Path;
import java.util.List;

/**
 * The radio lab's two hosts, from inside its guest: each a network namespace with a simulated
 * radio, a message bus and a wpa_supplicant of its own, which the lab's script made before. There
 * is no wire between them. The link is a Wi-Fi Direct group that the two programs form themselves.
 */
public final class RadioRig extends LocalRig {

  private static final String HANDHELD = "handheld";
  private static final String LAPTOP = "laptop";

  /**
   * A rig.
   *
   * @param product the folder with {@code bin/} in it
   * @param folder where the devices' files go
   * @throws RigException {@code NOT_POSSIBLE_HERE} where the product is not built
   */
  public RadioRig(Path product, Path folder) throws RigException {
    super(product, folder, on(LAPTOP));
  }

  private static List<String> on(String host) {
    return List.of(
        "ip",
        "netns",
        "exec",
        host,
        "env",
        "DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/lab/" + host + "/bus");
  }

  @Override
  List<String> handheldPrefix() {
    return on(HANDHELD);
  }

  /** Loopback of the laptop's own host, for its own commands; handhelds come over the radio. */
  @Override
  public String listenAddress() {
    return "127.0.0.1";
  }

  @Override
  public String laptopSettings() {
    return "[radio]\ninterface = \"wlan0\"\n";
  }

  @Override
  public String link(int port) {
    return "wifi-direct";
  }

  @Override
  public String describe() {
    return "a Wi-Fi Direct group over simulated air, between two hosts without any other network";
  }
}
