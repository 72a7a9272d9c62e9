package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.guard.GuardLoop;
import org.officeos.hal.guard.GuardRecord;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.linux.lib.NetworkNamespace;

/** A network namespace of a test's own in which nothing stands open, and the guards in it. */
final class GuardRoom implements AutoCloseable {

  /** What the guards in it wrote down, from whichever thread. */
  final List<GuardRecord> records = new CopyOnWriteArrayList<>();

  private final NetworkNamespace inside;
  private final List<LinuxGuardKernel> kernels = new ArrayList<>();

  private GuardRoom(NetworkNamespace inside) {
    this.inside = inside;
  }

  /** A new one; the test is left out where this process may not make any. */
  static GuardRoom make() throws Exception {
    Optional<NetworkNamespace> made = NetworkNamespace.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for a network namespace");
    GuardRoom room = new GuardRoom(made.get());
    room.run("ip", "link", "set", "lo", "up");
    // A new namespace may begin with the machine's own settings.
    for (String each : List.of("ipv4/ip_forward", "ipv6/conf/all/forwarding")) {
      if (room.has(each)) {
        room.write(each, "0");
      }
    }
    return room;
  }

  NetworkNamespace inside() {
    return inside;
  }

  /** Runs a program inside and gives what it writes. */
  String run(String... words) throws Exception {
    return inside.run(words);
  }

  private static Path setting(String name) {
    return Path.of("/proc/sys/net").resolve(name);
  }

  /** Whether this kernel has a setting, such as {@code ipv4/ip_forward}. */
  boolean has(String setting) throws Exception {
    return inside.call(() -> Files.exists(setting(setting)));
  }

  String read(String setting) throws Exception {
    return inside.call(() -> Files.readString(setting(setting))).strip();
  }

  void write(String setting, String value) throws Exception {
    inside.call(() -> Files.writeString(setting(setting), value));
  }

  /** Opens the kernel as the guard sees it from inside. */
  LinuxGuardKernel kernel(int buffer, Optional<RuleLoader> loader) throws Exception {
    LinuxGuardKernel kernel =
        inside.call(
            () ->
                new LinuxGuardKernel(
                    new NativeLibC(),
                    System::nanoTime,
                    Path.of("/sys"),
                    "/nowhere",
                    buffer,
                    loader));
    kernels.add(kernel);
    return kernel;
  }

  /** A guard that has not looked yet and does not keep the packet filter. */
  GuardLoop guard(int buffer, boolean dry) throws Exception {
    return new GuardLoop(kernel(buffer, Optional.empty()), System::nanoTime, records::add, dry);
  }

  @Override
  public void close() {
    kernels.forEach(LinuxGuardKernel::close);
    inside.close();
  }
}
