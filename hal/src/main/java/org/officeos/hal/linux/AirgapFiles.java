package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.airgap.BootUnits;
import org.officeos.hal.airgap.NameLookup;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Snapshot;

/** The parts of a snapshot that are files of an operating system, running or not. */
final class AirgapFiles {

  private static final int LINKS_AT_MOST = 8;
  private static final Set<String> PROXIES =
      Set.of("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "socks_proxy");
  private static final List<String> UNIT_FOLDERS =
      List.of("etc/systemd/system", "run/systemd/system", "usr/lib/systemd/system");

  private final Path root;

  AirgapFiles(Path root) {
    this.root = root;
  }

  Snapshot into(Snapshot before) {
    Path etc = root.resolve("etc");
    Path units = etc.resolve("systemd/system");
    Path environment = etc.resolve("environment");
    return before
        .with(Part.UNITS, PartReader.files(Part.UNITS, units, () -> units(etc)))
        .with(
            Part.STORED, PartReader.files(Part.STORED, etc, () -> new StoredNetworks(root).read()))
        .with(Part.NAMES, PartReader.files(Part.NAMES, etc, () -> names(etc)))
        .with(
            Part.PROXIES,
            PartReader.files(Part.PROXIES, environment, () -> proxies(etc, environment)));
  }

  private BootUnits units(Path etc) throws IOException {
    PartReader.require(etc);
    Set<String> enabled = new HashSet<>();
    Set<String> masked = new HashSet<>();
    for (String folder : UNIT_FOLDERS) {
      for (Path each : PartReader.entries(root.resolve(folder))) {
        String name = PartReader.name(each);
        boolean nothing = PartReader.target(each).filter(Path.of("/dev/null")::equals).isPresent();
        if (nothing) {
          masked.add(name);
        } else if (name.endsWith(".wants") || name.endsWith(".requires")) {
          PartReader.entries(each).forEach(unit -> enabled.add(PartReader.name(unit)));
        }
      }
    }
    return new BootUnits(enabled, masked);
  }

  private NameLookup names(Path etc) throws IOException {
    PartReader.require(etc);
    List<String> servers = new ArrayList<>();
    for (String line : PartReader.lines(inside(root, etc.resolve("resolv.conf")))) {
      String[] words = line.split("\\s+", -1);
      if (words[0].equals("nameserver") && words.length > 1) {
        servers.add(PartReader.harmless(words[1]));
      }
    }
    List<String> sources = new ArrayList<>();
    for (String line : PartReader.lines(inside(root, etc.resolve("nsswitch.conf")))) {
      if (line.startsWith("hosts:")) {
        String words = line.substring("hosts:".length()).replaceAll("\\[[^\\]]*\\]|#.*", " ");
        sources.addAll(List.of(words.strip().split("\\s+", -1)));
      }
    }
    return new NameLookup(servers, sources);
  }

  /** A link's target in this tree, as it would be found were the tree the whole machine. */
  static Path inside(Path root, Path file) throws IOException {
    Path at = file;
    for (int i = 0; i < LINKS_AT_MOST; i++) {
      Optional<Path> target = PartReader.target(at);
      if (target.isEmpty()) {
        return at;
      }
      at =
          target.get().isAbsolute()
              ? root.resolve(Path.of("/").relativize(target.get()))
              : at.resolveSibling(target.get()).normalize();
    }
    throw new IOException("links without end at " + file);
  }

  private static List<String> proxies(Path etc, Path file) throws IOException {
    PartReader.require(etc);
    List<String> names = new ArrayList<>();
    for (String line : Files.exists(file) ? PartReader.lines(file) : List.<String>of()) {
      String bare = line.startsWith("export ") ? line.substring("export ".length()) : line;
      int equals = bare.indexOf('=');
      String name = equals > 0 ? bare.substring(0, equals).strip() : "";
      boolean set = equals > 0 && !bare.substring(equals + 1).replaceAll("[\"' ]", "").isEmpty();
      if (set && PROXIES.contains(name.toLowerCase(Locale.ROOT))) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }
}
