package org.officeos.handheld.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class CommonOptions {

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = {
        "Where relationships and sockets are kept.",
        "Default: $XDG_STATE_HOME/officeos, or",
        "~/.local/state/officeos."
      })
  Optional<Path> state = Optional.empty();

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
}
