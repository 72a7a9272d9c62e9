package org.officeos.hal.linux;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.officeos.hal.guard.GuardKernel;
import org.officeos.hal.guard.GuardKernelContract;

/** The contract on the kernel that the tests run on, in a network namespace of the test's own. */
class LinuxGuardKernelTest extends GuardKernelContract {

  private GuardRoom inside;
  private LinuxGuardKernel kernel;

  @BeforeEach
  void enter() throws Exception {
    inside = GuardRoom.make();
    kernel = inside.kernel(NetlinkSocket.BUFFER, Optional.empty());
  }

  @AfterEach
  void leave() {
    if (inside != null) {
      inside.close();
    }
  }

  @Override
  protected GuardKernel kernel() {
    return kernel;
  }

  @Override
  protected long nanos() {
    return System.nanoTime();
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
  protected void forwarding(int index) throws Exception {
    inside.write("ipv4/conf/eth7/forwarding", "1");
  }

  @Override
  protected void routed(int index) throws Exception {
    inside.run("ip", "route", "add", "172.16.0.0/12", "dev", "eth7", "metric", "7");
  }

  @Test
  @Timeout(30)
  void aWaitThatHasBegunEndsWhenAnotherThreadWantsItTo() throws Exception {
    AtomicBoolean wanted = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              LockSupport.parkNanos(100_000_000L);
              wanted.set(true);
              kernel.wake();
            });
    other.start();
    while (!wanted.get()) {
      kernel.next(3_600_000_000_000L);
    }
    other.join();
  }

  @Test
  void toWakeOneThatIsClosedIsNoError() {
    kernel.close();
    kernel.wake();
  }
}
