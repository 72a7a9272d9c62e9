package org.officeos.laptop.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import org.officeos.session.bytecode.Opcode;

/**
 * Everything the daemon is told. Immutable and checked; see config/officeos-laptop.toml for the
 * file.
 *
 * @param name how handhelds call this laptop, 1 to 64 characters
 * @param listen where handhelds connect
 * @param radio the radio on which handhelds find this laptop; empty for none
 * @param stateDir relationships, audit trail, usage and the control socket
 * @param pairingLifetime how long a new relationship lasts unless the handheld wishes less
 * @param image the service that draws
 * @param text the service that writes
 * @param limits what one device may use
 * @param defaultGrants what a newly paired device may ask for
 * @param auditKeepContent whether the audit trail keeps each encoded instruction, which has a
 *     person's words in it; without it a signature cannot be verified later
 * @param logLevel the daemon's own log
 */
public record LaptopConfig(
    String name,
    ListenAddress listen,
    Optional<RadioConfig> radio,
    Path stateDir,
    Duration pairingLifetime,
    ServiceConfig image,
    ServiceConfig text,
    LimitsConfig limits,
    SortedSet<Opcode> defaultGrants,
    boolean auditKeepContent,
    LogLevel logLevel) {

  /** How much the daemon says of itself. */
  public enum LogLevel {
    /** Faults of this program only. */
    ERROR,
    /** What somebody should look at. */
    WARN,
    /** One line for each request, start and stop. */
    INFO,
    /** Every step. */
    DEBUG
  }
}
