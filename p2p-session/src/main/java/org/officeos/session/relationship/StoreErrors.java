package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.officeos.session.relationship.StoreException.Reason;

/** Turns what the operating system says into the closed list of reasons. */
final class StoreErrors {

  private StoreErrors() {}

  static StoreException from(IOException cause, Path where) {
    if (isFull(cause)) {
      return new StoreException(
          Reason.DISK_FULL, where, "make room on its file system and try again", cause);
    }
    return new StoreException(
        Reason.IO, where, "the operating system refused: " + cause.getMessage(), cause);
  }

  static StoreException from(FormatException cause, Path where) {
    String nextStep =
        cause.reason() == Reason.NEWER_VERSION
            ? cause.detail() + "; update this program"
            : cause.detail() + "; it was left as it is: restore it from a backup, or move it away";
    return new StoreException(cause.reason(), where, nextStep, cause);
  }

  static boolean isFull(IOException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left on device") || message.contains("quota exceeded");
  }
}
