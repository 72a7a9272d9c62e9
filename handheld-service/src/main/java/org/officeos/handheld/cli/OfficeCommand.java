package org.officeos.handheld.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The command {@code officeos} and its sub-commands. */
@CommandLine.Command(
    name = "officeos",
    description = {
      "Asks the paired laptop for pictures and texts.",
      "This device is air-gapped: it speaks only with its laptop, over an encrypted session, and"
          + " the laptop asks the services that its configuration names and its permissions allow."
    },
    footer = {
      "%nWith --json every line of standard output is one JSON object; see docs/cli-handheld.md.",
      "Ctrl-C while something is under way cancels it on the laptop too."
    })
final class OfficeCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** Runs one command line; never ends the process. */
  static int run(Machine machine, Interruption interruption, String... arguments) {
    List<String> words = List.of(arguments);
    Optional<GuardCommand> guard = GuardLine.read(machine, interruption, words);
    if (guard.isPresent()) {
      return guard.get().call();
    }
    Optional<AuditCommand> audit = AuditLine.read(machine, words);
    if (audit.isPresent()) {
      return run(audit.get(), writer(machine.err()));
    }
    CommandLine line = commandLine(machine, interruption);
    int exit = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return exit;
  }

  private static int run(AuditCommand audit, PrintWriter err) {
    try {
      return audit.call();
    } catch (UsageException e) {
      return complain(err, "officeos audit", String.valueOf(e.getMessage()));
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  static CommandLine commandLine(Machine machine, Interruption interruption) {
    CommandLine line =
        new CommandLine(new OfficeCommand())
            .addSubcommand(new PairCommand(machine, interruption))
            .addSubcommand(new ImageCommand(machine, interruption))
            .addSubcommand(new CompleteCommand(machine, interruption))
            .addSubcommand(new ChatCommand(machine, interruption))
            .addSubcommand(new StatusCommand(machine, interruption))
            .addSubcommand(new RelationshipsCommand(machine, interruption))
            .addSubcommand(new RenewCommand(machine, interruption))
            .addSubcommand(new RevokeCommand(machine, interruption))
            .addSubcommand(new CancelCommand(machine, interruption))
            .addSubcommand(new LinkCommand(machine, interruption))
            .addSubcommand(new GuardCommand(machine, interruption))
            .addSubcommand(new AuditCommand(machine))
            .addSubcommand(
                new CommandLine(new P2pCommand())
                    .addSubcommand(new PreflightCommand(machine, interruption))
                    .addSubcommand(new P2pStatusCommand(machine, interruption))
                    .addSubcommand(new P2pPeersCommand(machine, interruption))
                    .addSubcommand(new P2pDumpCommand(machine, interruption)));
    line.setOut(writer(machine.out()));
    line.setErr(writer(machine.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(80);
    line.setParameterExceptionHandler(
        (e, args) -> complain(e.getCommandLine(), String.valueOf(e.getMessage())));
    line.setExecutionExceptionHandler((e, where, parsed) -> failed(e, where));
    line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
    line.getCommandSpec().usageMessage().exitCodeList(Exit.table());
    return line;
  }

  private static int failed(Exception e, CommandLine where) throws Exception {
    if (e instanceof UsageException usage) {
      return complain(where, String.valueOf(usage.getMessage()));
    }
    throw e;
  }

  private static int complain(CommandLine where, String message) {
    return complain(where.getErr(), where.getCommandSpec().qualifiedName(), message);
  }

  private static int complain(PrintWriter err, String command, String message) {
    err.println("officeos: " + message);
    err.println("  See " + command + " --help.");
    return Exit.USAGE.code();
  }
}
