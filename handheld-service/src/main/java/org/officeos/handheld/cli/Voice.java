package org.officeos.handheld.cli;

import java.util.List;
import org.officeos.hal.json.JsonObject;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.RequestListener;

/** How the command speaks: to a person, or to a script. */
interface Voice extends RequestListener {

  /**
   * Says one thing in both languages; only one is heard.
   *
   * @param event a JSON object whose first member is {@code event}
   * @param lines harmless lines for a person, on standard output
   */
  void say(JsonObject event, List<String> lines);

  /** The same for what is not the answer, on standard error for a person. */
  void note(JsonObject event, List<String> lines);

  /** Says why it failed; ends whatever line was being painted. */
  void problem(OfficeException e, int exitCode);

  /** The streamed answer is whole. */
  void endOfText();
}
