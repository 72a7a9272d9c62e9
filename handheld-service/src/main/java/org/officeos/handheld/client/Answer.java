package org.officeos.handheld.client;

import java.util.Optional;
import org.officeos.session.bytecode.Meta;

/**
 * A text that came whole.
 *
 * @param text as the laptop sent it; make it harmless before it meets a terminal
 * @param report what it cost
 */
public record Answer(String text, Report report) {

  /** Why the model stopped: {@code stop}, {@code length}, …; the laptop's word. */
  public Optional<String> finish() {
    return report.response().text(Meta.FINISH);
  }
}
