package org.officeos.handheld.cli;

import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.RadioSetup;

/** Radios of which nothing is expected but what a test says. */
class TestRadios implements Machine.Radios {

  static final TestRadios NONE = new TestRadios();

  /** Radios that only preflight looks at. */
  static TestRadios seen(PreflightFacts facts) {
    return new TestRadios() {
      @Override
      public PreflightFacts look(String interfaceName) {
        return facts;
      }
    };
  }

  @Override
  public PreflightFacts look(String interfaceName) {
    throw new AssertionError("no test looks at radios here");
  }

  @Override
  public WifiP2p watch(String interfaceName) {
    throw new AssertionError("no test watches radios here");
  }

  @Override
  public RadioSetup setup(String interfaceName, DeviceSettings settings, AirPatience patience) {
    throw new AssertionError("no test goes over the air here");
  }
}
