package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.officeos.hal.airgap.Lockdown;
import org.officeos.hal.airgap.OwnUnit;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.airgap.TextFile;

/**
 * Our own services as systemd would read them, udev's rules, what runs around sleep, and scripts
 * that start at boot. Files only; what is too long or too many is refused. Source: systemd.unit(5),
 * udev(7), systemd-sleep(8).
 */
final class LockdownReader {

  private static final int LONGEST = 256 << 10;
  private static final int MOST = 500;
  private static final int MANY = 10_000;
  private static final Path NOTHING = Path.of("/dev/null");
  private static final String OURS = "officeos-";
  private static final String NOT_HERE = OURS + "laptop.service";

  /** The first that has a file counts. */
  private static final List<String> UNITS =
      List.of(
          "etc/systemd/system.control",
          "run/systemd/system.control",
          "etc/systemd/system",
          "run/systemd/system",
          "usr/local/lib/systemd/system",
          "usr/lib/systemd/system",
          "lib/systemd/system");

  private static final List<String> RULES =
      List.of(
          "etc/udev/rules.d",
          "run/udev/rules.d",
          "usr/local/lib/udev/rules.d",
          "usr/lib/udev/rules.d",
          "lib/udev/rules.d");
  private static final List<String> HOOKS =
      List.of(
          "etc/systemd/system-sleep",
          "usr/lib/systemd/system-sleep",
          "lib/systemd/system-sleep",
          "lib/elogind/system-sleep",
          "usr/lib/elogind/system-sleep",
          "etc/elogind/system-sleep",
          "etc/pm/sleep.d",
          "usr/lib/pm-utils/sleep.d");
  private static final List<String> NUMBERED =
      List.of("etc/init.d", "etc/rc.d", "etc/rcS.d", "etc/rc2.d");
  private static final List<String> LEVELS =
      List.of("etc/runlevels/sysinit", "etc/runlevels/boot", "etc/runlevels/default");
  private static final List<String> SINGLE =
      List.of(
          "etc/inittab",
          "etc/rc.local",
          "storage/.config/autostart.sh",
          "storage/.config/custom_start.sh");

  private final Path root;
  private final boolean running;

  LockdownReader(Path root, boolean running) {
    this.root = root;
    this.running = running;
  }

  Snapshot into(Snapshot before) {
    Path etc = root.resolve("etc");
    return before.with(Part.LOCKDOWN, PartReader.files(Part.LOCKDOWN, etc, () -> read(etc)));
  }

  private Lockdown read(Path etc) throws IOException {
    PartReader.require(etc);
    boolean systemd = hasSystemd();
    return new Lockdown(
        systemd,
        units(),
        texts(counting(RULES, "", ".rules")),
        hooks(),
        systemd ? List.of() : scripts(),
        systemd && running ? active() : Optional.empty(),
        failures());
  }

  /** A running one made its folder; in an image its program is there. */
  private boolean hasSystemd() {
    return running
        ? Files.isDirectory(root.resolve("run/systemd/system"))
        : Files.exists(root.resolve("usr/lib/systemd/systemd"))
            || Files.exists(root.resolve("lib/systemd/systemd"));
  }

  private List<OwnUnit> units() throws IOException {
    Set<String> enabled = enabled();
    List<OwnUnit> units = new ArrayList<>();
    for (Map.Entry<String, Path> each : counting(UNITS, OURS, ".service").entrySet()) {
      String name = each.getKey();
      if (name.equals(NOT_HERE)) {
        continue;
      }
      boolean masked = isNothing(each.getValue());
      String template = name.endsWith("@.service") ? name.replace(".service", "") : name;
      boolean wanted =
          enabled.contains(name)
              || (!template.equals(name)
                  && enabled.stream().anyMatch(on -> on.startsWith(template)));
      List<TextFile> files = new ArrayList<>();
      if (!masked) {
        files.add(text(each.getValue()));
        files.addAll(texts(counting(changing(name), "", ".conf")));
      }
      units.add(OwnUnit.of(PartReader.harmless(name), wanted && !masked, files));
    }
    return units;
  }

  /** The folders of files that change a service, those of its own name first. */
  private static List<String> changing(String name) {
    List<String> folders = new ArrayList<>();
    for (String each : List.of(name, OURS + ".service", "service")) {
      UNITS.forEach(folder -> folders.add(folder + "/" + each + ".d"));
    }
    return folders;
  }

  private Set<String> enabled() throws IOException {
    Set<String> enabled = new HashSet<>();
    for (String folder : UNITS) {
      for (Path each : entries(folder, MANY)) {
        String name = PartReader.name(each);
        if (name.endsWith(".wants") || name.endsWith(".requires")) {
          entries(each, MOST).forEach(unit -> enabled.add(PartReader.name(unit)));
        }
      }
    }
    return enabled;
  }

  /** The files that count, by their names: of several with one name the first folder's. */
  private Map<String, Path> counting(List<String> folders, String begin, String end)
      throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (String folder : folders) {
      for (Path each : entries(folder, MANY)) {
        String name = PartReader.name(each);
        if (name.startsWith(begin) && name.endsWith(end) && !Files.isDirectory(each)) {
          files.putIfAbsent(name, each);
        }
      }
    }
    return files;
  }

  private List<TextFile> texts(Map<String, Path> files) throws IOException {
    List<TextFile> texts = new ArrayList<>();
    for (Path each : files.values()) {
      if (!isNothing(each)) {
        texts.add(text(each));
      }
    }
    return texts;
  }

  private List<TextFile> hooks() throws IOException {
    List<TextFile> hooks = new ArrayList<>();
    for (String folder : HOOKS) {
      for (Path each : entries(folder, MOST)) {
        regular(each).ifPresent(hooks::add);
      }
    }
    return hooks;
  }

  /** Those that an init which is not systemd starts: busybox, sysvinit, OpenRC. */
  private List<TextFile> scripts() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : NUMBERED) {
      for (Path each : entries(folder, MOST)) {
        if (PartReader.name(each).matches("S[0-9]{2}.*")) {
          files.add(each);
        }
      }
    }
    for (String folder : LEVELS) {
      files.addAll(entries(folder, MOST));
    }
    SINGLE.forEach(each -> files.add(root.resolve(each)));
    List<TextFile> scripts = new ArrayList<>();
    for (Path each : files) {
      regular(each).ifPresent(scripts::add);
    }
    return scripts;
  }

  private Optional<TextFile> regular(Path file) throws IOException {
    return Files.isRegularFile(AirgapFiles.inside(root, file))
        ? Optional.of(text(file))
        : Optional.empty();
  }

  /** What systemd keeps for its journal, of services that are neither ended nor failed. */
  private Optional<Set<String>> active() throws IOException {
    Path folder = root.resolve("run/systemd/units");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Set<String> active = new HashSet<>();
    for (Path each : entries(folder, MANY)) {
      String name = PartReader.name(each);
      if (name.startsWith("invocation:")) {
        active.add(name.substring("invocation:".length()));
      }
    }
    return Optional.of(active);
  }

  /** Files named like that, and one for each unit that another part is wanting. */
  private List<String> failures() throws IOException {
    List<String> failures = new ArrayList<>();
    for (Path folder : entries("run", MANY)) {
      if (PartReader.name(folder).startsWith("officeos")) {
        for (Path each : entries(folder, MOST)) {
          if (PartReader.name(each).startsWith("failed")) {
            failures.add(shown(each));
          }
        }
        entries(folder.resolve("wanting"), MOST).forEach(each -> failures.add(shown(each)));
      }
    }
    return failures;
  }

  private static boolean isNothing(Path file) throws IOException {
    return PartReader.target(file).filter(NOTHING::equals).isPresent();
  }

  private TextFile text(Path file) throws IOException {
    Path there = AirgapFiles.inside(root, file);
    if (!Files.exists(there)) {
      return new TextFile(shown(file), "");
    }
    if (!Files.isRegularFile(there) || Files.size(there) > LONGEST) {
      throw new IOException(shown(file) + " is no file of at most " + LONGEST + " bytes");
    }
    return new TextFile(shown(file), PartReader.text(there));
  }

  private String shown(Path file) {
    return PartReader.harmless("/" + root.relativize(file));
  }

  /**
   * What a folder holds; nothing where it is none. Where {@code lib} is a link it leads to {@code
   * usr/lib}, which is looked at anyway.
   */
  private List<Path> entries(String folder, int most) throws IOException {
    boolean again = folder.startsWith("lib/") && Files.isSymbolicLink(root.resolve("lib"));
    return again ? List.of() : entries(root.resolve(folder), most);
  }

  private static List<Path> entries(Path folder, int most) throws IOException {
    return Files.isDirectory(folder) ? PartReader.entries(folder, most) : List.of();
  }
}
