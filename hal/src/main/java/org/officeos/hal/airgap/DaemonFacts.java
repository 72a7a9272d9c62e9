package org.officeos.hal.airgap;

import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.IpPrefix;

/**
 * What the laptop's daemon is told by its configuration, and how its files are kept.
 *
 * @param fenced whether it puts up the fence around its group; true where it keeps no group
 * @param port where it listens, besides the group
 * @param targets the services that it asks on behalf of handhelds
 * @param files its folder, socket, trail and configuration
 */
public record DaemonFacts(boolean fenced, int port, List<Target> targets, List<Kept> files) {

  /** Nothing. */
  public static final DaemonFacts NONE = new DaemonFacts(true, 0, List.of(), List.of());

  /** Keeps copies. */
  public DaemonFacts {
    targets = List.copyOf(targets);
    files = List.copyOf(files);
  }

  /**
   * A service.
   *
   * @param key its key in the configuration, such as {@code image.url}
   * @param host as it is written
   * @param address what the host is, where it is an address; a name is not looked up
   * @param port 1 to 65535
   */
  public record Target(String key, String host, Optional<IpPrefix> address, int port) {}

  /**
   * A file or folder.
   *
   * @param what such as {@code control socket}
   * @param path where it is, harmless on a terminal
   * @param is how it is there
   * @param mode its permissions, 0 to 0777
   * @param most the permissions that it may have
   */
  public record Kept(String what, String path, State is, int mode, int most) {}

  /** How a file is there. */
  public enum State {
    /** As it should be. */
    THERE,
    /** It is not, and need not be: the daemon does not run. */
    NOT_YET,
    /** It is not, although the daemon has worked here. */
    MISSING,
    /** It is, and the daemon cannot write it. */
    NOT_WRITTEN,
    /** Nobody can tell: there is no such folder, or it may not be looked at. */
    NOT_SEEN
  }
}
