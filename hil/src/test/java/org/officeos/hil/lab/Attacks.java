package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Attacks that were made where nothing was shut. One that got nothing out there proves nothing; one
 * that this guest has not got what it takes for is skipped by name.
 */
final class Attacks {

  private final Hosts hosts;
  private final Map<Attack, Integer> open = new EnumMap<>(Attack.class);
  private final Map<Attack, TestAbortedException> notHere = new EnumMap<>(Attack.class);

  private Attacks(Hosts hosts) {
    this.hosts = hosts;
  }

  /** Makes each of them now. */
  static Attacks whereNothingIsShut(Hosts hosts, Set<Attack> attacks) throws IOException {
    Attacks made = new Attacks(hosts);
    for (Attack each : attacks) {
      try {
        made.open.put(each, each.leaked(hosts));
      } catch (TestAbortedException e) {
        made.notHere.put(each, e);
      }
    }
    return made;
  }

  /** A test for each, which makes it where all is shut by then. */
  Stream<DynamicTest> whereAllIsShut() {
    return Stream.concat(open.keySet().stream(), notHere.keySet().stream())
        .map(each -> DynamicTest.dynamicTest(title(each), () -> assertShut(each)));
  }

  private String title(Attack attack) {
    Integer sent = open.get(attack);
    return sent == null ? attack.words() : attack.words() + ", open " + sent + " frames, shut 0";
  }

  /** Makes one of them where all is shut. */
  void assertShut(Attack attack) throws IOException {
    TestAbortedException absent = notHere.get(attack);
    if (absent != null) {
      throw absent;
    }
    int sent = open.getOrDefault(attack, 0);
    assertTrue(
        sent > 0, attack.words() + ": nothing got out where nothing was shut: this proves nothing");
    assertEquals(
        0,
        attack.leaked(hosts),
        attack.words() + ": frames got out; " + sent + " where nothing was shut");
  }
}
