package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.ProgramSetting;
import org.officeos.hal.airgap.ProgramSetting.Program;
import org.officeos.hal.airgap.Snapshot;

/**
 * Settings of programs that reach out by themselves. What is too long or too many is refused.
 * Sources: NetworkManager.conf(5), connman.conf(5), crontab(5), RetroArch's own file.
 */
final class ProgramSettings {

  private static final int MOST = 500;
  private static final String MANAGER = "etc/NetworkManager/NetworkManager.conf";
  private static final List<String> MANAGERS =
      List.of(
          "usr/lib/NetworkManager/conf.d",
          "run/NetworkManager/conf.d",
          "etc/NetworkManager/conf.d");
  private static final List<String> CONNMAN =
      List.of("etc/connman/main.conf", "storage/.config/connman_main.conf");
  private static final List<String> TABLES = List.of("etc/crontab", "etc/anacrontab");
  private static final List<String> TABLE_FOLDERS =
      List.of(
          "etc/cron.d",
          "etc/cron.hourly",
          "etc/cron.daily",
          "etc/cron.weekly",
          "etc/cron.monthly",
          "etc/crontabs",
          "etc/periodic/15min",
          "etc/periodic/hourly",
          "etc/periodic/daily",
          "etc/periodic/weekly",
          "etc/periodic/monthly",
          "var/spool/cron",
          "var/spool/cron/crontabs",
          "storage/.cache/cron/crontabs");
  private static final Set<String> REACHING =
      Set.of(
          "curl",
          "wget",
          "rsync",
          "rclone",
          "scp",
          "sftp",
          "ssh",
          "ftp",
          "nc",
          "git",
          "apt",
          "apt-get",
          "apt.systemd.daily",
          "opkg",
          "pacman",
          "dnf",
          "unattended-upgrade",
          "popularity-contest",
          "ntpdate",
          "syncthing");
  private static final List<String> RETROARCH =
      List.of(
          "etc/retroarch.cfg",
          "root/.config/retroarch/retroarch.cfg",
          "storage/.config/retroarch/retroarch.cfg",
          "userdata/system/configs/retroarch/retroarchcustom.cfg",
          "userdata/system/.config/retroarch/retroarch.cfg",
          "opt/retropie/configs/all/retroarch.cfg",
          "mnt/mmc/MUOS/retroarch/retroarch.cfg");
  private static final Set<String> RETROARCH_KEYS =
      Set.of(
          "cheevos_enable",
          "cloud_sync_enable",
          "discord_allow",
          "ai_service_enable",
          "netplay_public_announce",
          "netplay_use_mitm_server",
          "network_cmd_enable",
          "network_remote_enable",
          "network_on_demand_thumbnails");
  private static final List<String> DISTRIBUTIONS =
      List.of(
          "userdata/system/batocera.conf",
          "userdata/system/knulli.conf",
          "storage/.config/system/configs/system.cfg",
          "storage/.config/distribution/configs/distribution.conf");
  private static final Set<String> DISTRIBUTION_KEYS =
      Set.of("updates.enabled", "global.retroachievements", "global.netplay");

  private final Path root;
  private final List<ProgramSetting> found = new ArrayList<>();

  ProgramSettings(Path root) {
    this.root = root;
  }

  Snapshot into(Snapshot before) {
    Path etc = root.resolve("etc");
    return before.with(Part.SETTINGS, PartReader.files(Part.SETTINGS, etc, () -> read(etc)));
  }

  private List<ProgramSetting> read(Path etc) throws IOException {
    PartReader.require(etc);
    networkManager();
    for (String each : CONNMAN) {
      connman(each);
    }
    for (String each : TABLES) {
      table(root.resolve(each));
    }
    for (String folder : TABLE_FOLDERS) {
      for (Path each : entries(folder)) {
        table(each);
      }
    }
    for (String each : RETROARCH) {
      settings(Program.RETROARCH, root.resolve(each), RETROARCH_KEYS);
    }
    for (Path person : entries("home")) {
      settings(
          Program.RETROARCH, person.resolve(".config/retroarch/retroarch.cfg"), RETROARCH_KEYS);
    }
    for (String each : DISTRIBUTIONS) {
      settings(Program.DISTRIBUTION, root.resolve(each), DISTRIBUTION_KEYS);
    }
    return List.copyOf(found);
  }

  /** A later file counts more, one of the same name in a later folder instead. */
  private void networkManager() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (String folder : MANAGERS.subList(0, 2)) {
      add(folder, files);
    }
    List<Path> order = new ArrayList<>(files.values());
    order.add(root.resolve(MANAGER));
    Map<String, Path> own = new TreeMap<>();
    add(MANAGERS.get(2), own);
    order.removeIf(each -> own.containsKey(PartReader.name(each)));
    order.addAll(own.values());
    Map<String, String> values = new HashMap<>();
    Path last = root.resolve(MANAGER);
    for (Path each : order) {
      if (section(each, "[connectivity]", values)) {
        last = each;
      }
    }
    boolean on = !values.getOrDefault("enabled", "true").matches("(?i)false|no|off|0");
    String uri = values.getOrDefault("uri", "");
    boolean never = values.getOrDefault("interval", "300").equals("0");
    if (on && !uri.isEmpty() && !never) {
      found.add(
          new ProgramSetting(Program.NETWORK_MANAGER, shown(last), "connectivity.uri", "set"));
    }
  }

  private void add(String folder, Map<String, Path> files) throws IOException {
    for (Path each : entries(folder)) {
      if (PartReader.name(each).endsWith(".conf")) {
        files.put(PartReader.name(each), each);
      }
    }
  }

  private boolean section(Path file, String name, Map<String, String> values) throws IOException {
    boolean inside = false;
    boolean any = false;
    for (String line : lines(file)) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        inside = line.equals(name);
      } else if (inside && equals > 0 && !line.startsWith("#")) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        any = true;
      }
    }
    return any;
  }

  /** It tests where nothing is said. */
  private void connman(String file) throws IOException {
    Path path = root.resolve(file);
    Map<String, String> values = new HashMap<>();
    if (Files.exists(inside(path))) {
      section(path, "[General]", values);
      String value = values.getOrDefault("EnableOnlineCheck", "true");
      found.add(
          new ProgramSetting(
              Program.CONNMAN, shown(path), "EnableOnlineCheck", PartReader.harmless(value)));
    }
  }

  /** Each command once; of the line nothing more. */
  private void table(Path file) throws IOException {
    Set<String> commands = new TreeSet<>();
    for (String line : lines(file)) {
      if (!line.startsWith("#")) {
        for (String word : line.split("[\\s\"'`(){}$=,;&|]+", -1)) {
          String name = word.substring(word.lastIndexOf('/') + 1);
          if (REACHING.contains(name)) {
            commands.add(name);
          }
        }
      }
    }
    for (String each : commands) {
      found.add(new ProgramSetting(Program.CRON, shown(file), each, "runs"));
    }
  }

  private void settings(Program program, Path file, Set<String> keys) throws IOException {
    for (String line : lines(file)) {
      int equals = line.indexOf('=');
      String key = equals > 0 ? line.substring(0, equals).strip() : "";
      if (keys.contains(key)) {
        String value = line.substring(equals + 1).replace('"', ' ').strip();
        String word = value.toLowerCase(Locale.ROOT).matches("[a-z0-9]{1,8}") ? value : "set";
        found.add(new ProgramSetting(program, shown(file), key, word));
      }
    }
  }

  private List<String> lines(Path file) throws IOException {
    Path there = inside(file);
    return Files.isRegularFile(there) ? PartReader.lines(there) : List.of();
  }

  private Path inside(Path file) throws IOException {
    return AirgapFiles.inside(root, file);
  }

  private List<Path> entries(String folder) throws IOException {
    Path path = root.resolve(folder);
    return Files.isDirectory(path) ? PartReader.entries(path, MOST) : List.of();
  }

  private String shown(Path file) {
    return PartReader.harmless("/" + root.relativize(file));
  }
}
