package org.officeos.hil.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.officeos.hil.rig.Device;
import org.officeos.hil.rig.RigException;

/** {@code officeos} on one handheld, always over the same link. */
public final class HandheldDriver {

  private static final Set<String> LOCAL = Set.of("relationships", "cancel");

  private final Device device;
  private final String link;

  /**
   * A driver.
   *
   * @param link as {@code --link} takes it
   */
  public HandheldDriver(Device device, String link) {
    this.device = device;
    this.link = link;
  }

  /** The device. */
  public Device device() {
    return device;
  }

  /** Starts a command; {@code --json}, and {@code --link} where it connects, are added. */
  public Asked start(String... words) throws RigException {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add("--json");
    if (!LOCAL.contains(words[0])) {
      arguments.addAll(List.of("--link", link));
    }
    return new Asked(device.start(arguments));
  }

  /** Starts {@code officeos link}, which keeps this device in its laptop's group. */
  public Asked resident() throws RigException {
    return new Asked(device.start(List.of("link", "--json")));
  }

  /** Runs a command to its end. */
  public Said ask(String... words) throws RigException {
    return start(words).end();
  }
}
