package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.fence.GroupWay;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoadException.Reason;
import org.officeos.hal.p2p.Ipv4;

/** What the program's ends mean, with scripts in its place. */
class NftProgramTest {

  @TempDir Path folder;

  private NftProgram program(String script) throws Exception {
    Path file = folder.resolve("nft");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new NftProgram(List.of(file), Duration.ofMillis(500));
  }

  private static RuleLoadException refused(NftProgram program) {
    return assertThrows(RuleLoadException.class, () -> program.load("flush ruleset\n"));
  }

  @Test
  void givesTheRulesAndNothingOfTheEnvironment() throws Exception {
    Path got = folder.resolve("got");
    program("/bin/cat > " + got + "; echo \"$1 $2 [$HOME]\" >> " + got).load("one\ntwo\n");
    assertEquals("one\ntwo\n-f - []\n", Files.readString(got));
  }

  @Test
  void namesEachWayOfFailing() throws Exception {
    NftProgram none = new NftProgram(List.of(folder.resolve("none")), Duration.ofSeconds(1));
    assertEquals(Reason.NO_PROGRAM, refused(none).reason());
    assertEquals(
        Reason.NOT_PERMITTED,
        refused(program("echo 'Error: Operation not permitted'; exit 1")).reason());
    RuleLoadException bad = refused(program("printf 'Error: \\033[1mno\\n' >&2; exit 1"));
    assertEquals(Reason.REFUSED, bad.reason());
    assertEquals("the packet filter does not take the rules (Error:  [1mno)", bad.getMessage());
    assertEquals(Reason.TIMED_OUT, refused(program("exec sleep 20")).reason());
    assertEquals(Reason.REFUSED, refused(program("kill -9 $$")).reason());
  }

  @Test
  void aWayThatIsNoneIsNotWrittenDown() {
    Ipv4 laptop = Ipv4.of(192, 168, 49, 1);
    for (String name : List.of("", "a\"b", "p2p-*", "a b", "sixteen-letters-", "x\ny")) {
      assertThrows(IllegalArgumentException.class, () -> new GroupWay(3, name, laptop, 47100));
    }
    assertThrows(IllegalArgumentException.class, () -> new GroupWay(0, "p2p-0", laptop, 47100));
    assertThrows(IllegalArgumentException.class, () -> new GroupWay(3, "p2p-0", laptop, 65536));
    assertTrue(
        new GroupWay(3, "p2p-0", laptop, 47100)
            .opening()
            .endsWith("ways { 3 . 192.168.49.1 . 47100 }\n"));
  }
}
