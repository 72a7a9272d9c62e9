package org.officeos.hal.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.linux.RunningPrograms.Program;
import org.officeos.hal.p2p.PreflightManager;
import org.officeos.hal.p2p.PreflightManager.Sureness;

/**
 * Which other programs manage a Wi-Fi interface, told from what is left on the machine without
 * asking them. A program that does not run manages nothing, whatever its files say.
 *
 * <table>
 * <caption>What is taken for what, of a program that runs</caption>
 * <tr><th>program</th><th>manages</th><th>does not</th><th>may</th></tr>
 * <tr><td>NetworkManager</td><td>/run/NetworkManager/devices/INDEX says managed=true</td><td>it
 * says managed=false</td><td>it says nothing</td></tr>
 * <tr><td>connmand</td><td>NetworkInterfaceBlacklist does not name it</td><td>names it, by its
 * beginning</td><td>the command line chooses interfaces</td></tr>
 * <tr><td>iwd</td><td>always: it takes every radio</td><td>never</td><td>the command line chooses
 * </td></tr>
 * <tr><td>dhcpcd</td><td>started for it; or for none, where no denyinterfaces names it, and
 * allowinterfaces does or is not there</td><td>otherwise</td><td>the command line chooses</td></tr>
 * <tr><td>wpa_supplicant without -u</td><td>-i names it</td><td>-i names another</td><td>no -i
 * </td></tr>
 * </table>
 *
 * <p>Sources: NetworkManager's device state file, connman.conf(5), iwd(8), dhcpcd.conf(5),
 * wpa_supplicant(8).
 */
final class NetworkManagers {

  private static final List<String> NAMES =
      List.of("NetworkManager", "connmand", "iwd", "dhcpcd", "wpa_supplicant");
  private static final String SUPPLICANT_OPTIONS_WITH_VALUE = "bcCDefgGiImoOpP";

  private static final String DHCPCD_OPTIONS_WITH_VALUE = "cCeFfhIijlmOoQrSstuvWXyZz";

  private final RunningPrograms programs;
  private final Path run;
  private final Path etc;

  /** Looks below these folders: {@code /proc}, {@code /run}, {@code /etc}. */
  NetworkManagers(Path proc, Path run, Path etc) {
    programs = new RunningPrograms(proc);
    this.run = run;
    this.etc = etc;
  }

  /**
   * Those that manage this interface, or may.
   *
   * @param name such as {@code wlan0}
   * @param index its number
   */
  List<PreflightManager> of(String name, int index) {
    List<PreflightManager> found = new ArrayList<>();
    for (Program program : programs.named(NAMES)) {
      Optional<PreflightManager> manager =
          switch (program.name()) {
            case "NetworkManager" -> networkManager(name, index);
            case "connmand" -> connman(program, name);
            case "iwd" -> iwd(program, name);
            case "dhcpcd" -> dhcpcd(program, name);
            default -> supplicant(program, name);
          };
      manager.filter(each -> !found.contains(each)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private Optional<PreflightManager> networkManager(String name, int index) {
    Path state = run.resolve("NetworkManager/devices").resolve(Integer.toString(index));
    Optional<String> managed =
        SettingsFile.lines(state).flatMap(lines -> SettingsFile.value(lines, "managed"));
    if (managed.filter("false"::equals).isPresent()) {
      return Optional.empty();
    }
    boolean sure = managed.filter("true"::equals).isPresent();
    return found(
        PreflightManager.Program.NETWORK_MANAGER,
        name,
        sure ? Sureness.MANAGES : Sureness.RUNS,
        sure ? state + " says managed=true" : state + " does not say managed");
  }

  private Optional<PreflightManager> connman(Program program, String name) {
    if (chooses(program, List.of("-i", "-I", "--device", "--nodevice"))) {
      return found(PreflightManager.Program.CONNMAN, name, Sureness.RUNS, commandLine(program));
    }
    Path settings = etc.resolve("connman/main.conf");
    String list =
        SettingsFile.lines(settings)
            .flatMap(lines -> SettingsFile.value(lines, "NetworkInterfaceBlacklist"))
            .orElse("vmnet,vboxnet,virbr,ifb,ve-,vb-,ham,veth");
    for (String beginning : list.split("[,;]", -1)) {
      if (!beginning.isBlank() && name.startsWith(beginning.strip())) {
        return Optional.empty();
      }
    }
    return found(
        PreflightManager.Program.CONNMAN,
        name,
        Sureness.MANAGES,
        "it runs, and its NetworkInterfaceBlacklist does not name it");
  }

  private static Optional<PreflightManager> iwd(Program program, String name) {
    boolean chooses =
        chooses(
            program,
            List.of(
                "-i", "-I", "-p", "-P", "--interfaces", "--nointerfaces", "--phys", "--nophys"));
    return found(
        PreflightManager.Program.IWD,
        name,
        chooses ? Sureness.RUNS : Sureness.MANAGES,
        chooses ? commandLine(program) : "it runs, and takes every radio");
  }

  private Optional<PreflightManager> dhcpcd(Program program, String name) {
    List<String> interfaces = interfacesOfDhcpcd(program);
    if (interfaces.contains(name)) {
      return found(PreflightManager.Program.DHCPCD, name, Sureness.MANAGES, commandLine(program));
    }
    boolean longOptions = program.arguments().stream().anyMatch(each -> each.startsWith("--"));
    boolean mayBeValues = longOptions && !interfaces.isEmpty();
    if (mayBeValues
        || chooses(program, List.of("-z", "-Z", "--allowinterfaces", "--denyinterfaces"))) {
      return found(PreflightManager.Program.DHCPCD, name, Sureness.RUNS, commandLine(program));
    }
    if (!interfaces.isEmpty()) {
      return Optional.empty();
    }
    Path settings = etc.resolve("dhcpcd.conf");
    List<String> lines = SettingsFile.lines(settings).orElse(List.of());
    List<String> denied = patterns(lines, "denyinterfaces");
    List<String> allowed = patterns(lines, "allowinterfaces");
    boolean isAllowed = allowed.isEmpty() || anyFits(allowed, name);
    if (anyFits(denied, name) || !isAllowed) {
      return Optional.empty();
    }
    return found(
        PreflightManager.Program.DHCPCD,
        name,
        Sureness.MANAGES,
        "it runs, and no denyinterfaces of " + settings + " names it");
  }

  /** Those it was started for; none where it takes what it finds. Newer ones rename themselves. */
  private static List<String> interfacesOfDhcpcd(Program program) {
    String title = program.arguments().isEmpty() ? "" : program.arguments().get(0);
    if (!title.startsWith("dhcpcd: ")) {
      return ShortOptions.wordsOf(program.arguments(), DHCPCD_OPTIONS_WITH_VALUE);
    }
    String words = title.substring("dhcpcd: ".length()).replaceAll("\\[[^\\]]*\\]", " ").strip();
    return words.isEmpty() ? List.of() : List.of(words.split("\\s+", -1));
  }

  private static Optional<PreflightManager> supplicant(Program program, String name) {
    List<ShortOptions.Option> options =
        ShortOptions.of(program.arguments(), SUPPLICANT_OPTIONS_WITH_VALUE);
    if (options.stream().anyMatch(each -> each.letter() == 'u')) {
      return Optional.empty();
    }
    List<String> interfaces =
        options.stream()
            .filter(each -> each.letter() == 'i')
            .map(ShortOptions.Option::value)
            .toList();
    if (!interfaces.isEmpty() && !interfaces.contains(name)) {
      return Optional.empty();
    }
    return found(
        PreflightManager.Program.SUPPLICANT_WITHOUT_BUS,
        name,
        interfaces.isEmpty() ? Sureness.RUNS : Sureness.MANAGES,
        commandLine(program));
  }

  private static boolean chooses(Program program, List<String> options) {
    return program.arguments().stream()
        .skip(1)
        .anyMatch(
            argument ->
                options.stream()
                    .anyMatch(
                        option ->
                            option.startsWith("--")
                                ? argument.equals(option) || argument.startsWith(option + "=")
                                : argument.startsWith(option)));
  }

  private static List<String> patterns(List<String> lines, String keyword) {
    List<String> patterns = new ArrayList<>();
    for (String word : SettingsFile.words(lines, keyword)) {
      patterns.addAll(List.of(word.split(",", -1)));
    }
    return patterns;
  }

  private static boolean anyFits(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> SettingsFile.fits(pattern, name));
  }

  private static String commandLine(Program program) {
    String words = "process " + program.pid() + ", " + String.join(" ", program.arguments());
    StringBuilder line = new StringBuilder();
    words
        .chars()
        .limit(200)
        .map(c -> c < ' ' || c == 0x7f ? '?' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  private static Optional<PreflightManager> found(
      PreflightManager.Program program, String name, Sureness sureness, String evidence) {
    return Optional.of(new PreflightManager(program, name, sureness, evidence));
  }
}
