package org.officeos.hal.airgap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What starts our own parts, from the product's own files, and changed. */
final class Lockdowns {

  static final TextFile RULE =
      new TextFile(
          "/usr/lib/udev/rules.d/70-officeos.rules",
          "# ours\nSUBSYSTEM==\"net\", ACTION==\"add\", \\\n  ENV{NM_UNMANAGED}=\"1\"\n");
  private static final Path UNITS = Path.of("..", "udev", "systemd", "system");

  private Lockdowns() {}

  static Lockdown intended() {
    return systemd(units(), List.of());
  }

  static Lockdown systemd(List<OwnUnit> units, List<TextFile> hooks) {
    return new Lockdown(
        true,
        units,
        List.of(RULE),
        hooks,
        List.of(),
        Optional.of(Set.of("officeos-filter.service", "officeos-guard.service")),
        List.of());
  }

  static Lockdown scripts(TextFile... scripts) {
    return new Lockdown(
        false, List.of(), List.of(), List.of(), List.of(scripts), Optional.empty(), List.of());
  }

  /** The product's services, all of which start. */
  static List<OwnUnit> units() {
    List<OwnUnit> units = new ArrayList<>();
    for (String each : List.of("filter", "guard", "supplicant", "link")) {
      String name = "officeos-" + each + ".service";
      units.add(OwnUnit.of(name, true, List.of(file(name))));
    }
    return units;
  }

  /** The product's services, one of them with a file that changes it. */
  static List<OwnUnit> changed(String name, String text) {
    TextFile change = new TextFile("/etc/systemd/system/" + name + ".d/x.conf", text);
    return Stream.concat(
            units().stream().filter(each -> !each.name().equals(name)),
            Stream.of(OwnUnit.of(name, true, List.of(file(name), change))))
        .toList();
  }

  private static TextFile file(String name) {
    try {
      return new TextFile("/usr/lib/systemd/system/" + name, Files.readString(UNITS.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
