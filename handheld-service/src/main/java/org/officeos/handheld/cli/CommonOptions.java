package org.officeos.handheld.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkSpec;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class CommonOptions {

  static final String DEFAULT_LINK = "loopback:47100";

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = {
        "Where relationships and sockets are kept.",
        "Default: $XDG_STATE_HOME/officeos, or ~/.local/state/officeos."
      })
  Optional<Path> state = Optional.empty();

  @Option(
      names = "--link",
      paramLabel = "LINK",
      description = {
        "The way to the laptop: loopback:PORT, or namespace:ADDRESS:PORT with a private or"
            + " link-local address (IPv6 in brackets). Never a name, never a public address.",
        "Default: $OFFICEOS_LINK, or " + DEFAULT_LINK + "."
      })
  Optional<String> link = Optional.empty();

  @Option(
      names = "--relationship",
      paramLabel = "ID",
      description = "Which laptop: an id, or at least its first four digits. Default: paired last.")
  Optional<String> relationship = Optional.empty();

  @Option(names = "--json", description = "Say everything as one JSON object a line.")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  Path stateFolder(Machine machine) {
    if (state.isPresent()) {
      return state.get().toAbsolutePath();
    }
    String xdg = machine.environment().getOrDefault("XDG_STATE_HOME", "");
    Path base =
        xdg.startsWith("/") ? Path.of(xdg) : machine.home().resolve(".local").resolve("state");
    return base.resolve("officeos");
  }

  /** The link, or a complaint about the command line. */
  LinkSpec link(Machine machine) {
    try {
      return LinkSpec.parse(linkText(machine));
    } catch (LinkException e) {
      throw new UsageException(e.reason() + ": " + e.getMessage());
    }
  }

  String linkText(Machine machine) {
    String set = machine.environment().getOrDefault("OFFICEOS_LINK", "");
    return link.orElse(set.isEmpty() ? DEFAULT_LINK : set);
  }
}
