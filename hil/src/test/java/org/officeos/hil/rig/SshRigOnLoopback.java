package org.officeos.hil.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two ssh servers on loopback as the devices of a rig, with throwaway keys. */
public final class SshRigOnLoopback implements AutoCloseable {

  private final Path folder;
  private final Path identity;
  private final Path known;
  private final Sshd laptop;
  private final Sshd handheld;

  private SshRigOnLoopback(Path folder, Path identity, Sshd laptop, Sshd handheld)
      throws Exception {
    this.folder = folder;
    this.identity = identity;
    this.laptop = laptop;
    this.handheld = handheld;
    this.known = folder.resolve("known_hosts");
    Files.writeString(known, laptop.knownLine() + handheld.knownLine(), UTF_8);
  }

  /** Starts both; skips the test where there is no ssh server. */
  public static SshRigOnLoopback start(Path folder) throws Exception {
    Sshd.assumeItIsThere();
    Path identity = Sshd.newKey(folder.resolve("id"));
    Sshd laptop = Sshd.start(folder.resolve("sshd-laptop"), identity);
    try {
      Sshd handheld = Sshd.start(folder.resolve("sshd-handheld"), identity);
      return new SshRigOnLoopback(folder, identity, laptop, handheld);
    } catch (Exception e) {
      laptop.close();
      throw e;
    }
  }

  /** A rig of the two. */
  public SshRig rig(Path product) throws RigException {
    return new SshRig(settings(access(), product.toString()), folder.resolve("copies"));
  }

  SshAccess access() {
    return new SshAccess(identity, known, Duration.ofSeconds(10));
  }

  SshSettings settings(SshAccess access, String product) {
    return new SshSettings(
        laptop.host(),
        List.of(handheld.host()),
        access,
        product,
        Optional.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
        new SshLink("loopback"),
        "wlan0");
  }

  Sshd laptop() {
    return laptop;
  }

  Sshd handheld() {
    return handheld;
  }

  @Override
  public void close() {
    handheld.close();
    laptop.close();
  }
}
