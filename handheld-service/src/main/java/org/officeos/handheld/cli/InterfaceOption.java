package org.officeos.handheld.cli;

import picocli.CommandLine.Option;

/** Which radio, for commands that look at it or keep it. */
final class InterfaceOption {

  @Option(
      names = "--interface",
      paramLabel = "NAME",
      defaultValue = "wlan0",
      description = "The radio's interface. Default: ${DEFAULT-VALUE}.")
  String name = "wlan0";

  /** The name, or a complaint about the command line. */
  String checked() {
    if (!name.matches("[^/\\s]{1,15}")) {
      throw new UsageException("--interface wants the name of an interface, such as wlan0.");
    }
    return name;
  }
}
