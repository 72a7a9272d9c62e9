package org.officeos.hil.rig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link SshRig} is made of.
 *
 * @param laptop where the laptop is
 * @param handhelds where the handhelds are, at least one; handhelds beyond their number share them,
 *     each with files of its own
 * @param access how they let this machine in
 * @param product the folder with {@code bin/} in it, on each of them
 * @param java the Java command there; empty for the one that the product finds
 * @param link what is between them
 * @param radio the laptop's Wi-Fi interface
 */
public record SshSettings(
    SshHost laptop,
    List<SshHost> handhelds,
    SshAccess access,
    String product,
    Optional<String> java,
    SshLink link,
    String radio) {

  /** What all names of {@link #read} begin with. */
  public static final String PREFIX = "hil.ssh.";

  /** Refuses a rig without handhelds. */
  public SshSettings {
    handhelds = List.copyOf(handhelds);
    if (handhelds.isEmpty()) {
      throw new IllegalArgumentException("at least one handheld");
    }
    if (!radio.matches("[a-zA-Z0-9_.-]{1,15}")) {
      throw new IllegalArgumentException("not an interface: " + radio);
    }
  }

  /**
   * Reads the settings {@code laptop}, {@code handheld} (several with commas between), {@code
   * identity}, {@code known-hosts}, {@code product}, {@code java}, {@code link} ({@code
   * wifi-direct}), {@code radio} ({@code wlan0}) and {@code connect-timeout} (whole seconds, 10),
   * each with {@link #PREFIX} before its name.
   *
   * @param get what gives a setting, or null, such as {@code System::getProperty}
   * @throws IllegalArgumentException where one is missing or is not what it should be; it says
   *     which
   */
  public static SshSettings read(SettingSource get) {
    UnaryOperator<String> must =
        name -> {
          String value = get.of(PREFIX + name);
          if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(PREFIX + name + " is missing");
          }
          return value;
        };
    int seconds = Integer.parseInt(or(get.of(PREFIX + "connect-timeout"), "10"));
    return new SshSettings(
        SshHost.parse(must.apply("laptop")),
        Arrays.stream(must.apply("handheld").split(",", -1)).map(SshHost::parse).toList(),
        new SshAccess(
            Path.of(must.apply("identity")).toAbsolutePath(),
            Path.of(must.apply("known-hosts")).toAbsolutePath(),
            Duration.ofSeconds(seconds)),
        must.apply("product"),
        Optional.ofNullable(get.of(PREFIX + "java")),
        new SshLink(or(get.of(PREFIX + "link"), "wifi-direct")),
        or(get.of(PREFIX + "radio"), "wlan0"));
  }

  private static String or(@Nullable String value, String instead) {
    return value == null || value.isBlank() ? instead : value;
  }

  /** Where settings come from. */
  @FunctionalInterface
  public interface SettingSource {
    /** The setting of that name; null where there is none. */
    @Nullable String of(String name);
  }
}
