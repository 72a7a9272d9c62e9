package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A handheld that is in no group, and somebody who is root on it. Each way out is tried where
 * nothing is shut, and has to lead out there; then with the shipped packet filter, guard and bus
 * policy, where nothing may be seen of it.
 */
class AirgapIdleScenario {

  private static final String SPARE = "spare";

  @RegisterExtension final Hosts hosts = new Hosts(Hosts.NETWORK, SPARE);

  @TestFactory
  Stream<DynamicTest> nothingGetsOut() throws Exception {
    assumeTrue(Hosts.haveP2pDevice(), "without P2P-device the station interface has to be up");
    Attacks attacks =
        Attacks.whereNothingIsShut(hosts, EnumSet.range(Attack.CONNECT, Attack.NAMED_LIKE_A_GROUP));
    hosts.timeline().write("lab", "phase", "all is shut");
    hosts.anewWithClosedBuses();
    hosts.lock(Hosts.HANDHELD);
    return attacks.whereAllIsShut();
  }
}
