package org.officeos.laptop.radio;

import java.util.ArrayList;
import java.util.List;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.Ipv4;

/**
 * The networks a group may have, in order of preference. Android's comes first; the others are
 * private ones (RFC 1918) that home routers and virtual machines seldom use. The owner is .1, its
 * handhelds .128 to .254.
 */
final class AddressPlans {

  /** All of them. */
  static final List<EapolAddressPlan> TABLE = table();

  private AddressPlans() {}

  private static List<EapolAddressPlan> table() {
    List<EapolAddressPlan> plans = new ArrayList<>(List.of(EapolAddressPlan.USUAL));
    int[][] networks = {{192, 168, 149}, {192, 168, 249}, {172, 29, 49}, {10, 249, 49}};
    for (int[] network : networks) {
      plans.add(plan(network[0], network[1], network[2]));
    }
    return List.copyOf(plans);
  }

  static EapolAddressPlan plan(int a, int b, int c) {
    return new EapolAddressPlan(
        Ipv4.of(a, b, c, 1),
        EapolAddressPlan.USUAL.mask(),
        Ipv4.of(a, b, c, 128),
        Ipv4.of(a, b, c, 254));
  }
}
