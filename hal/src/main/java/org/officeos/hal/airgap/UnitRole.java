package org.officeos.hal.airgap;

import java.util.Set;

/** What a service of ours is for, told by how its name begins, and the most that it may. */
enum UnitRole {
  FILTER("officeos-filter", Set.of("CAP_NET_ADMIN"), Set.of("AF_UNIX", "AF_NETLINK")),
  GUARD("officeos-guard", Set.of("CAP_NET_ADMIN"), Set.of("AF_UNIX", "AF_NETLINK")),
  SUPPLICANT(
      "officeos-supplicant",
      Set.of("CAP_NET_ADMIN", "CAP_NET_RAW"),
      Set.of("AF_UNIX", "AF_INET", "AF_NETLINK", "AF_PACKET")),
  LINK("officeos-link", Set.of("CAP_NET_ADMIN"), Set.of("AF_UNIX", "AF_INET", "AF_NETLINK")),
  /** A helper of those. */
  OTHER("officeos-", Set.of(), Set.of());

  private final String name;
  private final Set<String> capabilities;
  private final Set<String> families;

  UnitRole(String name, Set<String> capabilities, Set<String> families) {
    this.name = name;
    this.capabilities = capabilities;
    this.families = families;
  }

  /**
   * The name ends there, or goes on with another word, as of a template or a second one; those
   * inside the radio's jail are called {@code officeos-jail-filter} and so on.
   */
  static UnitRole of(String service) {
    String unit = service.replaceFirst("^officeos-jail-", "officeos-");
    for (UnitRole each : values()) {
      if (unit.startsWith(each.name + ".")
          || unit.startsWith(each.name + "@")
          || unit.startsWith(each.name + "-")) {
        return each;
      }
    }
    return OTHER;
  }

  String unit() {
    return name + ".service";
  }

  Set<String> capabilities() {
    return capabilities;
  }

  Set<String> families() {
    return families;
  }
}
