package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Powers;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;

/**
 * Tools for networks with root's rights in their files, and what sudo and doas let people do
 * without a password. Looks at names that are known, in the folders of programs. Sources:
 * sudoers(5), doas.conf(5), capabilities(7).
 */
final class PowersReader {

  private static final String CAPABILITIES = "security.capability";
  private static final int MOST = 500;
  private static final int DEEPEST = 8;
  private static final int MOST_COMMANDS = 1000;
  private static final List<String> FOLDERS =
      List.of("usr/local/sbin", "usr/local/bin", "usr/sbin", "usr/bin", "sbin", "bin", "opt/bin");

  private final Path root;
  private final Optional<LibC> libc;

  PowersReader(Path root, Optional<LibC> libc) {
    this.root = root;
    this.libc = libc;
  }

  Snapshot into(Snapshot before) {
    Path etc = root.resolve("etc");
    return before.with(
        Part.POWERS,
        PartReader.files(
            Part.POWERS,
            etc,
            () -> {
              PartReader.require(etc);
              return new Powers(tools(), free());
            }));
  }

  /** Where {@code bin} is a link, it leads to a folder that is looked at anyway. */
  private List<Powers.Tool> tools() throws IOException {
    List<Powers.Tool> tools = new ArrayList<>();
    List<String> names = Powers.TOOLS.stream().sorted().toList();
    for (String each : FOLDERS) {
      Path folder = root.resolve(each);
      for (String name : Files.isSymbolicLink(folder) ? List.<String>of() : names) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          tools.add(new Powers.Tool(shown(file), mode(file), isCapable(file)));
        }
      }
    }
    return tools;
  }

  private static int mode(Path file) throws IOException {
    if (Files.getAttribute(file, "unix:mode") instanceof Integer mode) {
      return mode & 07777;
    }
    throw new IOException("no mode of " + file);
  }

  private boolean isCapable(Path file) throws IOException {
    LibC library = libc.orElseThrow(() -> new IOException("JNA cannot load the C library"));
    try {
      return library.getxattr(file.toString(), CAPABILITIES, new byte[0]) > 0;
    } catch (ErrnoException e) {
      if (e.errno() == LibC.ENODATA || e.errno() == LibC.EOPNOTSUPP) {
        return false;
      }
      throw new IOException("attributes of " + file + ": errno " + e.errno(), e);
    }
  }

  private List<Powers.FreeCommands> free() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(root.resolve("etc/sudoers"));
    Path folder = root.resolve("etc/sudoers.d");
    if (Files.isDirectory(folder)) {
      for (Path each : PartReader.entries(folder, MOST)) {
        if (!PartReader.name(each).contains(".") && !PartReader.name(each).endsWith("~")) {
          files.add(each);
        }
      }
    }
    Map<String, List<String>> aliases = new HashMap<>();
    for (Path each : files) {
      for (Line line : lines(each)) {
        if (line.text().startsWith("Cmnd_Alias")) {
          alias(line.text().substring("Cmnd_Alias".length()), aliases);
        }
      }
    }
    List<Powers.FreeCommands> free = new ArrayList<>();
    for (Path each : files) {
      for (Line line : lines(each)) {
        sudo(each, line, aliases, free);
      }
    }
    doas(free);
    return free;
  }

  private record Line(int number, String text) {}

  /** Lines with those that they go on in, by the first one's number. */
  private List<Line> lines(Path file) throws IOException {
    Path there = AirgapFiles.inside(root, file);
    List<Line> lines = new ArrayList<>();
    if (!Files.isRegularFile(there)) {
      return lines;
    }
    StringBuilder open = new StringBuilder();
    int number = 0;
    int first = 0;
    for (String each : PartReader.text(there).lines().toList()) {
      number++;
      first = open.length() == 0 ? number : first;
      if (each.endsWith("\\")) {
        open.append(each, 0, each.length() - 1).append(' ');
        continue;
      }
      String whole = open.append(each).toString().strip();
      open.setLength(0);
      if (!whole.isEmpty() && !whole.startsWith("#")) {
        lines.add(new Line(first, whole));
      }
    }
    return lines;
  }

  private static void alias(String text, Map<String, List<String>> aliases) {
    for (String each : text.split(":", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        aliases.put(each.substring(0, equals).strip(), commands(each.substring(equals + 1)));
      }
    }
  }

  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      if (!each.isBlank()) {
        commands.add(each.strip());
      }
    }
    return commands;
  }

  /** Root may do everything anyway. */
  private void sudo(
      Path file, Line line, Map<String, List<String>> aliases, List<Powers.FreeCommands> free) {
    int at = line.text().indexOf("NOPASSWD:");
    boolean defaults = line.text().startsWith("Defaults") && line.text().contains("!authenticate");
    String place = shown(file) + " line " + line.number();
    if (defaults) {
      free.add(new Powers.FreeCommands(place, List.of("ALL")));
    }
    if (at < 0 || line.text().startsWith("root") || line.text().startsWith("Defaults")) {
      return;
    }
    List<String> all = new ArrayList<>();
    for (String each : commands(line.text().substring(at))) {
      resolve(each.replaceAll("[A-Z_]+:", " ").strip(), aliases, all, 0);
    }
    free.add(new Powers.FreeCommands(place, all));
  }

  /** Aliases of aliases; one that leads round and round, or to too many, is everything. */
  private static void resolve(
      String command, Map<String, List<String>> aliases, List<String> all, int depth) {
    List<String> behind = aliases.get(command);
    if (depth > DEEPEST || all.size() > MOST_COMMANDS) {
      all.add("ALL");
    } else if (behind == null) {
      all.add(command);
    } else {
      for (String each : behind) {
        if (all.size() <= MOST_COMMANDS) {
          resolve(each, aliases, all, depth + 1);
        }
      }
    }
  }

  private void doas(List<Powers.FreeCommands> free) throws IOException {
    Path file = root.resolve("etc/doas.conf");
    for (Line line : lines(file)) {
      List<String> words = List.of(line.text().split("\\s+", -1));
      if (words.get(0).equals("permit") && words.contains("nopass")) {
        int cmd = words.indexOf("cmd");
        boolean one = cmd >= 0 && cmd + 1 < words.size();
        free.add(
            new Powers.FreeCommands(
                shown(file) + " line " + line.number(), List.of(one ? words.get(cmd + 1) : "ALL")));
      }
    }
  }

  private String shown(Path file) {
    return PartReader.harmless("/" + root.relativize(file));
  }
}
