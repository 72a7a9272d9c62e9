package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.SshRigOnLoopback;

/** The product on two devices that only ssh reaches: here two ssh servers of one machine. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SshRigIT {

  @TempDir Path folder;

  private SshRigOnLoopback servers;
  private Office office;

  @BeforeEach
  void open() throws Exception {
    servers = SshRigOnLoopback.start(folder);
    office = Office.open(servers.rig(Office.product()), Office.STAND_INS);
  }

  @AfterEach
  void close() throws Exception {
    if (office != null) {
      office.close();
    }
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  void twoPeoplePairAndAPictureComesAndIsFetched() throws Exception {
    HandheldDriver anna = office.paired("anna");
    String file = anna.device().home() + "/cat.png";
    Said image = anna.ask("image", "a cat's \"$HOME\"", "--out", file, "--screen", "320x240");
    assertEquals(0, image.exit(), image::describe);
    assertEquals(240, ImageIO.read(anna.device().collect("cat.png").toFile()).getHeight());
    office.killLaptop();
    office.restartLaptop();
    Said chat = anna.ask("chat", "Hello?");
    assertEquals(0, chat.exit(), chat::describe);
  }
}
