package org.officeos.laptop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the machine that the tests run on, where no group stands. */
class AirgapCommandTest {

  private static final String SENT = "[image]\nurl = \"http://169.254.169.254/latest\"\n";

  @TempDir Path home;
  private CliRig rig;

  @BeforeEach
  void aDaemonThatWasNeverStarted() throws IOException {
    rig = new CliRig(home);
    Files.createDirectories(rig.state());
    Files.setPosixFilePermissions(rig.state(), PosixFilePermissions.fromString("rwx------"));
  }

  private int audit(String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "audit";
    words[1] = "airgap";
    words[2] = "--only";
    words[3] = "AGL-LAP-03";
    System.arraycopy(more, 0, words, 4, more.length);
    return rig.run(words);
  }

  @Test
  void builtInDefaultsAreClean() {
    assertEquals(0, audit(), rig.out() + rig.err());
    assertEquals(
        "0 found, 0 could not be looked at, 0 waived, 1 as expected, 0 left out, 0 without"
            + " object.\n",
        rig.out());
  }

  @Test
  void aServiceThatTheDaemonShouldNotBeSentToIsFoundInEveryForm() throws IOException {
    rig.config(SENT);
    assertEquals(1, audit());
    assertTrue(
        rig.out()
            .startsWith(
                "FOUND   AGL-LAP-03  high  The laptop's daemon can be sent elsewhere: image.url: is"
                    + " a cloud's metadata service\n"),
        rig.out());
    assertEquals(1, audit("--json"));
    assertTrue(rig.out().contains("\"id\":\"AGL-LAP-03\""), rig.out());
    assertEquals(1, audit("--format", "sarif"));
    assertTrue(rig.out().contains("\"name\":\"officeos-laptop audit airgap\""), rig.out());
    assertFalse(rig.out().contains("AGL-IFC-01"), "the handheld's rules are another tool's");
    assertEquals(1, audit("--format", "junit"));
    assertTrue(rig.out().contains("<testsuite name=\"officeos-laptop audit airgap\""), rig.out());
    assertEquals(0, audit("--fail-on", "critical"));
    Path waivers = Files.writeString(home.resolve("w"), "AGL-LAP-03 2999-01-01 a test\n");
    assertEquals(0, audit("--waivers", waivers.toString()));
    assertTrue(rig.out().startsWith("waived  AGL-LAP-03"), rig.out());
  }

  @Test
  void whatCannotBeLookedAtIsNoPass() throws IOException {
    Files.delete(rig.state());
    assertEquals(2, audit());
    assertTrue(rig.out().startsWith("UNSEEN  AGL-LAP-03"), rig.out());
    rig.config("nonsense = 1\n");
    assertEquals(2, audit());
    assertTrue(rig.out().contains("was not understood"), rig.out());
  }

  @Test
  void nobodyButTheOwnerMayComeToItsFiles() throws IOException {
    Files.setPosixFilePermissions(rig.state(), PosixFilePermissions.fromString("rwxr-x---"));
    assertEquals(1, audit());
    assertTrue(rig.out().contains("is open to others: mode 750"), rig.out());
  }

  @Test
  void wrongWordsAreUsage() throws IOException {
    assertEquals(64, rig.run("audit", "airgap", "--only", "AGL-IFC-01"));
    assertTrue(rig.err().contains("no id that is judged on a laptop"), rig.err());
    assertEquals(64, rig.run("audit", "airgap", "--format", "pdf"));
    assertEquals(64, audit("--waivers", home.resolve("none").toString()));
    Path waivers = Files.writeString(home.resolve("w"), "AGL-LAP-03 soon why\n");
    assertEquals(64, audit("--waivers", waivers.toString()));
    assertTrue(rig.err().contains("line 1: the second word must be a date"), rig.err());
    assertEquals(64, rig.run("audit", "airgap", "--explain", "AGL-LAP-09"));
  }

  @Test
  void anIdIsExplainedAndTheTrailIsStillShown() {
    assertEquals(0, rig.run("audit", "airgap", "--explain", "agl-lap-02"));
    assertTrue(
        rig.out().startsWith("AGL-LAP-02  The laptop's other services are reachable\n"), rig.out());
    assertTrue(rig.out().contains("machine   laptop\n"), rig.out());
    assertEquals(64, rig.run("audit", "-n", "-1"), "of the trail");
  }
}
