package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.rig.Rig;
import org.officeos.hil.rig.SshAccess;
import org.officeos.hil.rig.SshHost;
import org.officeos.hil.rig.SshLink;
import org.officeos.hil.rig.SshRig;
import org.officeos.hil.rig.SshSettings;

/**
 * The programs as they are shipped on two devices that only ssh reaches, as real ones are: each
 * host has a server at the end of a wire of its own, and its message bus where the system's is.
 * What is tried goes over the air.
 */
class SshScenario extends ShippedScenario {

  SshScenario() {
    super(new Hosts());
  }

  @Override
  Rig reach(Path folder) throws Exception {
    Path identity = folder.resolve("key");
    hosts.here("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", identity.toString());
    Path key = Path.of(identity + ".pub");
    String laptop = hosts.startSsh(Hosts.LAPTOP, key);
    String handheld = hosts.startSsh(Hosts.HANDHELD, key);
    Path known = Files.writeString(folder.resolve("known"), laptop + handheld, UTF_8);
    return new SshRig(
        new SshSettings(
            device(laptop),
            List.of(device(handheld)),
            new SshAccess(identity, known, Duration.ofSeconds(60)),
            PRODUCT.toString(),
            Optional.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            new SshLink("wifi-direct"),
            "wlan0"),
        folder.resolve("copies"));
  }

  private static SshHost device(String known) {
    return SshHost.parse("root@" + known.split(" ", 2)[0]);
  }

  @Test
  void twoDevicesThatOnlySshReachesPairOverTheAirAndAPictureComesAndIsFetched() throws Exception {
    step("the laptop's daemon starts");
    LaptopDriver laptop = laptop(STAND_INS);
    laptop.serve();
    HandheldDriver handheld = handheld(laptop);
    pair(laptop, handheld);
    step("a picture");
    String file = handheld.device().home() + "/cat.png";
    assertDone(handheld.ask("image", "a cat", "--out", file, "--screen", "320x240"));
    assertEquals(240, ImageIO.read(handheld.device().collect("cat.png").toFile()).getHeight());
    step("the link is kept, and let go");
    Asked resident = handheld.resident();
    awaitLinked(resident, 1);
    resident.running().terminate();
    resident.end();
    String interfaces = hosts.on(Hosts.HANDHELD, "iw", "dev");
    assertFalse(interfaces.contains("type P2P-client"), interfaces);
    assertStationStayedDown();
  }
}
