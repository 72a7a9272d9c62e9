package org.officeos.wpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.wpa.fake.PrivateBus;
import org.officeos.wpa.fake.StrictSupplicant;

/** Many rounds leave nothing behind: neither groups nor threads nor file descriptors. */
class LeakTest {

  private static final int ROUNDS = 50;
  private static final int SLACK = 4;

  @TempDir Path directory;

  @Test
  void fiftyRoundsLeaveNothingBehind() throws Exception {
    SimulatedRadio radio = new SimulatedAir().radio("02:00:00:00:00:01");
    try (PrivateBus bus = PrivateBus.start(directory.resolve("bus"));
        StrictSupplicant supplicant = StrictSupplicant.start(bus.address(), radio, "wlan0")) {
      SupplicantConfig config = SupplicantConfig.of("wlan0").on(bus.address());
      round(config);
      int threads = threads();
      long files = files();
      for (int i = 0; i < ROUNDS; i++) {
        round(config);
      }
      assertEquals(List.of(), radio.groups());
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while ((threads() > threads + SLACK || files() > files + SLACK) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertTrue(threads() <= threads + SLACK, threads + " became " + threads());
      assertTrue(files() <= files + SLACK, files + " became " + files());
      assertEquals(StrictSupplicant.class, supplicant.getClass());
    }
  }

  private static void round(SupplicantConfig config) throws Exception {
    try (SupplicantWifiP2p wifi = SupplicantWifiP2p.open(config)) {
      EventLog log = EventLog.of(wifi);
      log.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
      wifi.createGroup(GroupConfig.anyTemporary()).get(10, TimeUnit.SECONDS);
      String name = log.next(P2pEvent.GroupStarted.class).group().interfaceName();
      wifi.removeGroup(name).get(10, TimeUnit.SECONDS);
      log.next(P2pEvent.GroupRemoved.class);
    }
  }

  private static int threads() {
    Thread[] all = new Thread[Thread.activeCount() * 2 + 64];
    int count = Thread.enumerate(all);
    return (int)
        Arrays.stream(all, 0, count)
            .filter(t -> t.getName().startsWith("DBus") || t.getName().equals("wifi-p2p"))
            .count();
  }

  private static long files() throws Exception {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }
}
