package org.officeos.laptop.daemon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.officeos.hal.airgap.DaemonFacts;
import org.officeos.hal.airgap.DaemonFacts.Kept;
import org.officeos.hal.airgap.DaemonFacts.State;
import org.officeos.hal.airgap.DaemonFacts.Target;
import org.officeos.hal.netlink.IpPrefix;
import org.officeos.hal.text.TerminalText;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.config.RadioConfig;
import org.officeos.laptop.config.ServiceConfig;
import org.officeos.laptop.control.ControlServer;
import org.officeos.laptop.store.SqliteStore;

/**
 * What an audit wants to know of a daemon: where its configuration sends it, and how its files are
 * kept. Looks at files' permissions and never into them; looks no name up.
 */
public final class DaemonFiles {

  private static final int PRIVATE_FOLDER = 0700;
  private static final int PRIVATE = 0600;
  private static final int NOT_WRITTEN_BY_OTHERS = 0755;
  private static final Pattern FOUR =
      Pattern.compile(
          "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}");

  private DaemonFiles() {}

  /**
   * The facts of one configuration.
   *
   * @param file where it was read from; empty for the built-in defaults
   */
  public static DaemonFacts facts(LaptopConfig config, Optional<Path> file) {
    List<Target> targets = new ArrayList<>();
    target("image.url", config.image()).ifPresent(targets::add);
    target("text.url", config.text()).ifPresent(targets::add);
    List<Kept> files = new ArrayList<>(state(config.stateDir()));
    file.ifPresent(
        each -> files.add(kept("configuration", each, NOT_WRITTEN_BY_OTHERS, State.NOT_SEEN)));
    for (ServiceConfig each : List.of(config.image(), config.text())) {
      each.apiKeyFile().ifPresent(key -> files.add(kept("key file", key, PRIVATE, State.MISSING)));
    }
    boolean fenced = config.radio().map(RadioConfig::fence).orElse(true);
    return new DaemonFacts(fenced, config.listen().port(), targets, files);
  }

  private static List<Kept> state(Path folder) {
    Kept itself = kept("state folder", folder, PRIVATE_FOLDER, State.NOT_SEEN);
    if (itself.is() != State.THERE) {
      return List.of(itself);
    }
    boolean used = Files.exists(folder.resolve(StateFolder.LOCK));
    State absent = used ? State.MISSING : State.NOT_YET;
    return List.of(
        itself,
        kept("control socket", folder.resolve(ControlServer.FILE), PRIVATE, State.NOT_YET),
        written(kept("audit trail", folder.resolve(SqliteStore.FILE), PRIVATE, absent), folder));
  }

  private static Kept kept(String what, Path path, int most, State absent) {
    String shown = TerminalText.sanitizeLine(path.toString());
    try {
      return new Kept(what, shown, State.THERE, mode(path), most);
    } catch (IOException e) {
      boolean gone = Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
      return new Kept(what, shown, gone ? absent : State.NOT_SEEN, 0, most);
    }
  }

  /** What its owner may not write, root may; the folder has to be the daemon's own for that. */
  private static Kept written(Kept trail, Path folder) {
    Path file = folder.resolve(SqliteStore.FILE);
    if (trail.is() != State.THERE) {
      return trail;
    }
    boolean owners = (trail.mode() & 0200) != 0 && Files.isWritable(file);
    boolean same = owner(file).isPresent() && owner(file).equals(owner(folder));
    State is = owners && same ? State.THERE : State.NOT_WRITTEN;
    return new Kept(trail.what(), trail.path(), is, trail.mode(), trail.most());
  }

  private static Optional<String> owner(Path path) {
    try {
      return Optional.of(Files.getOwner(path).getName());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int mode(Path path) throws IOException {
    return Files.getAttribute(path, "unix:mode") instanceof Integer mode ? mode & 0777 : 0777;
  }

  private static Optional<Target> target(String key, ServiceConfig service) {
    return service.url().map(url -> target(key, url));
  }

  private static Target target(String key, URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    int usual = "https".equals(url.getScheme()) ? 443 : 80;
    return new Target(key, host, address(host), url.getPort() < 0 ? usual : url.getPort());
  }

  /** Of what is no address nothing is asked, here or on the network. */
  private static Optional<IpPrefix> address(String host) {
    boolean six = host.startsWith("[");
    if (!six && !host.equals("localhost") && !FOUR.matcher(host).matches()) {
      return Optional.empty();
    }
    String literal = host.replaceAll("[\\[\\]]|%.*", "");
    try {
      byte[] octets =
          InetAddress.getByName(host.equals("localhost") ? "127.0.0.1" : literal).getAddress();
      return Optional.of(IpPrefix.of(octets, octets.length * Byte.SIZE));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
