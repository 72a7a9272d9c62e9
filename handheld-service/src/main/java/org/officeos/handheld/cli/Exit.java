package org.officeos.handheld.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.officeos.handheld.client.Outcome;

/** How the command ends: the one table behind the help text and the documentation. */
enum Exit {
  DONE(0, "Done."),
  REFUSED(1, "The laptop, or a service behind it, refused or failed."),
  NO_CONNECTION(2, "No connection to the laptop, or it was lost."),
  CANCELLED(3, "Cancelled: by Ctrl-C while something was under way, or by officeos cancel."),
  NOT_PAIRED(4, "Not paired, not confirmed, expired or revoked."),
  THIS_DEVICE(5, "This device: its disk, its files, its store, its clock or its radio."),
  USAGE(64, "The command line is wrong."),
  FAULT(70, "A fault of this program."),
  INTERRUPTED(130, "Ctrl-C while nothing was under way.");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  static Exit of(Outcome outcome) {
    return switch (outcome) {
      case REFUSED -> REFUSED;
      case NO_CONNECTION -> NO_CONNECTION;
      case CANCELLED -> CANCELLED;
      case NOT_PAIRED -> NOT_PAIRED;
      case THIS_DEVICE -> THIS_DEVICE;
      case FAULT -> FAULT;
    };
  }

  static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (Exit exit : values()) {
      table.put(Integer.toString(exit.code), exit.meaning);
    }
    return table;
  }
}
