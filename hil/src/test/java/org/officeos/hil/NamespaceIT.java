package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.Finished;
import org.officeos.hil.rig.NamespaceRig;
import org.officeos.hil.rig.RigException;

/** The same between two network namespaces, the handheld's without a way out. */
class NamespaceIT {

  @TempDir Path folder;

  private NamespaceRig rig;
  private Office office;

  @BeforeEach
  void open() throws Exception {
    try {
      rig = NamespaceRig.create(Office.product(), folder);
    } catch (RigException e) {
      if (e.reason() == RigException.Reason.NOT_POSSIBLE_HERE) {
        abort(e.getMessage());
      }
      throw e;
    }
    office = Office.open(rig, Office.STAND_INS);
  }

  @AfterEach
  void close() {
    if (office != null) {
      office.close();
    }
  }

  @Test
  void aPictureAndAnAnswerCrossTheVirtualPair() throws Exception {
    HandheldDriver anna = office.paired("anna");
    Said image = anna.ask("image", "a cat", "--out", anna.device().home() + "/cat.png");
    assertEquals(0, image.exit(), image::describe);
    Said chat = anna.ask("chat", "Hello?");
    assertEquals(0, chat.exit(), chat::describe);
  }

  @Test
  void theHandheldReachesTheLaptopAndNothingElse() throws Exception {
    Finished laptop = rig.probe(List.of("ip", "route", "get", rig.listenAddress()));
    assertEquals(0, laptop.exit(), laptop::describe);
    Finished elsewhere = rig.probe(List.of("ip", "route", "get", "192.0.2.1"));
    assertNotEquals(0, elsewhere.exit(), elsewhere::describe);
    assertTrue(
        String.join(" ", elsewhere.err()).contains("Network is unreachable"), elsewhere::describe);
  }

  @Test
  void aHandheldWithADefaultRouteRefusesToConnect() throws Exception {
    HandheldDriver anna = office.paired("anna");
    Finished added =
        rig.probe(List.of("ip", "route", "add", "default", "via", rig.listenAddress()));
    assertEquals(0, added.exit(), added::describe);
    Said refused = anna.ask("chat", "Hello?", "--retries", "0");
    assertEquals(2, refused.exit(), refused::describe);
    assertEquals("LINK_FORBIDDEN", refused.reason(), refused::describe);
  }
}
