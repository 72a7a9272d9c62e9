package org.officeos.handheld.cli;

import picocli.CommandLine;

/** {@code officeos p2p}: a look at Wi-Fi Direct itself. */
@CommandLine.Command(
    name = "p2p",
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks at Wi-Fi Direct on this device.")
final class P2pCommand {

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
