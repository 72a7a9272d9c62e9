package org.officeos.hil.rig;

import java.util.List;
import java.util.Optional;
import org.officeos.hil.rig.RigException.Reason;

/** What ssh itself says on its way out, with exit code 255, as a reason. */
final class SshComplaint {

  /** How ssh ends where it failed itself; a program there may end so as well. */
  static final int EXIT = 255;

  private static final int LAST_LINES = 24;

  private SshComplaint() {}

  /** The reason; empty where the words are none of ssh's. */
  static Optional<Reason> reason(Finished finished) {
    if (finished.exit() != EXIT) {
      return Optional.empty();
    }
    List<String> lines = finished.err();
    String last =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    if (last.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")) {
      return Optional.of(Reason.HOST_KEY_CHANGED);
    }
    if (last.contains("Host key verification failed")) {
      return Optional.of(Reason.HOST_KEY_UNKNOWN);
    }
    if (last.contains(": Permission denied (")) {
      return Optional.of(Reason.KEY_REFUSED);
    }
    if (any(last, "ssh: connect to host ", "ssh: Could not resolve hostname ")
        || any(last, "kex_exchange_identification: ", "Connection timed out during banner")) {
      return Optional.of(Reason.NOT_REACHABLE);
    }
    return any(last, "closed by remote host", "not responding", "client_loop: ", "Broken pipe")
        ? Optional.of(Reason.CONNECTION_LOST)
        : Optional.empty();
  }

  /** The same program's end, unless ssh failed. */
  static Finished check(Finished finished) throws RigException {
    Optional<Reason> reason = reason(finished);
    if (reason.isPresent()) {
      throw new RigException(reason.get(), finished.describe());
    }
    return finished;
  }

  private static boolean any(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
