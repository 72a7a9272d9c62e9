package org.officeos.hal.airgap;

/**
 * Something that a program is told to do by a file.
 *
 * @param program whose
 * @param file where it stands, harmless on a terminal
 * @param key what is set, such as {@code cheevos_enable}; for a table of times, a command's name
 * @param value such as {@code true}; never a secret or a name of a person or a network
 */
public record ProgramSetting(Program program, String file, String key, String value) {

  /** The programs whose settings are read. */
  public enum Program {
    /** NetworkManager's test for the internet. */
    NETWORK_MANAGER,
    /** connman's. */
    CONNMAN,
    /** Commands at times. */
    CRON,
    /** RetroArch, and what its makers add. */
    RETROARCH,
    /** Settings of a handheld's own distribution. */
    DISTRIBUTION
  }
}
