package org.officeos.hil.rig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One device of a rig: the product's command on it, and its files. */
public interface Device {

  /** What it is called in failure messages, such as {@code laptop}. */
  String name();

  /**
   * Starts the device's command ({@code officeos} or {@code officeos-laptop}) and returns at once.
   *
   * @param arguments as a person would type them after the command's name
   * @throws RigException {@code NOT_STARTED}
   */
  Running start(List<String> arguments) throws RigException;

  /**
   * Starts any other program on the device, such as the services that a laptop asks.
   *
   * @param command the program and its arguments
   * @throws RigException {@code NOT_STARTED}
   */
  Running startProgram(List<String> command) throws RigException;

  /**
   * Runs the command to its end.
   *
   * @param limit after which it is killed
   * @throws RigException {@code NOT_STARTED}, {@code TIMED_OUT}
   */
  default Finished run(Duration limit, List<String> arguments) throws RigException {
    return start(arguments).await(limit);
  }

  /**
   * Where the device's files are, as the device itself names the folder: its home. Programs on it
   * keep their state below.
   */
  String home();

  /**
   * Puts a file on the device.
   *
   * @param name below {@link #home()}
   */
  void put(String name, byte[] content) throws RigException;

  /**
   * Fetches a file from the device.
   *
   * @param name below {@link #home()}
   * @return a copy on this machine
   * @throws RigException {@code NO_SUCH_FILE}
   */
  Path collect(String name) throws RigException;
}
