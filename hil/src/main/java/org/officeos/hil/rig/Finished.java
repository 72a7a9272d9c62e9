package org.officeos.hil.rig;

import java.util.List;

/**
 * A program that ended.
 *
 * @param command as it was started, for failure messages
 * @param exit its exit code; 128 plus the signal's number where one ended it
 * @param out its standard output, line by line
 * @param err its standard error, line by line
 */
public record Finished(String command, int exit, List<String> out, List<String> err) {

  /** Everything, for a failure message. */
  public String describe() {
    return command
        + " ended with "
        + exit
        + "\n  out: "
        + String.join("\n       ", out)
        + "\n  err: "
        + String.join("\n       ", err);
  }
}
