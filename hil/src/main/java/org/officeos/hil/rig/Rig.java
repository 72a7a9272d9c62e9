package org.officeos.hil.rig;

import java.nio.file.Path;

/**
 * One laptop and any number of handhelds, and the link between them. Nothing in it says how they
 * are reached, so that the same scenario runs on one machine, in the radio lab and on hardware.
 * Safe for use by several threads.
 */
public interface Rig extends AutoCloseable {

  /** The laptop. The same one at every call. */
  Device laptop();

  /**
   * A handheld, with state of its own.
   *
   * @param name tells handhelds apart; the same name is the same device
   */
  Device handheld(String name);

  /** The address that the laptop listens at, as its configuration takes it: without a port. */
  String listenAddress();

  /** Tables that the laptop's configuration needs for this link; empty where it needs none. */
  default String laptopSettings() {
    return "";
  }

  /**
   * What the handheld's {@code --link} takes to reach the laptop.
   *
   * @param port the session's port
   */
  String link(int port);

  /** In a few words: what is between the devices. */
  String describe();

  /**
   * Writes what every program said so far, one file for each device.
   *
   * @param logs the folder; made where it is not there
   */
  void writeLogs(Path logs) throws RigException;

  /** Ends every program that still runs, and takes the link down. Files stay until then. */
  @Override
  void close();
}
