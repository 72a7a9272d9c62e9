package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.officeos.hal.netlink.RfkillType;

/**
 * What {@code /sys} tells of radios and netlink does not. Reads only; what is not there or cannot
 * be read is left out, as a radio may go while it is looked at.
 */
public final class SysfsRadios {

  private static final int MAX_TEXT = 256;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

  private final Path sys;

  /**
   * Looks below this folder.
   *
   * @param sys such as {@code /sys}
   */
  public SysfsRadios(Path sys) {
    this.sys = sys;
  }

  /**
   * The name of a radio's driver, such as {@code mac80211_hwsim}: what {@code
   * /sys/class/ieee80211/PHY/device/driver} points to.
   *
   * @param phy the radio, such as the first
   */
  public Optional<String> driver(String phy) {
    if (!PLAIN.matcher(phy).matches()) {
      return Optional.empty();
    }
    return target(sys.resolve("class/ieee80211").resolve(phy).resolve("device/driver"))
        .map(SysfsRadios::lastName);
  }

  /**
   * The radio of a network interface, such as {@code phy0}: what {@code
   * /sys/class/net/NAME/phy80211} points to. Empty for an interface of another namespace, too.
   *
   * @param interfaceName such as {@code wlan0}
   */
  Optional<String> radio(String interfaceName) {
    if (!PLAIN.matcher(interfaceName).matches()) {
      return Optional.empty();
    }
    return target(sys.resolve("class/net").resolve(interfaceName).resolve("phy80211"))
        .map(SysfsRadios::lastName);
  }

  /** The radio switches, by name. A kernel without rfkill has none. */
  public List<RfkillSwitch> switches() {
    List<RfkillSwitch> found = new ArrayList<>();
    for (Path each : entries(sys.resolve("class/rfkill"))) {
      Optional<String> type = text(each.resolve("type"));
      Optional<String> soft = text(each.resolve("soft"));
      Optional<String> hard = text(each.resolve("hard"));
      if (type.isPresent() && soft.isPresent() && hard.isPresent()) {
        found.add(
            new RfkillSwitch(
                lastName(each),
                RfkillType.ofWord(type.get()),
                phy(each),
                !soft.get().equals("0"),
                !hard.get().equals("0")));
      }
    }
    return found.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  /** A switch lies below its radio: {@code /sys/devices/…/ieee80211/phy0/rfkill0}. */
  private static Optional<String> phy(Path rfkill) {
    Optional<Path> real = target(rfkill);
    if (real.isEmpty()) {
      return Optional.empty();
    }
    int names = real.get().getNameCount();
    boolean ofRadio = names > 2 && real.get().getName(names - 3).endsWith("ieee80211");
    return ofRadio ? Optional.of(real.get().getName(names - 2).toString()) : Optional.empty();
  }

  private static String lastName(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  private static Optional<Path> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static List<Path> entries(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return found;
  }

  private static Optional<String> text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(MAX_TEXT), US_ASCII).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
