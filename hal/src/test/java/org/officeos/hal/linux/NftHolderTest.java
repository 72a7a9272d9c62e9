package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoadException.Reason;

/** What the program's ends and words mean, with scripts in its place. */
class NftHolderTest {

  @TempDir Path folder;

  private NftHolder holder(String script) throws Exception {
    Path file = folder.resolve("nft");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new NftHolder(List.of(file));
  }

  private static RuleLoadException refused(NftHolder holder) {
    return assertThrows(RuleLoadException.class, () -> holder.hold("table inet x"));
  }

  private Optional<ProcessHandle> held() throws Exception {
    return ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()));
  }

  private void assertEnds() throws Exception {
    Optional<ProcessHandle> process = held();
    if (process.isPresent()) {
      process.get().onExit().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void itHoldsForAsLongAsItIsNotClosed() throws Exception {
    NftHolder holder =
        holder(
            "echo $$ > "
                + folder.resolve("pid")
                + "; read rules; read list; echo \"$1 $rules, $list [$HOME]\" > "
                + folder.resolve("got")
                + "; echo table inet x; exec /bin/cat");
    holder.hold("table inet x { flags owner; }");
    assertEquals(
        "-i table inet x { flags owner; }, list tables []\n",
        Files.readString(folder.resolve("got")));
    assertTrue(held().filter(ProcessHandle::isAlive).isPresent());
    holder.close();
    assertEnds();
    holder.close();
  }

  @Test
  void namesEachWayOfFailingAndLeavesNothingBehind() throws Exception {
    assertEquals(
        Reason.NO_PROGRAM, refused(new NftHolder(List.of(folder.resolve("none")))).reason());
    String told = "echo $$ > " + folder.resolve("pid") + "; ";
    NftHolder foreign =
        holder(told + "echo 'Error: Operation not permitted'; echo table inet y; exec /bin/cat");
    assertEquals(Reason.NOT_PERMITTED, refused(foreign).reason());
    assertEnds();
    assertEquals(Reason.REFUSED, refused(holder("echo no such mode; exit 1")).reason());
    assertEquals(Reason.REFUSED, refused(holder("kill -9 $$")).reason());
    NftHolder mute = holder(told + "exec sleep 20");
    assertEquals(Reason.TIMED_OUT, refused(mute).reason());
    assertEnds();
  }

  @Test
  void takesOneLineOnly() throws Exception {
    NftHolder holder = holder("exit 0");
    assertThrows(IllegalArgumentException.class, () -> holder.hold("one\ntwo"));
    assertThrows(IllegalArgumentException.class, () -> holder.hold("x".repeat(5000)));
  }
}
