package org.officeos.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.linux.lib.DatagramListener;
import org.officeos.hal.linux.lib.NativeDatagramListener;
import org.officeos.hal.linux.lib.UnixAddress;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.rig.Finished;
import org.officeos.hil.rig.LoopbackRig;

/** The daemon as a service manager starts it. */
class ServiceManagerIT {

  @TempDir Path folder;

  @Test
  void theDaemonSaysReadyWhenItServesAndStoppingWhenItIsAskedToEnd() throws Exception {
    String socket = folder.resolve("notify").toString();
    try (DatagramListener manager = new NativeDatagramListener(UnixAddress.ofPath(socket));
        LoopbackRig rig = new LoopbackRig(Office.product(), folder)) {
      rig.environment("NOTIFY_SOCKET", socket);
      Asked daemon = new LaptopDriver(rig, Office.STAND_INS).serve();
      assertTrue(manager.next().startsWith("STATUS=serves handhelds on 127.0.0.1:"));
      assertEquals("READY=1", manager.next());
      daemon.running().terminate();
      assertEquals("STOPPING=1", manager.next());
      Finished ended = daemon.running().await(Duration.ofSeconds(10));
      assertTrue(ended.exit() == 0 || ended.exit() == 143, ended::describe);
    }
  }
}
