package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.officeos.hal.linux.TwoMachines.GROUP;
import static org.officeos.hal.linux.TwoMachines.LAPTOP;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.KernelRelease;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.fence.GroupWay;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.p2p.Ipv4;

/**
 * What is held on the kernel that the tests run on, while another program flushes all rules without
 * end: frames of packet sockets come to the far end where they are not held, and none does where
 * they are.
 */
class HeldFramesOnThisKernelTest {

  private static final int PORT = 47100;
  private static final int OTHER = 0x88b5;
  private static final int MANY = 2000;
  private static final int TIMES = 100;
  private static final HeldTable NOBODY = new HeldTable(true, Set.of());

  private final NftHolder holder = new NftHolder();
  private TwoMachines two;
  private Optional<Process> flushing = Optional.empty();

  @BeforeEach
  void join() throws Exception {
    Optional<KernelRelease> kernel = KernelRelease.of(System.getProperty("os.version"));
    assumeTrue(
        kernel.filter(KernelRelease::hasEgressHook).isPresent(), "needs the hook on egress, 5.16");
    Optional<TwoMachines> made = TwoMachines.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for network namespaces, and nft");
    two = made.get();
    two.loadFile("officeos-airgap.nft");
    GroupWay way = new GroupWay(two.index(), GROUP, Ipv4.of(192, 168, 49, 1), PORT);
    two.load(two.near, way.opening() + way.frames());
  }

  @AfterEach
  void leave() throws Exception {
    flushing.ifPresent(Process::destroyForcibly);
    holder.close();
    if (two != null) {
      two.close();
    }
  }

  private static HeldTable held(int index, String name) {
    return new HeldTable(true, Set.of(new HeldTable.Link(index, name)));
  }

  private void hold(HeldTable table) throws Exception {
    two.near.call(
        () -> {
          holder.hold(table);
          return table;
        });
  }

  /** Begins, and returns when the shipped rules are gone. */
  private void flush() throws Exception {
    flushing =
        Optional.of(
            two.near.call(
                () ->
                    new ProcessBuilder("sh", "-c", "while :; do nft flush ruleset; done").start()));
    while (two.near.run("nft", "list", "tables").contains("officeos_airgap")) {
      Thread.sleep(5);
    }
  }

  /** Whose frames are held, as the guard and the audit see it. */
  private void assertSeen(FilterSight.HeldLink... links) throws Exception {
    AirgapNetlink reader = new AirgapNetlink(new NativeLibC(), System::nanoTime, Path.of("/sys"));
    Snapshot seen = two.near.call(() -> reader.filter(Snapshot.EMPTY));
    assertEquals(Optional.of(Set.of(links)), FilterSight.of(seen, AirgapSettings.USUAL).held());
  }

  private long arrived(int index, int type, int called) throws Exception {
    long before = two.witnessed();
    try (PacketSender sender = new PacketSender(two.near, index)) {
      for (int i = 0; i < MANY; i++) {
        sender.send(type, called);
      }
    }
    Thread.sleep(100);
    return two.witnessed() - before;
  }

  private long arrived(int index) throws Exception {
    return arrived(index, OTHER, OTHER)
        + arrived(index, 0x0800, 0x0800)
        + arrived(index, 0x86dd, 0x86dd)
        + arrived(index, OTHER, 0x0800)
        + arrived(index, 0x0800, 0x0806);
  }

  @Test
  void whatIsHeldIsSeen() throws Exception {
    hold(HeldTable.PACKETS);
    assertSeen();
    hold(held(two.index(), GROUP));
    assertSeen(new FilterSight.HeldLink(two.index(), GROUP));
    hold(NOBODY);
    assertSeen();
    TwoMachines.run(two.near, "nft insert rule inet officeos_airgap output accept");
    assertSeen();
  }

  @Test
  void whereTheyAreNotHeldTheyGetOut() throws Exception {
    int index = two.index();
    assertEquals(0, arrived(index), "the shipped rules");
    hold(NOBODY);
    flush();
    assertEquals(5 * MANY, arrived(index));
  }

  @Test
  void whereTheyAreHeldNoneDoesAndTheSessionGoesOn() throws Exception {
    int index = two.index();
    hold(held(index, GROUP));
    flush();
    assertEquals(0, arrived(index));
    assertEquals(MANY, arrived(index, 0x888e, 0x888e), "the handshake");
    assertEquals(MANY, arrived(index, 0x0806, 0x0806), "address resolution");
    try (ServerSocket laptop = TwoMachines.listening(two.far, "0.0.0.0", PORT)) {
      assertTrue(TwoMachines.reaches(two.near, LAPTOP, laptop.getLocalPort()));
    }
    assertEquals(0, arrived(index), "after the session too");
  }

  @Test
  void oneThatTakesThePlaceOfAnotherLeavesNoGap() throws Exception {
    int index = two.index();
    hold(held(index, GROUP));
    flush();
    long before = two.witnessed();
    PacketSender sender = new PacketSender(two.near, index);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Long> sent =
        CompletableFuture.supplyAsync(
            () -> {
              long count = 0;
              while (!over.get()) {
                sender.send(OTHER, OTHER);
                count++;
              }
              return count;
            });
    try {
      for (int i = 0; i < TIMES; i++) {
        hold(held(index, GROUP));
      }
    } finally {
      over.set(true);
    }
    assertTrue(sent.get(10, TimeUnit.SECONDS) > MANY);
    sender.close();
    Thread.sleep(100);
    assertEquals(0, two.witnessed() - before);
  }

  @Test
  void anInterfaceThatTakesTheNameOfOneThatWentIsHeldByItsNumber() throws Exception {
    hold(held(two.index(), GROUP));
    flush();
    TwoMachines.run(two.near, "ip link del " + GROUP);
    two.join();
    int index = two.index();
    hold(held(index, GROUP));
    assertEquals(0, arrived(index));
    hold(NOBODY);
    assertEquals(5 * MANY, arrived(index));
  }

  @Test
  void anInterfaceThatIsRenamedIsHeldByItsNewName() throws Exception {
    int index = two.index();
    hold(held(index, GROUP));
    flush();
    TwoMachines.run(two.near, "ip link set " + GROUP + " down");
    TwoMachines.run(two.near, "ip link set " + GROUP + " name other");
    TwoMachines.run(two.near, "ip link set other up");
    TwoMachines.awaitUp(two.near, "other");
    hold(held(index, "other"));
    assertEquals(0, arrived(index));
  }
}
