package org.officeos.handheld.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which laptop is meant, for every command that means one. */
final class PeerOption {

  @Option(
      names = "--relationship",
      paramLabel = "ID",
      description = "Which laptop: an id, or at least its first four digits. Default: paired last.")
  Optional<String> relationship = Optional.empty();
}
