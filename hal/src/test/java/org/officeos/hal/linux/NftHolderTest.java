package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoadException.Reason;

/** What the program's ends and words mean, with scripts in its place. */
class NftHolderTest {

  private static final HeldTable GROUP =
      new HeldTable(true, Set.of(new HeldTable.Link(3, "p2p-wlan0-0")));
  private static final HeldTable NO_GROUP = new HeldTable(true, Set.of());

  /** Writes down what it reads and answers as nft does; {@code $rules} is what it was given. */
  private static final String READS =
      "echo $$ >> pids; echo \"$1 [$HOME]\" >> got; while read rules; do read list;"
          + " echo \"$rules\" >> got; ";

  private static final String SAYS =
      "say() { echo Error: nothing; echo \"$list\"; echo ' ^^^'; }; ";

  @TempDir Path folder;
  private Optional<NftHolder> made = Optional.empty();

  private NftHolder holder(String script) throws Exception {
    Path file = folder.resolve("nft");
    Files.writeString(file, "#!/bin/sh\ncd " + folder + "\n" + SAYS + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    NftHolder holder = new NftHolder(List.of(file));
    made = Optional.of(holder);
    return holder;
  }

  @AfterEach
  void letGo() {
    made.ifPresent(NftHolder::close);
  }

  private static RuleLoadException refused(NftHolder holder, HeldTable table) {
    return assertThrows(RuleLoadException.class, () -> holder.hold(table));
  }

  private List<String> got() throws Exception {
    return Files.readAllLines(folder.resolve("got"));
  }

  private List<ProcessHandle> started() throws Exception {
    return Files.readAllLines(folder.resolve("pids")).stream()
        .flatMap(each -> ProcessHandle.of(Long.parseLong(each)).stream())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private void assertEnds() throws Exception {
    for (ProcessHandle each : started()) {
      each.onExit().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void itHoldsForAsLongAsItIsNotClosed() throws Exception {
    NftHolder holder = holder(READS + "say; done");
    assertFalse(holder.holds());
    holder.hold(HeldTable.PACKETS);
    assertEquals(List.of("-i []", HeldTable.PACKETS.insteadOf(Optional.empty())), got());
    assertEquals(1, started().size());
    assertTrue(holder.holds());
    holder.close();
    assertFalse(holder.holds());
    assertEnds();
    holder.close();
  }

  @Test
  void whatItHoldsIsReplacedOverTheSameProgram() throws Exception {
    NftHolder holder = holder(READS + "say; done");
    holder.hold(GROUP);
    holder.hold(NO_GROUP);
    assertEquals(
        List.of(
            "-i []",
            HeldTable.PACKETS.insteadOf(Optional.empty()),
            GROUP.insteadOf(Optional.of(HeldTable.PACKETS)),
            NO_GROUP.insteadOf(Optional.of(GROUP))),
        got());
    assertEquals(1, started().size());
  }

  @Test
  void whatIsRefusedLeavesWhatItHeld() throws Exception {
    NftHolder holder =
        holder(
            READS
                + "case \"$rules\" in *egress_3*) echo Error: no; echo \"$rules\"; echo ^^;; esac;"
                + " say; done");
    assertEquals(Reason.REFUSED, refused(holder, GROUP).reason());
    assertTrue(holder.holds(), "packets");
    holder.hold(NO_GROUP);
    assertEquals(NO_GROUP.insteadOf(Optional.of(HeldTable.PACKETS)), got().get(3));
    assertEquals(1, started().size());
  }

  @Test
  void whatWasSaidToAnEarlierLineIsNoAnswer() throws Exception {
    NftHolder late =
        holder(
            READS
                + "if [ -n \"$last\" ]; then now=$list; list=$last; say; list=$now; fi;"
                + " last=$list;"
                + " [ -e mute ] || say; done");
    late.hold(HeldTable.PACKETS);
    late.hold(NO_GROUP);
    Files.createFile(folder.resolve("mute"));
    assertEquals(Reason.TIMED_OUT, refused(late, GROUP).reason());
    assertFalse(late.holds());
    assertEnds();
  }

  @Test
  void oneThatEndedIsReplacedByANewOne() throws Exception {
    NftHolder holder = holder(READS + "say; done");
    holder.hold(GROUP);
    started().get(0).destroyForcibly();
    assertEnds();
    assertFalse(holder.holds());
    holder.hold(GROUP);
    assertEquals(got().subList(0, 3), got().subList(3, 6));
    assertTrue(holder.holds());
  }

  @Test
  void namesEachWayOfFailingAndLeavesNothingBehind() throws Exception {
    assertEquals(
        Reason.NO_PROGRAM, refused(new NftHolder(List.of(folder.resolve("none"))), GROUP).reason());
    NftHolder foreign = holder(READS + "echo 'Error: Operation not permitted'; say; done");
    assertEquals(Reason.NOT_PERMITTED, refused(foreign, HeldTable.PACKETS).reason());
    assertEnds();
    NftHolder blind =
        holder(
            READS
                + "echo 'netlink: Error: cache initialization failed: Operation not permitted';"
                + " done");
    assertEquals(Reason.NOT_PERMITTED, refused(blind, HeldTable.PACKETS).reason());
    assertEnds();
    assertEquals(Reason.REFUSED, refused(holder("echo no such mode; exit 1"), GROUP).reason());
    assertEquals(Reason.REFUSED, refused(holder("kill -9 $$"), GROUP).reason());
    NftHolder mute = holder("echo $$ > pids; exec sleep 20");
    long before = System.nanoTime();
    assertEquals(Reason.TIMED_OUT, refused(mute, GROUP).reason());
    assertTrue(System.nanoTime() - before < 10_000_000_000L, "two seconds, on a busy machine");
    assertEnds();
  }

  @Test
  void whileOneIsHeldItsTableForPacketsIsLeftAlone() {
    String line = GROUP.insteadOf(Optional.of(NO_GROUP));
    assertTrue(line.startsWith("delete table netdev officeos_held; table netdev"), line);
    assertFalse(line.contains("inet"), line);
    assertEquals("", HeldTable.PACKETS.insteadOf(Optional.of(HeldTable.PACKETS)));
    assertEquals(
        "delete table netdev officeos_held;", HeldTable.PACKETS.insteadOf(Optional.of(GROUP)));
  }

  @Test
  void whatIsWrittenIsOneLineHoweverManyInterfaces() {
    HeldTable most =
        new HeldTable(
            true,
            Set.of(
                new HeldTable.Link(999_999_996, "sixteen-letters"),
                new HeldTable.Link(999_999_997, "sixteen-letters"),
                new HeldTable.Link(999_999_998, "sixteen-letters"),
                new HeldTable.Link(999_999_999, "sixteen-letters")));
    String line = most.insteadOf(Optional.empty());
    assertTrue(line.length() < 4000 && line.indexOf('\n') < 0, line);
    for (String name : List.of("", "a\"b", "p2p-*", "a b", "sixteen-letters-", "x\ny")) {
      assertEquals(Optional.empty(), HeldTable.Link.of(3, name), name);
      assertThrows(IllegalArgumentException.class, () -> new HeldTable.Link(3, name));
    }
    assertThrows(IllegalArgumentException.class, () -> new HeldTable(false, GROUP.links()));
  }
}
