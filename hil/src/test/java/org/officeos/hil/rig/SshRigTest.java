package org.officeos.hil.rig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hil.rig.RigException.Reason;

/** Programs, files and bad ways, over two real ssh servers on loopback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SshRigTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Path folder = Path.of(".");
  private Path product = Path.of(".");
  private SshRigOnLoopback servers;
  private SshRig rig;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    servers = SshRigOnLoopback.start(folder);
    // A product that says what it was told.
    product = folder.resolve("a product's folder");
    Files.createDirectories(product.resolve("bin"));
    for (String command : List.of("officeos", "officeos-laptop")) {
      Path file = product.resolve("bin").resolve(command);
      Files.writeString(
          file, "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$HOME\" \"$PWD\" \"$@\"\nexit 7\n", UTF_8);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @BeforeEach
  void open() throws Exception {
    rig = servers.rig(product);
  }

  @AfterEach
  void close() {
    if (rig != null) {
      rig.close();
    }
  }

  @AfterAll
  void stop() {
    if (servers != null) {
      servers.close();
    }
  }

  private static void awaitGone(long pid) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      assertTrue(System.nanoTime() < end, "the program still runs there");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** A program that tells its number and then goes on for long, and what it tells. */
  private static Running sleeper(Device device) throws RigException {
    return device.startProgram(List.of("sh", "-c", "echo $$; sleep 1000; echo awake"));
  }

  private static long pidOf(Running running) throws RigException {
    return Long.parseLong(running.awaitOut(line -> true, LIMIT));
  }

  @Test
  void theCommandGetsEveryWordAsItWasAndTellsHowItEnded() throws Exception {
    Device anna = rig.handheld("anna");
    Finished finished =
        anna.run(LIMIT, List.of("a b", "it's", "", "$(id)", "--", "-x", "ü", "\\n*"));
    assertEquals(
        List.of(
            product + "/bin/officeos",
            anna.home(),
            anna.home(),
            "a b",
            "it's",
            "",
            "$(id)",
            "--",
            "-x",
            "ü",
            "\\n*"),
        finished.out());
    assertEquals(List.of(), finished.err());
    assertEquals(7, finished.exit());
    assertTrue(rig.laptop().run(LIMIT, List.of()).out().get(0).endsWith("/bin/officeos-laptop"));
  }

  @Test
  void whatIsTypedArrivesAndWhatIsSaidComesAtOnce() throws Exception {
    Running running =
        rig.laptop()
            .startProgram(
                List.of("sh", "-c", "while read -r w; do echo got $w; echo err $w >&2; done"));
    for (int i = 0; i < 3; i++) {
      running.type("line" + i);
      assertEquals("got line" + i, running.outLine(i, LIMIT).orElse("nothing"));
      String wanted = "err line" + i;
      assertEquals(wanted, running.awaitErr(wanted::equals, LIMIT));
    }
    assertTrue(running.isAlive());
    running.kill();
    assertEquals(137, running.await(LIMIT).exit());
  }

  @Test
  void aProgramThatDoesNotReadGoesOnToItsOwnEnd() throws Exception {
    Running running =
        rig.laptop().startProgram(List.of("sh", "-c", "exec <&-; echo deaf; sleep 1; exit 3"));
    running.awaitOut("deaf"::equals, LIMIT);
    running.type("hello?");
    assertEquals(3, running.await(LIMIT).exit());
  }

  @Test
  void signalsReachTheProgramThere() throws Exception {
    Running polite =
        rig.laptop()
            .startProgram(
                List.of(
                    "sh",
                    "-c",
                    "trap 'echo bye; exit 5' TERM; echo up; while :; do sleep 0.1; done"));
    polite.awaitOut("up"::equals, LIMIT);
    polite.terminate();
    Finished finished = polite.await(LIMIT);
    assertEquals(List.of("up", "bye"), finished.out());
    assertEquals(5, finished.exit());

    Running sleeper = sleeper(rig.laptop());
    long pid = pidOf(sleeper);
    sleeper.kill();
    assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    assertEquals(137, sleeper.await(LIMIT).exit());
  }

  @Test
  void aProgramThatTakesTooLongIsEndedThere() throws Exception {
    Running sleeper = sleeper(rig.laptop());
    long pid = pidOf(sleeper);
    RigException e = assertThrows(RigException.class, () -> sleeper.await(Duration.ofMillis(100)));
    assertEquals(Reason.TIMED_OUT, e.reason());
    awaitGone(pid);
  }

  @Test
  void closingTheRigEndsWhatRunsThereAndTakesItsFolderAway() throws Exception {
    long pid = pidOf(sleeper(rig.handheld("ben")));
    Path home = Path.of(rig.handheld("ben").home());
    assertTrue(Files.isDirectory(home));
    rig.close();
    awaitGone(pid);
    assertFalse(Files.exists(home.getParent()));
  }

  @Test
  void aRigThatDiesWithoutAWordLeavesNothingRunningThere() throws Exception {
    Running sleeper = sleeper(rig.laptop());
    long pid = pidOf(sleeper);
    ProcessHandle.of(sleeper.pid()).orElseThrow().destroyForcibly();
    awaitGone(pid);
    awaitGone(sleeper.pid());
  }

  @Test
  void aConnectionThatIsCutInTheMiddleIsToldAndEndsTheProgram() throws Exception {
    Running sleeper = sleeper(rig.laptop());
    long pid = pidOf(sleeper);
    servers.laptop().cutConnections();
    RigException e = assertThrows(RigException.class, () -> sleeper.await(LIMIT));
    assertEquals(Reason.CONNECTION_LOST, e.reason(), e::getMessage);
    awaitGone(pid);
    assertEquals(7, rig.laptop().run(LIMIT, List.of()).exit());
  }

  @Test
  void filesGoThereAndComeBackByteForByte() throws Exception {
    byte[] content = new byte[300_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) ((i * 31) >> 3);
    }
    Device anna = rig.handheld("anna");
    anna.put("a folder/it's.bin", content);
    assertArrayEquals(content, Files.readAllBytes(anna.collect("a folder/it's.bin")));
    anna.put("empty", new byte[0]);
    assertEquals(0, Files.size(anna.collect("empty")));
    for (String missing : List.of("nothing", "a folder", "../anna/../../x")) {
      RigException e = assertThrows(RigException.class, () -> anna.collect(missing));
      assertEquals(Reason.NO_SUCH_FILE, e.reason());
    }
  }

  @Test
  void handheldsShareADeviceButNotTheirFiles() throws Exception {
    rig.handheld("anna").put("f", new byte[] {1});
    rig.handheld("ben").put("f", new byte[] {2});
    assertEquals(1, Files.readAllBytes(rig.handheld("anna").collect("f"))[0]);
    assertEquals(2, Files.readAllBytes(rig.handheld("ben").collect("f"))[0]);
    assertThrows(IllegalArgumentException.class, () -> rig.handheld("../x"));
  }

  private void refused(Reason reason, SshSettings settings) {
    RigException e =
        assertThrows(RigException.class, () -> new SshRig(settings, folder.resolve("no")).close());
    assertEquals(reason, e.reason(), e::getMessage);
  }

  private SshSettings with(Path identity, String known) throws Exception {
    Path file = Files.createTempFile(folder, "known", "");
    Files.writeString(file, known, UTF_8);
    SshAccess access = new SshAccess(identity, file, Duration.ofSeconds(10));
    return servers.settings(access, product.toString());
  }

  @Test
  void eachBadWayIsToldByItsReason() throws Exception {
    Path identity = servers.access().identity();
    String known = servers.laptop().knownLine() + servers.handheld().knownLine();
    Path stranger = Sshd.newKey(folder.resolve("stranger"));
    String other = Files.readString(Path.of(stranger + ".pub"), UTF_8);

    refused(Reason.KEY_REFUSED, with(stranger, known));
    refused(Reason.HOST_KEY_UNKNOWN, with(identity, servers.laptop().knownLine()));
    refused(
        Reason.HOST_KEY_CHANGED,
        with(identity, servers.laptop().knownLine() + servers.handheld().knownLine(other)));
    refused(Reason.NOT_POSSIBLE_HERE, servers.settings(servers.access(), "/nonexistent"));
    SshHost nobody = new SshHost("root", "127.0.0.1", Sshd.freePort());
    SshSettings good = servers.settings(servers.access(), product.toString());
    refused(
        Reason.NOT_REACHABLE,
        new SshSettings(
            good.laptop(),
            List.of(nobody),
            good.access(),
            good.product(),
            good.java(),
            good.link(),
            good.radio()));
  }

  @Test
  void aProgramThatIsNotThereEndsAsAShellSays() throws Exception {
    Finished finished = rig.laptop().startProgram(List.of("no-such-program")).await(LIMIT);
    assertEquals(127, finished.exit());
  }
}
