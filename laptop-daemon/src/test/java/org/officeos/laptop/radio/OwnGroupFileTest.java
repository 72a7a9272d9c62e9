package org.officeos.laptop.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.Passphrase;

final class OwnGroupFileTest {

  @TempDir Path folder;

  private OwnGroupFile file() {
    return new OwnGroupFile(folder);
  }

  private static KeptGroups group(String ssid) throws P2pException {
    return KeptGroups.of(
        Optional.of(new OwnGroup(ssid, Optional.of(Passphrase.of("pass phrase=~!")))));
  }

  @Test
  void readsWhatItWroteAndKeepsTheLastOnly() throws Exception {
    assertEquals(KeptGroups.NONE, file().read());
    file().write(group("DIRECT-ab-OfficeOS"));
    file().write(group("DIRECT-cd-Küche 🎮"));
    assertEquals(group("DIRECT-cd-Küche 🎮"), file().read());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve(OwnGroupFile.NAME))));
    try (java.util.stream.Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(folder.resolve(OwnGroupFile.NAME)), all.toList());
    }
  }

  @Test
  void keepsANameWithoutAKey() {
    OwnGroup nameless = new OwnGroup("DIRECT-ab-OfficeOS", Optional.empty());
    KeptGroups kept = new KeptGroups(Optional.of(nameless), List.of("DIRECT-cd-x", "DIRECT-ef-y"));
    file().write(kept);
    assertEquals(kept, file().read());
    assertEquals(Optional.empty(), nameless.again());
  }

  @Test
  void overcomesAKilledWriterAndDamagedFiles() throws Exception {
    Files.writeString(folder.resolve(OwnGroupFile.NAME + ".new"), "half");
    file().write(group("DIRECT-ab-OfficeOS"));
    assertEquals(group("DIRECT-ab-OfficeOS"), file().read());
    List<byte[]> damaged =
        List.of(
            "passphrase longenough\n".getBytes(StandardCharsets.UTF_8),
            new byte[1300],
            new byte[] {(byte) 0xff, (byte) 0xfe},
            "network x\n".getBytes(StandardCharsets.UTF_8),
            "ssid x\npassphrase short\n".getBytes(StandardCharsets.UTF_8));
    for (byte[] bytes : damaged) {
      Files.write(folder.resolve(OwnGroupFile.NAME), bytes);
      assertEquals(KeptGroups.NONE, file().read());
    }
  }

  @Test
  void keepsNoNameThatWouldBreakItsLine() throws Exception {
    file().write(group("DIRECT-ab\npassphrase x"));
    assertEquals(KeptGroups.NONE, file().read());
  }
}
