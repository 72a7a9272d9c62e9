package org.officeos.laptop.cli;

import java.util.concurrent.CountDownLatch;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.daemon.CompilerFault;
import org.officeos.laptop.daemon.DaemonException;
import org.officeos.laptop.daemon.LaptopDaemon;
import picocli.CommandLine.Command;

/** Runs the daemon until it is asked to end. */
@Command(
    name = "serve",
    description = {
      "Run the daemon until it is asked to end.",
      "",
      "Prints one line when it accepts handhelds, \"ready: …\" with the address, or with --json "
          + "{\"event\":\"ready\",\"listen\":\"127.0.0.1:47100\",\"pid\":…}; its log follows on the same "
          + "standard output. SIGTERM and SIGINT let running work end for a few seconds, close every "
          + "session properly, and end with exit code 0."
    })
final class ServeCommand extends BaseCommand {

  private static final String COMPILER_FAULT =
      "this Java ("
          + Runtime.version()
          + ") has been seen to compute wrong signatures on a processor like this one: start with "
          + "bin/officeos-laptop, or give java "
          + CompilerFault.CURE
          + ", or use Java 25";

  @Override
  public Integer call() throws Exception {
    LaptopConfig config = config();
    if (CompilerFault.present()) {
      throw new CliFailure(ExitStatus.REFUSED, "COMPILER_FAULT", COMPILER_FAULT);
    }
    LogSetup.apply(config.logLevel(), terminal().environment());
    CountDownLatch ended = new CountDownLatch(1);
    ServiceWord manager = ServiceWord.from(terminal().environment());
    try {
      LaptopDaemon daemon = LaptopDaemon.start(config);
      terminal()
          .onTermination()
          .accept(
              () -> {
                manager.stopping();
                daemon.close();
                ended.countDown();
              });
      announce(config, daemon.listen(), manager);
    } catch (DaemonException e) {
      ExitStatus status =
          e.reason() == DaemonException.Reason.SERVICE
              ? ExitStatus.CONFIGURATION
              : ExitStatus.REFUSED;
      throw new CliFailure(status, e.reason().name(), String.valueOf(e.getMessage()));
    }
    ended.await();
    return LaptopCli.ENDED_BY_SIGNAL;
  }

  /** Only once a signal ends the daemon properly: whoever reads this may send one at once. */
  private void announce(LaptopConfig config, String address, ServiceWord manager) {
    if (json()) {
      long pid = ProcessHandle.current().pid();
      terminal().out().println(Json.event("ready").put("listen", address).put("pid", pid));
    } else {
      terminal().out().println("ready: \"" + config.name() + "\" serves handhelds on " + address);
    }
    terminal().out().flush();
    manager.ready("serves handhelds on " + address);
  }
}
