package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.officeos.hal.airgap.StoredSettings;
import org.officeos.hal.airgap.StoredSettings.Network;
import org.officeos.hal.airgap.StoredSettings.Setting;

/**
 * Networks that wpa_supplicant, NetworkManager, connman and iwd keep. A network's name is never
 * read; a network block with {@code disabled=2} or {@code 3} is a remembered group.
 */
final class StoredNetworks {

  private static final Set<String> GROUPS = Set.of("2", "3");
  private static final List<String> CONNECTIONS =
      List.of(
          "etc/NetworkManager/system-connections",
          "run/NetworkManager/system-connections",
          "usr/lib/NetworkManager/system-connections");
  private static final List<String> CONNMAN = List.of("var/lib/connman", "storage/.cache/connman");

  private final Path root;
  private final List<Network> networks = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();

  StoredNetworks(Path root) {
    this.root = root;
  }

  StoredSettings read() throws IOException {
    PartReader.require(root.resolve("etc"));
    supplicant("etc/wpa_supplicant.conf");
    for (Path each : PartReader.entries(root.resolve("etc/wpa_supplicant"))) {
      if (PartReader.name(each).endsWith(".conf")) {
        supplicant("etc/wpa_supplicant/" + PartReader.name(each));
      }
    }
    for (String folder : CONNECTIONS) {
      count(folder, "connections", "");
    }
    for (String folder : CONNMAN) {
      count(folder, "services", "wifi_");
    }
    for (String end : List.of(".psk", ".open", ".8021x")) {
      count("var/lib/iwd", "networks", end);
    }
    return new StoredSettings(networks, settings);
  }

  private void count(String folder, String what, String mark) throws IOException {
    long kept =
        PartReader.entries(root.resolve(folder)).stream()
            .map(PartReader::name)
            .filter(name -> name.startsWith(mark) || name.endsWith(mark))
            .count();
    if (kept > 0) {
      networks.add(new Network("/" + folder, kept + " " + what));
    }
  }

  private void supplicant(String file) throws IOException {
    String block = "";
    boolean group = false;
    int number = 0;
    for (String line : PartReader.lines(root.resolve(file))) {
      int equals = line.indexOf('=');
      if (line.startsWith("#")) {
        continue;
      }
      if (block.isEmpty() && line.endsWith("={")) {
        block = line.substring(0, line.length() - 2);
        group = false;
        number++;
      } else if (line.equals("}")) {
        boolean joins = block.equals("cred") || (block.equals("network") && !group);
        if (joins) {
          networks.add(new Network("/" + file, "block " + number + ", of kind " + block));
        }
        block = "";
      } else if (equals > 0) {
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        group |= key.equals("disabled") && GROUPS.contains(value);
        settings.add(new Setting("/" + file, key, key.matches("[a-z0-9_]+") ? shown(value) : ""));
      }
    }
    if (!block.isEmpty()) {
      throw new IllegalArgumentException("a block without end in /" + file);
    }
  }

  /** Numbers, and whether anything is there: the rest may be a secret or a name. */
  private static String shown(String value) {
    boolean empty = value.isEmpty() || value.equals("\"\"");
    return value.matches("[0-9]{1,6}") || empty ? value : "set";
  }
}
