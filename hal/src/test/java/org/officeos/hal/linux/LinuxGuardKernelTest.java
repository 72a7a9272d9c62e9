package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.officeos.hal.guard.GuardKernel;
import org.officeos.hal.guard.GuardKernelContract;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.linux.lib.NetworkNamespace;

/** The contract on the kernel that the tests run on, in a network namespace of the test's own. */
class LinuxGuardKernelTest extends GuardKernelContract {

  private NetworkNamespace inside;
  private LinuxGuardKernel kernel;

  @BeforeEach
  void enter() throws Exception {
    Optional<NetworkNamespace> made = NetworkNamespace.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for a network namespace");
    inside = made.get();
    kernel =
        inside.call(
            () ->
                new LinuxGuardKernel(
                    new NativeLibC(),
                    System::nanoTime,
                    Path.of("/sys"),
                    "/nowhere",
                    1 << 20,
                    Optional.empty()));
  }

  @AfterEach
  void leave() {
    if (inside != null) {
      kernel.close();
      inside.close();
    }
  }

  @Override
  protected GuardKernel kernel() {
    return kernel;
  }

  @Override
  protected int made(String name) throws Exception {
    inside.run("ip", "link", "add", name, "index", "77", "type", "veth", "peer", "name", "other");
    return 77;
  }

  @Override
  protected void up(int index) throws Exception {
    inside.run("ip", "link", "set", "eth7", "up");
  }

  @Override
  protected void addressed(int index) throws Exception {
    inside.run("ip", "addr", "add", "10.7.0.2/24", "dev", "eth7");
  }

  @Override
  protected void routed(int index) throws Exception {
    inside.run("ip", "route", "add", "172.16.0.0/12", "dev", "eth7", "metric", "7");
  }
}
