package org.officeos.handheld.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;
import org.officeos.hal.guard.GuardKernel;
import org.officeos.hal.linux.NetlinkException;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkProvider;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.handheld.link.RadioSetup;
import org.officeos.handheld.screen.TerminalSize;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/**
 * Everything around the command that is not its own: streams, environment, clocks, disk, store,
 * sockets. {@link Main} brings the real ones, tests their own.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminals which of the three are terminals
 * @param environment the process's environment
 * @param home the person's home folder
 * @param clock wall time
 * @param nanos a clock that never runs backwards, in nanoseconds
 * @param randoms the source of request ids and keys, which costs something to open
 * @param stores opens the relationship store
 * @param endpoints makes the session endpoint
 * @param links makes the way to the laptop over TCP
 * @param disk writes new files
 * @param radios Wi-Fi Direct on this machine
 * @param guards the kernel, for the guard of the air gap
 */
record Machine(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminals terminals,
    Map<String, String> environment,
    Path home,
    InstantSource clock,
    LongSupplier nanos,
    Randoms randoms,
    Stores stores,
    Endpoints endpoints,
    Links links,
    Disk disk,
    Radios radios,
    Guards guards) {

  /** Which standard streams are terminals, and how large the terminal is. */
  interface Terminals {
    boolean in();

    boolean out();

    boolean err();

    TerminalSize size();
  }

  /** The source of request ids and keys. */
  SecureRandom random() {
    return randoms.open();
  }

  /** Opens the source of request ids and keys, the first time that it is asked for. */
  interface Randoms {
    SecureRandom open();
  }

  /** Opens the relationship store of a folder. */
  interface Stores {
    RelationshipStore open(Path folder, InstantSource clock, SecureRandom random)
        throws StoreException;
  }

  /** Makes an endpoint over a store. */
  interface Endpoints {
    SessionEndpoint make(RelationshipStore store);
  }

  /** Makes the way over TCP that a specification names. */
  interface Links {
    LinkProvider make(LinkSpec.Tcp spec) throws LinkException;
  }

  /** Writes a file that is not there yet, down to the device. */
  interface Disk {
    void writeNew(Path file, byte[] bytes) throws IOException;
  }

  /**
   * Opens the kernel for the guard of the air gap; it is for the calling thread. With {@code
   * filter} the guard may load the packet filter.
   */
  interface Guards {
    GuardKernel open(boolean filter) throws NetlinkException;
  }

  /** Wi-Fi Direct on this machine. */
  interface Radios {
    /**
     * Looks at the kernel, its files and, asking for {@code interfaceName}, the message bus; never
     * fails, since what cannot be seen is a fact too.
     */
    PreflightFacts look(String interfaceName);

    /** Opens the radio as it is: a supplicant that does not have the interface is not given it. */
    WifiP2p watch(String interfaceName);

    /** What a link over the air is made of; nothing is opened yet. */
    RadioSetup setup(String interfaceName, DeviceSettings settings, AirPatience patience)
        throws LinkException;
  }
}
