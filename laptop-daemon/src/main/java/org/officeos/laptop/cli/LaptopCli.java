package org.officeos.laptop.cli;

import java.io.PrintWriter;
import org.officeos.laptop.control.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command and what all commands share: parsing, complaints, exit codes. */
@Command(
    name = "officeos-laptop",
    version = "officeos-laptop 0.1.0",
    description = {
      "The laptop's end of OfficeOS: serves paired handhelds, checks what each may do, and asks",
      "image and language services on their behalf."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "   0  done; also a daemon that was asked to end (SIGTERM, SIGINT) and did",
      "   1  refused or failed; the message names the cause and the next step",
      "   2  no daemon answers; start it: officeos-laptop serve",
      "  64  arguments that mean nothing",
      "  70  a fault of this program",
      "  78  the configuration is not taken; the message names the key and the line",
      "",
      "Configuration: --config FILE, else $XDG_CONFIG_HOME/officeos-laptop.toml",
      "(~/.config/officeos-laptop.toml), else built-in defaults."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      ServeCommand.class,
      PairCommand.class,
      DevicesCommand.class,
      PermitCommand.class,
      RevokeCommand.class,
      AuditCommand.class,
      StatusCommand.class,
      CheckConfigCommand.class
    })
final class LaptopCli implements Runnable {

  /** The process ends by its own termination, not by this return. */
  static final int ENDED_BY_SIGNAL = -1;

  private final Terminal terminal;

  @Spec CommandSpec spec;

  private LaptopCli(Terminal terminal) {
    this.terminal = terminal;
    this.spec = CommandSpec.create();
  }

  Terminal terminal() {
    return terminal;
  }

  /** Runs one command; its exit code. */
  static int run(Terminal terminal, String... arguments) {
    CommandLine line = new CommandLine(new LaptopCli(terminal));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setUsageHelpWidth(96);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setExitCodeExceptionMapper(fault -> ExitStatus.FAULT.code());
    line.setParameterExceptionHandler(LaptopCli::badArguments);
    line.setExecutionExceptionHandler((fault, command, parsed) -> failed(terminal, fault, command));
    int status = line.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return status;
  }

  private static int badArguments(ParameterException fault, String[] arguments) {
    PrintWriter err = fault.getCommandLine().getErr();
    err.println("officeos-laptop: " + fault.getMessage());
    err.println("see: " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.USAGE.code();
  }

  private static int failed(Terminal terminal, Exception fault, CommandLine command) {
    if (!(fault instanceof CliFailure failure)) {
      terminal.err().println("officeos-laptop: a fault of this program: " + fault);
      return ExitStatus.FAULT.code();
    }
    if (command.getCommand() instanceof BaseCommand base && base.json()) {
      terminal.out().println(Json.error(failure.reason(), String.valueOf(failure.getMessage())));
    } else {
      terminal.err().println("officeos-laptop: " + failure.getMessage());
    }
    return failure.status().code();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
