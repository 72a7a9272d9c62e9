package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.officeos.laptop.admin.AdminException;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.ControlException;

/** One question with one answer: to the running daemon, or to the files where none runs. */
final class DaemonOrStore {

  private DaemonOrStore() {}

  /**
   * The one event that answers.
   *
   * @param offline the same, on the files
   */
  static ObjectNode answer(
      BaseCommand command,
      LaptopConfig config,
      ObjectNode request,
      BaseCommand.StoreWork<ObjectNode> offline)
      throws Exception {
    ControlClient client;
    try {
      client = ControlClient.ask(config.stateDir(), request);
    } catch (ControlException e) {
      if (e.reason() != ControlException.Reason.UNREACHABLE) {
        throw BaseCommand.failure(e);
      }
      return onFiles(command, config, offline);
    }
    try (client) {
      return client
          .next()
          .orElseThrow(
              () ->
                  new ControlException(
                      ControlException.Reason.CLOSED, "the daemon gave no answer; see its log"));
    } catch (ControlException e) {
      throw BaseCommand.failure(e);
    }
  }

  private static ObjectNode onFiles(
      BaseCommand command, LaptopConfig config, BaseCommand.StoreWork<ObjectNode> offline)
      throws Exception {
    try {
      return command.onStore(config, offline);
    } catch (AdminException e) {
      throw new CliFailure(ExitStatus.REFUSED, e.reason().name(), String.valueOf(e.getMessage()));
    }
  }
}
