package org.officeos.hil.rig;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.officeos.hil.rig.RigException.Reason;

/**
 * A laptop and handhelds of flesh and blood, or whatever else lets ssh in: one OpenSSH client of
 * this machine for each program there. A program that is killed here is killed there; one whose
 * connection ends, or whose rig dies without a word, is ended there as well.
 *
 * <p>Each device has the product's folder, and gets a folder of the rig's own below its temporary
 * folder, which is taken away at the end. Programs there see {@code PATH}, {@code HOME}, {@code
 * LANG} and {@code OFFICEOS_JAVA}, and nothing else.
 */
public final class SshRig implements Rig {

  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final SshSettings settings;
  private final Path copies;
  private final Map<SshHost, String> bases = new LinkedHashMap<>();
  private final Map<String, SshDevice> handhelds = new LinkedHashMap<>();
  private final SshDevice laptop;

  /**
   * Reaches every device once.
   *
   * @param folder on this machine, for copies of the devices' files
   * @throws RigException {@code NOT_REACHABLE}, {@code HOST_KEY_UNKNOWN}, {@code HOST_KEY_CHANGED},
   *     {@code KEY_REFUSED}; {@code NOT_POSSIBLE_HERE} where this machine has no ssh, or a device
   *     not the product
   */
  public SshRig(SshSettings settings, Path folder) throws RigException {
    this.settings = settings;
    this.copies = folder.toAbsolutePath().normalize();
    try {
      prepare(settings.laptop(), "officeos-laptop");
      for (SshHost host : settings.handhelds()) {
        prepare(host, "officeos");
      }
    } catch (RigException e) {
      tidy();
      throw e;
    }
    this.laptop = device("laptop", settings.laptop(), "officeos-laptop");
  }

  private void prepare(SshHost host, String command) throws RigException {
    if (bases.containsKey(host)) {
      return;
    }
    Finished finished = shell(host).run(RemoteShell.PREPARE, List.of(launcher(command)));
    if (finished.exit() == RemoteShell.NO_FILE) {
      throw new RigException(
          Reason.NOT_POSSIBLE_HERE, host + " has no program " + launcher(command));
    }
    if (finished.exit() != 0 || finished.out().size() != 1) {
      throw new RigException(Reason.BROKEN, finished.describe());
    }
    bases.put(host, finished.out().get(0));
  }

  private SshShell shell(SshHost host) {
    return new SshShell(settings.access(), host);
  }

  private String launcher(String command) {
    return settings.product() + "/bin/" + command;
  }

  private SshDevice device(String name, SshHost host, String command) {
    Map<String, String> environment = new HashMap<>(Map.of("PATH", PATH, "LANG", "C.UTF-8"));
    settings.java().ifPresent(java -> environment.put("OFFICEOS_JAVA", java));
    String home = bases.getOrDefault(host, "/nonexistent") + "/" + name;
    return new SshDevice(
        name, shell(host), home, launcher(command), environment, copies.resolve(name));
  }

  @Override
  public Device laptop() {
    return laptop;
  }

  @Override
  public synchronized Device handheld(String name) {
    if (!name.matches("[a-zA-Z0-9_-]{1,32}") || name.equals("laptop")) {
      throw new IllegalArgumentException("not a handheld's name: " + name);
    }
    SshDevice known = handhelds.get(name);
    if (known == null) {
      List<SshHost> hosts = settings.handhelds();
      known = device(name, hosts.get(handhelds.size() % hosts.size()), "officeos");
      handhelds.put(name, known);
    }
    return known;
  }

  @Override
  public String listenAddress() {
    return settings.link().listenAddress();
  }

  @Override
  public String laptopSettings() {
    return settings.link().laptopSettings(settings.radio());
  }

  @Override
  public String link(int port) {
    return settings.link().option(port);
  }

  @Override
  public String describe() {
    return settings.link().words()
        + " between "
        + settings.laptop()
        + " and "
        + settings.handhelds()
        + ", driven over ssh";
  }

  @Override
  public synchronized void writeLogs(Path logs) throws RigException {
    laptop.writeLog(logs);
    for (SshDevice handheld : handhelds.values()) {
      handheld.writeLog(logs);
    }
  }

  @Override
  public synchronized void close() {
    handhelds.values().forEach(SshDevice::close);
    laptop.close();
    tidy();
  }

  private void tidy() {
    bases.forEach(
        (host, base) -> {
          try {
            shell(host).run(RemoteShell.TIDY, List.of(base));
          } catch (RigException e) {
            System.getLogger("hil").log(System.Logger.Level.WARNING, base + " stays on " + host, e);
          }
        });
    bases.clear();
  }
}
