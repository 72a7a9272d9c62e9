package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalTest {

  private final Relationship paired = Samples.relationship(Role.INITIATOR);
  private final Generation second = Samples.generation(2);

  @Test
  void keepsBothGenerationsOnceANextOneIsAgreed() {
    Relationship renewed = agreed(paired, second);
    assertEquals(List.of(second, paired.current()), Renewal.generations(renewed));
    assertSame(second, renewed.preferred());
    assertEquals(second.expires(), renewed.expires());
  }

  @Test
  void replacesANextGenerationThatWasNeverUsed() {
    Generation again = Samples.generation(2);
    Relationship renewed = agreed(agreed(paired, second), again);
    assertEquals(List.of(again, paired.current()), Renewal.generations(renewed));
    assertTrue(RelationshipRules.dropsSecrets(agreed(paired, second), renewed));
  }

  @Test
  void refusesAGenerationThatDoesNotFollow() {
    for (int number : new int[] {1, 3}) {
      assertEquals(Optional.empty(), Renewal.agreed(paired, Samples.generation(number)));
    }
  }

  @Test
  void dropsAnUnusedNextGenerationBeforeAskingAgain() {
    Relationship asking = Renewal.beforeAsking(agreed(paired, second));
    assertEquals(Optional.empty(), asking.next());
    assertSame(paired.current(), asking.preferred());
    assertThrows(
        IllegalArgumentException.class,
        () -> Renewal.beforeAsking(Samples.relationship(Role.RESPONDER)));
  }

  @Test
  void promotesTheNextGenerationOnItsFirstUse() {
    Relationship renewed = agreed(paired, second);
    Relationship promoted = Renewal.used(renewed, second).orElseThrow();
    assertEquals(List.of(second), Renewal.generations(promoted));
    assertTrue(RelationshipRules.dropsSecrets(renewed, promoted));
    assertEquals(Optional.of(promoted), Renewal.used(promoted, second));
  }

  @Test
  void keepsBothWhileTheCurrentOneIsUsed() {
    Relationship renewed = agreed(paired, second);
    assertEquals(Optional.of(renewed), Renewal.used(renewed, paired.current()));
  }

  @Test
  void refusesASessionOnAGenerationThatWasLetGoMeanwhile() {
    Relationship promoted = agreed(paired, second).promoted();
    assertEquals(Optional.empty(), Renewal.used(promoted, paired.current()));
    assertEquals(Optional.empty(), Renewal.used(paired, second));
    assertEquals(Optional.empty(), Renewal.used(agreed(paired, Samples.generation(2)), second));
  }

  private static Relationship agreed(Relationship before, Generation next) {
    return Renewal.agreed(before, next).orElseThrow();
  }
}
