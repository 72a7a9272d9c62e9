package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.guard.GuardLoop;
import org.officeos.hal.guard.GuardOrder;
import org.officeos.hal.guard.GuardRecord;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.linux.lib.NetworkNamespace;

/** The guard and the shipped rules on the kernel that the tests run on, in a namespace. */
class GuardFilterOnThisKernelTest {

  private static final Path RULES = Path.of("../udev/nftables/officeos-airgap.nft");
  private static final long STEP = Duration.ofMillis(20).toNanos();

  private final List<GuardRecord> records = new ArrayList<>();
  private NetworkNamespace inside;
  private final List<LinuxGuardKernel> kernels = new ArrayList<>();

  @BeforeEach
  void enter() throws Exception {
    Optional<NetworkNamespace> made = NetworkNamespace.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for a network namespace");
    inside = made.get();
  }

  @AfterEach
  void leave() {
    if (inside != null) {
      kernels.forEach(LinuxGuardKernel::close);
      inside.close();
    }
  }

  private GuardLoop guard(RuleLoader loader) throws Exception {
    LinuxGuardKernel kernel =
        inside.call(
            () ->
                new LinuxGuardKernel(
                    new NativeLibC(),
                    System::nanoTime,
                    Path.of("/sys"),
                    "/nowhere",
                    NetlinkSocket.BUFFER,
                    Optional.of(loader)));
    kernels.add(kernel);
    String rules = Files.readString(RULES, US_ASCII);
    return new GuardLoop(kernel, System::nanoTime, records::add, false, Optional.of(rules));
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
    List<GuardEvent> seen = inside.call(() -> kernels.get(0).look(GuardOrder.Look.FILTER));
    GuardEvent.FilterSeen filter = (GuardEvent.FilterSeen) seen.get(0);
    assertEquals(Optional.empty(), filter.sight().broken());
    assertEquals(List.of(), filter.sight().foreign());
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
