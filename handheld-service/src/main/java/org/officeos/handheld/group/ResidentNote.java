package org.officeos.handheld.group;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.handheld.radio.Phase;

/**
 * What the resident {@code officeos link} tells other commands: who keeps the radio, for which
 * laptop, and the group while it stands.
 *
 * @param pid the resident's process
 * @param started when that process began, in the kernel's ticks since it booted (proc(5), stat,
 *     22nd field); 0 where nobody tells. Another process with the same number began at another
 *     time.
 * @param radio the radio's interface, such as {@code wlan0}
 * @param laptop the laptop's P2P Device Address
 * @param group the group, while it stands
 * @param phase where the resident stands; empty where its note does not tell
 * @param reason why its last attempt came to nothing
 */
public record ResidentNote(
    long pid,
    long started,
    String radio,
    MacAddress laptop,
    Optional<StandingGroup> group,
    Optional<Phase> phase,
    Optional<P2pReason> reason) {

  private static final long VERSION = 1;
  private static final int LONGEST_NAME = 15;

  /** The note of this process. */
  public static ResidentNote ofThisProcess(String radio, MacAddress laptop, GroupStatus status) {
    long me = ProcessHandle.current().pid();
    return new ResidentNote(
        me,
        startOf(me),
        radio,
        laptop,
        status.standing(),
        Optional.of(status.phase()),
        status.reason());
  }

  /** How the resident stands, as far as its note tells. */
  public GroupStatus status() {
    return new GroupStatus(
        phase.orElse(Phase.STOPPED), reason, Optional.empty(), group, Optional.empty());
  }

  /** Whether the process that wrote it lives. */
  public boolean isAlive() {
    return ProcessHandle.of(pid).isPresent() && (started == 0 || startOf(pid) == started);
  }

  /** The name before it, in parentheses, may hold anything; after it come 20 fields and more. */
  private static long startOf(long process) {
    try {
      Path stat = Path.of("/proc", Long.toString(process), "stat");
      String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
      return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[19]);
    } catch (IOException | RuntimeException notTold) {
      return 0;
    }
  }

  /** One line of JSON. */
  JsonObject toJson() {
    JsonObject object =
        new JsonObject()
            .put("version", VERSION)
            .put("pid", pid)
            .put("started", started)
            .put("radio", radio)
            .put("laptop", laptop.toString())
            .putIf("phase", phase.map(Enum::name))
            .putIf("reason", reason.map(Enum::name));
    group.ifPresent(
        standing ->
            object
                .put("interface", standing.interfaceName())
                .put("own", standing.own().toString())
                .put("owner", standing.owner().toString()));
    return object;
  }

  /** Reads {@link #toJson}; empty for anything else. */
  static Optional<ResidentNote> parse(String text) {
    try {
      if (text.length() > PrivateFile.LONGEST
          || !(JsonReader.read(text.strip()) instanceof JsonValue.Obj object)
          || !object.number("version").equals(OptionalLong.of(VERSION))) {
        return Optional.empty();
      }
      MacAddress laptop = MacAddress.parse(object.text("laptop").orElse(""));
      String radio = name(object, "radio");
      long pid = object.number("pid").orElse(0);
      if (pid <= 0) {
        return Optional.empty();
      }
      Optional<StandingGroup> group =
          object.text("interface").isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new StandingGroup(
                      name(object, "interface"),
                      address(object, "own"),
                      address(object, "owner"),
                      laptop));
      return Optional.of(
          new ResidentNote(
              pid,
              object.number("started").orElse(0),
              radio,
              laptop,
              group,
              constant(Phase.values(), object.text("phase")),
              constant(P2pReason.values(), object.text("reason"))));
    } catch (JsonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, Optional<String> name) {
    return Arrays.stream(all).filter(each -> Optional.of(each.name()).equals(name)).findFirst();
  }

  private static String name(JsonValue.Obj object, String member) {
    String name = object.text(member).orElse("");
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.contains("/")) {
      throw new IllegalArgumentException("not an interface");
    }
    return name;
  }

  private static Ipv4 address(JsonValue.Obj object, String member) {
    String[] parts = object.text(member).orElse("").split("\\.", -1);
    byte[] octets = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches("0|[1-9][0-9]{0,2}")) {
        throw new IllegalArgumentException("not an address");
      }
      int octet = Integer.parseInt(parts[i]);
      if (octet > 255) {
        throw new IllegalArgumentException("not an address");
      }
      octets[i] = (byte) octet;
    }
    return Ipv4.of(octets);
  }
}
