package org.officeos.wpa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.P2pRig;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.hal.p2p.testing.WifiP2pContract;
import org.officeos.wpa.fake.PrivateBus;
import org.officeos.wpa.fake.StrictSupplicant;

/** The contract, over two private buses with a strict supplicant on each. */
class SupplicantWifiP2pTest extends WifiP2pContract {

  @TempDir Path directory;

  private final List<Runnable> closing = new ArrayList<>();

  @Override
  protected P2pRig rig() throws Exception {
    SimulatedAir air = new SimulatedAir();
    SimulatedRadio one = air.radio("02:00:00:00:00:01");
    SimulatedRadio two = air.radio("02:00:00:00:00:02");
    WifiP2p handheld = device("handheld", one);
    WifiP2p laptop = device("laptop", two);
    return new Rig(one.address(), two.address(), handheld, laptop, List.copyOf(closing));
  }

  private WifiP2p device(String name, SimulatedRadio radio) throws IOException, DBusException {
    PrivateBus bus = PrivateBus.start(directory.resolve(name));
    StrictSupplicant supplicant = StrictSupplicant.start(bus.address(), radio, "wlan0");
    WifiP2p wifi =
        SupplicantWifiP2p.open(
            SupplicantConfig.of("wlan0")
                .on(bus.address())
                .withKernelAddress(() -> Optional.of(radio.address())));
    closing.add(wifi::close);
    closing.add(supplicant::close);
    closing.add(bus::close);
    EventLog.of(wifi).next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    return wifi;
  }

  private record Rig(
      MacAddress handheldAddress,
      MacAddress laptopAddress,
      WifiP2p handheld,
      WifiP2p laptop,
      List<Runnable> closing)
      implements P2pRig {
    @Override
    public void close() {
      closing.forEach(Runnable::run);
    }
  }
}
