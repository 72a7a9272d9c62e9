package org.officeos.hil.rig;

/** What the way to a device makes of a program's end. */
@FunctionalInterface
interface Ending {

  /**
   * The same end, where it is the program's own.
   *
   * @throws RigException where it was the way's
   */
  Finished check(Finished finished) throws RigException;
}
