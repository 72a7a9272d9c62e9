package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.officeos.laptop.admin.DeviceAdmin;
import org.officeos.laptop.config.ConfigException;
import org.officeos.laptop.config.ConfigReader;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.daemon.DaemonException;
import org.officeos.laptop.daemon.StateFolder;
import org.officeos.session.relationship.FileRelationshipStore;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: the configuration, the terminal, the daemon. */
@Command(mixinStandardHelpOptions = true)
abstract class BaseCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration, TOML; see officeos-laptop check-config.")
  private @Nullable Path configFile;

  @Option(
      names = "--json",
      description = "One JSON object a line on standard output, for scripts; errors too.")
  private boolean json;

  boolean json() {
    return json;
  }

  Terminal terminal() {
    if (spec != null && spec.root().userObject() instanceof LaptopCli cli) {
      return cli.terminal();
    }
    throw new IllegalStateException("a command has its root");
  }

  /** The file that holds, if any. */
  @Nullable Path configPath() {
    if (configFile != null) {
      return configFile;
    }
    String config = terminal().environment().getOrDefault("XDG_CONFIG_HOME", "");
    Path folder =
        config.startsWith("/")
            ? Path.of(config)
            : Path.of(terminal().environment().getOrDefault("HOME", "/"), ".config");
    Path usual = folder.resolve("officeos-laptop.toml");
    return Files.exists(usual) ? usual : null;
  }

  LaptopConfig config() throws CliFailure {
    ConfigReader reader = new ConfigReader(terminal().environment());
    try {
      Path file = configPath();
      return file == null ? reader.defaults() : reader.read(file);
    } catch (ConfigException e) {
      throw new CliFailure(
          ExitStatus.CONFIGURATION, e.reason().name(), String.valueOf(e.getMessage()));
    }
  }

  /** Asks the running daemon. */
  ControlClient ask(LaptopConfig config, ObjectNode request) throws CliFailure {
    try {
      return ControlClient.ask(config.stateDir(), request);
    } catch (ControlException e) {
      throw failure(e);
    }
  }

  static CliFailure failure(ControlException e) {
    ExitStatus status =
        switch (e.reason()) {
          case UNREACHABLE, CLOSED -> ExitStatus.UNREACHABLE;
          case PATH_TOO_LONG -> ExitStatus.CONFIGURATION;
          case LINE_TOO_LONG, MALFORMED, BAD_REQUEST, BUSY, REFUSED, IO -> ExitStatus.REFUSED;
        };
    return new CliFailure(status, e.reason().name(), String.valueOf(e.getMessage()));
  }

  /** Runs something on the relationships themselves, because no daemon does. */
  <T> T onStore(LaptopConfig config, StoreWork<T> work) throws Exception {
    try {
      StateFolder.prepare(config.stateDir());
      try (RelationshipStore store =
          FileRelationshipStore.open(
              config.stateDir().resolve(StateFolder.RELATIONSHIPS),
              terminal().clock(),
              new SecureRandom())) {
        return work.run(new DeviceAdmin(store, terminal().clock(), new OnFiles(config.stateDir())));
      }
    } catch (DaemonException e) {
      throw new CliFailure(ExitStatus.REFUSED, e.reason().name(), String.valueOf(e.getMessage()));
    } catch (StoreException e) {
      throw new CliFailure(ExitStatus.REFUSED, e.reason().name(), String.valueOf(e.getMessage()));
    }
  }

  /** Something done with the relationships. */
  interface StoreWork<T> {
    T run(DeviceAdmin admin) throws Exception;
  }
}
