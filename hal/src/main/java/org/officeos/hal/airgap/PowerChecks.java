package org.officeos.hal.airgap;

import java.util.List;
import java.util.Set;

/** Whether ordinary users can undo the lockdown. */
final class PowerChecks {

  private static final int SET_USER = 04000;
  private static final int SET_GROUP = 02000;
  private static final int WRITTEN_BY_OTHERS = 0022;
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "zsh", "su", "env", "python3", "perl", "vi", "vim");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.UNDOING,
              "no tool for networks, filters or modules runs with root's rights for anybody but"
                  + " root",
              "chmod u-s,g-s,go-w FILE; setcap -r FILE; take NOPASSWD off the line",
              PowerChecks::undoing));

  private PowerChecks() {}

  private static void undoing(Sheet sheet) {
    Powers powers = sheet.read(Part.POWERS, Powers.NONE);
    for (Powers.Tool each : powers.files()) {
      if ((each.mode() & (SET_USER | SET_GROUP)) != 0) {
        boolean user = (each.mode() & SET_USER) != 0;
        sheet.fail(Part.POWERS, each.path(), user ? "is set-user-id" : "is set-group-id");
      }
      if (each.capable()) {
        sheet.fail(Part.POWERS, each.path(), "has capabilities of its own");
      }
      if ((each.mode() & WRITTEN_BY_OTHERS) != 0) {
        sheet.fail(Part.POWERS, each.path(), "can be written by others than root");
      }
    }
    for (Powers.FreeCommands line : powers.commands()) {
      line.commands().stream()
          .filter(PowerChecks::undoes)
          .findFirst()
          .ifPresent(each -> sheet.fail(Part.POWERS, line.place(), "lets run " + shown(each)));
    }
  }

  private static boolean undoes(String command) {
    String name = name(command);
    boolean known = name.contains("*") || Powers.TOOLS.contains(name) || SHELLS.contains(name);
    return !command.startsWith("!") && (known || command.equals("ALL"));
  }

  private static String name(String command) {
    String program = command.split("\\s+", 2)[0];
    boolean folder = program.endsWith("/");
    return folder ? "*" : program.substring(program.lastIndexOf('/') + 1);
  }

  private static String shown(String command) {
    return (command.equals("ALL") ? "everything" : name(command)) + " without a password";
  }
}
