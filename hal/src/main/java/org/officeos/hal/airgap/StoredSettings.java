package org.officeos.hal.airgap;

import java.util.List;

/**
 * What programs keep of networks. No network's name is in here.
 *
 * @param networks networks that would be joined
 * @param settings of wpa_supplicant, outside of networks and within
 */
public record StoredSettings(List<Network> networks, List<Setting> settings) {

  /** Keeps copies. */
  public StoredSettings {
    networks = List.copyOf(networks);
    settings = List.copyOf(settings);
  }

  /**
   * A network that would be joined.
   *
   * @param place the file or folder that it is kept in
   * @param what such as {@code network block 2}
   */
  public record Network(String place, String what) {}

  /** One line of wpa_supplicant's configuration. */
  public record Setting(String file, String key, String value) {}
}
