package org.officeos.hil.lab;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;

/**
 * Both hosts sleep and wake, which ends their group. It comes back without a person, and nothing
 * but the session moves on it: first seen to move where nothing is shut.
 */
class AirgapSleepScenario extends LinkedScenario {

  @Test
  void theLinkComesBackAfterSleepAndNothingElseMoves() throws Exception {
    HandheldDriver handheld = paired(laptop(STAND_INS));
    Asked open = linked(handheld);
    step("asleep, and awake, with nothing shut");
    hosts.sleep();
    awaitPicture(handheld);
    Attacks attacks = Attacks.whereNothingIsShut(hosts, EnumSet.of(Attack.NAMES_ASKED));
    linkedAndShut(handheld, open);
    step("asleep, and awake, with all shut");
    hosts.sleep();
    awaitPicture(handheld);
    attacks.assertShut(Attack.NAMES_ASKED);
    assertPicture(handheld);
  }
}
