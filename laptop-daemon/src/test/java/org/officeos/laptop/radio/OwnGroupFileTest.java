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

  private static OwnGroup group(String ssid) throws P2pException {
    return new OwnGroup(ssid, Optional.of(Passphrase.of("pass phrase=~!")));
  }

  @Test
  void readsWhatItWroteAndKeepsTheLastOnly() throws Exception {
    assertEquals(Optional.empty(), file().read());
    file().write(group("DIRECT-ab-OfficeOS"));
    file().write(group("DIRECT-cd-Küche 🎮"));
    assertEquals(Optional.of(group("DIRECT-cd-Küche 🎮")), file().read());
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
    file().write(nameless);
    assertEquals(Optional.of(nameless), file().read());
    assertEquals(Optional.empty(), nameless.again());
  }

  @Test
  void overcomesAKilledWriterAndDamagedFiles() throws Exception {
    Files.writeString(folder.resolve(OwnGroupFile.NAME + ".new"), "half");
    file().write(group("DIRECT-ab-OfficeOS"));
    assertEquals(Optional.of(group("DIRECT-ab-OfficeOS")), file().read());
    List<byte[]> damaged =
        List.of(
            new byte[0],
            new byte[300],
            new byte[] {(byte) 0xff, (byte) 0xfe},
            "network x\n".getBytes(StandardCharsets.UTF_8),
            "ssid x\npassphrase short\n".getBytes(StandardCharsets.UTF_8));
    for (byte[] bytes : damaged) {
      Files.write(folder.resolve(OwnGroupFile.NAME), bytes);
      assertEquals(Optional.empty(), file().read());
    }
  }

  @Test
  void keepsNoNameThatWouldBreakItsLine() throws Exception {
    file().write(group("DIRECT-ab\npassphrase x"));
    assertEquals(Optional.empty(), file().read());
  }
}
