package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.guard.GuardLoop;
import org.officeos.hal.guard.GuardOrder;
import org.officeos.hal.guard.GuardRecord;
import org.officeos.hal.linux.lib.NetworkNamespace;

/** The guard and the shipped rules on the kernel that the tests run on, in a namespace. */
class GuardFilterOnThisKernelTest {

  private static final Path RULES = Path.of("../udev/nftables/officeos-airgap.nft");
  private static final long STEP = Duration.ofMillis(20).toNanos();

  private GuardRoom room;
  private List<GuardRecord> records;
  private NetworkNamespace inside;
  private Optional<LinuxGuardKernel> kernel = Optional.empty();

  @BeforeEach
  void enter() throws Exception {
    room = GuardRoom.make();
    records = room.records;
    inside = room.inside();
  }

  @AfterEach
  void leave() {
    if (room != null) {
      room.close();
    }
  }

  private GuardLoop guard(RuleLoader loader) throws Exception {
    LinuxGuardKernel made = room.kernel(NetlinkSocket.BUFFER, Optional.of(loader));
    kernel = Optional.of(made);
    String rules = Files.readString(RULES, US_ASCII);
    return new GuardLoop(made, System::nanoTime, records::add, false, Optional.of(rules), true);
  }

  private GuardLoop begun() throws Exception {
    NftProgram nft = new NftProgram();
    GuardLoop guard = guard(rules -> nft.load(rules));
    inside.call(
        () -> {
          guard.begin();
          return guard;
        });
    untilWritten(guard, 1);
    assertHolds();
    return guard;
  }

  /** Runs it until so much was written down; the program that loads rules is started from here. */
  private void untilWritten(GuardLoop guard, int count) throws Exception {
    for (int i = 0; i < 500 && records.size() < count; i++) {
      inside.call(
          () -> {
            guard.step(STEP);
            return guard;
          });
    }
    assertEquals(count, records.size(), records.toString());
  }

  private void assertHolds() throws Exception {
    assertEquals(Optional.empty(), sight().broken());
    assertEquals(List.of(), sight().foreign());
    assertTrue(sight().held().isPresent());
  }

  private FilterSight sight() throws Exception {
    return sightOf(kernel.orElseThrow());
  }

  private FilterSight sightOf(LinuxGuardKernel kernel) throws Exception {
    List<GuardEvent> seen = inside.call(() -> kernel.look(GuardOrder.Look.FILTER));
    return ((GuardEvent.FilterSeen) seen.get(0)).sight();
  }

  private GuardRecord.Shut last() {
    return (GuardRecord.Shut) records.get(records.size() - 1);
  }

  @Test
  void rulesThatAreNotThereAreLoaded() throws Exception {
    begun();
    assertEquals(LeakVector.BASE_CHAIN, last().opening().vector());
    assertEquals("rules loaded", last().how());
  }

  @Test
  void rulesThatAnotherProgramFlushesAreLoadedAgain() throws Exception {
    GuardLoop guard = begun();
    inside.run("nft", "flush", "ruleset");
    untilWritten(guard, 2);
    assertEquals(LeakVector.BASE_CHAIN, last().opening().vector());
    assertHolds();
  }

  @Test
  void whatItHoldsNobodyElseFlushesOrChanges() throws Exception {
    begun();
    inside.run("nft", "flush", "ruleset");
    FilterSight left = sight();
    assertTrue(left.held().isPresent());
    assertTrue(left.broken().isPresent(), "the shipped rules are gone");
    assertEquals(List.of(), left.foreign());
    assertRefused("delete table inet officeos_held");
    assertRefused("insert rule inet officeos_held output accept");
    kernel.orElseThrow().close();
    untilNotHeld();
  }

  private void assertRefused(String command) {
    IOException refused =
        assertThrows(IOException.class, () -> inside.run("nft", command), command);
    assertTrue(String.valueOf(refused.getMessage()).contains("not permitted"), refused::toString);
  }

  /** The kernel takes such a table away with its holder, some milliseconds later. */
  private void untilNotHeld() throws Exception {
    for (int i = 0; i < 200; i++) {
      if (!inside.run("nft", "list", "tables").contains("officeos_held")) {
        return;
      }
      Thread.sleep(10);
    }
    fail("it is held by nobody, and there");
  }

  @Test
  void aTableOfItsNameThatNobodyHoldsIsReplaced() throws Exception {
    GuardLoop guard = begun();
    killHolder();
    untilNotHeld();
    inside.run(
        "nft",
        "table netdev officeos_held { chain egress_1 { type filter hook egress device \"lo\""
            + " priority 0; policy accept; }; }");
    inside.run(
        "nft",
        "table inet officeos_held { chain output { policy drop; type filter hook"
            + " output priority 0; }; }");
    untilWritten(guard, 2);
    assertEquals("rules held", last().how());
    assertHolds();
    assertEquals(Optional.of(Set.of()), sight().held());
    assertTrue(inside.run("nft", "list", "table", "netdev", "officeos_held").contains("owner"));
  }

  @Test
  void whereItsHolderIsKilledItIsHeldAgain() throws Exception {
    GuardLoop guard = begun();
    killHolder();
    untilWritten(guard, 2);
    assertEquals("table inet officeos_held", last().opening().subject());
    assertEquals("rules held", last().how());
    assertTrue(sight().held().isPresent());
  }

  private static void killHolder() {
    for (ProcessHandle each : ProcessHandle.current().children().toList()) {
      if (each.info().command().orElse("").endsWith("/nft")) {
        each.destroyForcibly();
      }
    }
  }

  @Test
  void aRuleThatAcceptsTooMuchIsTakenOut() throws Exception {
    GuardLoop guard = begun();
    inside.run("nft", "insert", "rule", "inet", "officeos_airgap", "output", "accept");
    untilWritten(guard, 2);
    assertEquals(LeakVector.WIDE_ACCEPT, last().opening().vector());
    assertHolds();
  }

  @Test
  void anotherProgramsTableIsRemoved() throws Exception {
    GuardLoop guard = begun();
    inside.run("nft", "table ip mine { chain c { type filter hook output priority 5; }; }");
    untilWritten(guard, 2);
    assertEquals("table ip mine", last().opening().subject());
    assertEquals("table removed", last().how());
    assertHolds();
  }

  @Test
  void aPolicyThatAcceptsIsPutRight() throws Exception {
    GuardLoop guard = begun();
    inside.run(
        "nft",
        "chain inet officeos_airgap output { type filter hook output priority filter; policy"
            + " accept; }");
    untilWritten(guard, 2);
    assertHolds();
  }

  @Test
  void rulesThatCannotBeLoadedAreSaidByName() throws Exception {
    RuleLoader none =
        rules -> {
          throw new RuleLoadException(RuleLoadException.Reason.NO_PROGRAM, "");
        };
    GuardLoop guard = guard(none);
    inside.call(
        () -> {
          guard.begin();
          return guard;
        });
    untilWritten(guard, 1);
    GuardRecord.Open open = (GuardRecord.Open) records.get(0);
    assertEquals(LeakVector.BASE_CHAIN, open.opening().vector());
    assertTrue(open.why().startsWith("NO_PROGRAM"), open.why());
  }
}
