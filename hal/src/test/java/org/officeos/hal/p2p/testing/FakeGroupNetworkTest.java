package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;

class FakeGroupNetworkTest extends GroupNetworkContract {

  private final FakeGroupNetwork fake = new FakeGroupNetwork();

  private final Machine machine =
      new Machine() {
        @Override
        public GroupNetwork network() {
          return fake;
        }

        @Override
        public void groupBegins(String interfaceName) {
          fake.groupBegins(interfaceName);
        }

        @Override
        public void otherComes(String interfaceName, Ipv4 own, Ipv4 mask) {
          fake.otherComes(interfaceName, own, mask);
        }

        @Override
        public void gone(String interfaceName) {
          fake.gone(interfaceName);
        }

        @Override
        public String addresses(String interfaceName) {
          return fake.addresses(interfaceName).stream()
              .map(each -> each.own() + "/" + each.mask().prefixLength())
              .collect(Collectors.joining(" "));
        }
      };

  @Override
  protected Machine machine() {
    return machine;
  }

  @Test
  void failsOnceAsATestWants() throws Exception {
    Ipv4 owner = EapolAddressPlan.USUAL.owner();
    fake.refuseNext(Reason.KERNEL);
    assertRefused(Reason.KERNEL, () -> fake.isTaken(owner, EapolAddressPlan.USUAL.mask()));
    assertFalse(fake.isTaken(owner, EapolAddressPlan.USUAL.mask()));
    assertThrows(AssertionError.class, () -> fake.gone("p2p-wlan0-0"));
  }
}
