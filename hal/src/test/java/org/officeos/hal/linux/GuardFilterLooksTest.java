package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;

/** When the packet filter is read again, on the kernel that the tests run on, in a namespace. */
class GuardFilterLooksTest {

  private static final Path RULES = Path.of("../udev/nftables/officeos-airgap.nft");

  private final NftProgram nft = new NftProgram();
  private GuardRoom room;
  private GuardFilter filter;
  private int sockets;
  private long now;

  @BeforeEach
  void filtered() throws Exception {
    room = GuardRoom.make();
    String rules = Files.readString(RULES, US_ASCII);
    filter =
        room.inside()
            .call(
                () -> {
                  nft.load(rules);
                  return new GuardFilter(
                      counting(), () -> now, Path.of("/sys"), nft, new NftHolder());
                });
    assertTrue(reads(0) > 0, "the first look");
  }

  @AfterEach
  void leave() {
    if (filter != null) {
      filter.close();
    }
    if (room != null) {
      room.close();
    }
  }

  /** Each reading opens sockets of its own. */
  private LibC counting() {
    NativeLibC libc = new NativeLibC();
    return (LibC)
        Proxy.newProxyInstance(
            LibC.class.getClassLoader(),
            new Class<?>[] {LibC.class},
            (proxy, method, arguments) -> {
              sockets += method.getName().equals("socket") ? 1 : 0;
              try {
                return method.invoke(libc, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private FilterSight sight(long told) throws Exception {
    return ((GuardEvent.FilterSeen) room.inside().call(() -> filter.look(told))).sight();
  }

  private int reads(long told) throws Exception {
    int before = sockets;
    assertEquals(Optional.empty(), sight(told).broken());
    return sockets - before;
  }

  @Test
  void whatStandsAsItDidIsNotReadAgainForAMinute() throws Exception {
    assertEquals(0, reads(0));
    now += Standing.LONGEST - 1;
    assertEquals(0, reads(0));
    now += 1;
    assertTrue(reads(0) > 0);
    assertEquals(0, reads(0));
  }

  @Test
  void whereTheKernelToldOfSomethingItIsRead() throws Exception {
    assertTrue(reads(1) > 0, "an interface, say, which its rules are about");
    assertEquals(0, reads(1));
  }

  @Test
  void ofAnotherGenerationItIsReadAlthoughNobodyHeardOfThat() throws Exception {
    room.run(
        "nft",
        "add table inet other; add chain inet other c { type filter hook input priority 0; }");
    assertEquals(1, sight(0).foreign().size());
  }

  @Test
  void whatWasToldOfIsReadWhateverItsGeneration() throws Exception {
    room.run("nft", "add", "table", "inet", "other");
    room.run("nft", "delete", "table", "inet", "other");
    assertTrue(reads(0) > 0);
    assertEquals(Optional.of(new GuardEvent.FilterActed()), filter.changed());
    assertTrue(reads(0) > 0);
    assertEquals(Optional.empty(), filter.changed());
    assertEquals(0, reads(0));
  }

  @Test
  void whatIsNotAsItShouldBeIsReadEachTime() throws Exception {
    room.run("nft", "flush", "ruleset");
    assertTrue(sight(0).broken().isPresent());
    int before = sockets;
    assertTrue(sight(0).broken().isPresent());
    assertTrue(sockets > before);
  }
}
