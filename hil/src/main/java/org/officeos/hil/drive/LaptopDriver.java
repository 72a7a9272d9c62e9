package org.officeos.hil.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.officeos.hil.rig.Device;
import org.officeos.hil.rig.Rig;
import org.officeos.hil.rig.RigException;

/** {@code officeos-laptop} on the laptop: its daemon, and the commands that talk to it. */
public final class LaptopDriver {

  private static final String CONFIG = "laptop.toml";

  private final Rig rig;
  private final Device device;
  private final String config;
  private int port;

  /**
   * A driver; nothing runs yet.
   *
   * @param config the configuration file's text, without {@code listen}
   */
  public LaptopDriver(Rig rig, String config) {
    this.rig = rig;
    this.device = rig.laptop();
    this.config = config;
  }

  private void writeConfig() throws RigException {
    String listen = "listen = \"" + rig.listenAddress() + ":" + port + "\"\n";
    device.put(CONFIG, (listen + config + rig.laptopSettings()).getBytes(UTF_8));
  }

  /** The device. */
  public Device device() {
    return device;
  }

  /** Starts the daemon and waits until it serves. Started again, it listens at the same port. */
  public Asked serve() throws RigException {
    writeConfig();
    Asked daemon = start("serve");
    String listen = daemon.await("ready").path("listen").asText();
    port = Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
    return daemon;
  }

  /** What a handheld's {@code --link} takes to reach the daemon. */
  public String link() {
    return rig.link(port);
  }

  /** The port that the daemon listens at. */
  public int port() {
    return port;
  }

  /** Starts a command; {@code --json} and {@code --config} are added. */
  public Asked start(String... words) throws RigException {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--json", "--config", device.home() + "/" + CONFIG));
    return new Asked(device.start(arguments));
  }

  /** Runs a command to its end. */
  public Said ask(String... words) throws RigException {
    return start(words).end();
  }
}
