package org.officeos.wpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.wpa.fake.PrivateBus;
import org.officeos.wpa.fake.StrictSupplicant;

/** Which bus is the system's, a process of its own is told by its environment. */
class EnvironmentTest {

  @TempDir Path directory;

  @Test
  void theSystemsBusIsTheOneThatTheEnvironmentNames() throws Exception {
    try (PrivateBus bus = PrivateBus.start(directory.resolve("bus"));
        StrictSupplicant supplicant =
            StrictSupplicant.start(
                bus.address(), new SimulatedAir().radio("02:00:00:00:00:01"), "wlan0")) {
      String named = probed(bus.address());
      assertTrue(named.contains("facts SupplicantFacts[obstacle=Optional.empty"), named);
      assertTrue(named.contains("StateChanged INACTIVE"), named);
      String none = probed("unix:path=" + directory + "/none");
      assertTrue(none.contains("facts SupplicantFacts[obstacle=Optional[BUS_ABSENT]"), none);
      assertEquals(StrictSupplicant.class, supplicant.getClass());
    }
  }

  /** What the probe says that is told no bus address. */
  private String probed(String systemBus) throws Exception {
    Path said = directory.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "timeout",
                "60",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.officeos.wpa.probe.Main",
                "wlan0"));
    builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", systemBus);
    Process probe = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String text = "";
    while (probe.isAlive() && System.nanoTime() < end && !text.contains("event ")) {
      TimeUnit.MILLISECONDS.sleep(20);
      text = Files.readString(said, StandardCharsets.UTF_8);
    }
    probe.getOutputStream().close();
    probe.waitFor(60, TimeUnit.SECONDS);
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
