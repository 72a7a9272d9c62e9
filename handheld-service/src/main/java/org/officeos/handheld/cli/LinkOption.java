package org.officeos.handheld.cli;

import java.util.Optional;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkSpec;
import picocli.CommandLine.Option;

/** The way to the laptop, for every command that goes it. */
final class LinkOption {

  static final String DEFAULT_LINK = "loopback:47100";

  @Option(
      names = "--link",
      paramLabel = "LINK",
      description = {
        "The way to the laptop: loopback:PORT, or",
        "wifi-direct[:INTERFACE] over the air (default wlan0), or",
        "namespace:ADDRESS:PORT with a private or link-local address (IPv6 in brackets). Never a"
            + " name, never a public address.",
        "Default: $OFFICEOS_LINK, or " + DEFAULT_LINK + "."
      })
  Optional<String> link = Optional.empty();

  /** The link, or a complaint about the command line. */
  LinkSpec spec(Machine machine) {
    String set = machine.environment().getOrDefault("OFFICEOS_LINK", "");
    try {
      return LinkSpec.parse(link.orElse(set.isEmpty() ? DEFAULT_LINK : set));
    } catch (LinkException e) {
      throw new UsageException(e.reason() + ": " + e.getMessage());
    }
  }
}
