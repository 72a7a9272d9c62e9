package org.officeos.hil;

import java.nio.file.Path;
import org.officeos.hil.rig.LoopbackRig;
import org.officeos.hil.rig.Rig;
import org.officeos.hil.rig.RigException;
import org.officeos.hil.rig.SshRig;
import org.officeos.hil.rig.SshSettings;

/** What scenarios of the main job run on: this machine, or devices that the command line names. */
final class Rigs {

  private static final String PROPERTY = "hil.rig";

  private Rigs() {}

  /**
   * The rig that the system property {@code hil.rig} names: {@code loopback}, or {@code ssh} with
   * the settings of {@link SshSettings#read}.
   *
   * @param folder for files on this machine
   */
  static Rig open(Path folder) throws RigException {
    String wanted = System.getProperty(PROPERTY, "loopback");
    return switch (wanted) {
      case "loopback" -> new LoopbackRig(Office.product(), folder);
      case "ssh" -> new SshRig(SshSettings.read(System::getProperty), folder);
      default -> throw new IllegalArgumentException(PROPERTY + " is loopback or ssh: " + wanted);
    };
  }
}
