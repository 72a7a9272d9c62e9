package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TagTableTest {

  private static final int EACH = 96;

  private final Relationship first = Samples.relationship(Role.RESPONDER);
  private final Relationship second = Samples.relationship(Role.RESPONDER).withNextTag(500);
  private final TagTable table = TagTable.of(List.of(first, second));

  @Test
  void namesTheRelationshipGenerationAndCounterOfATag() {
    assertEquals(2 * EACH, table.size());
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 3)), accept(first, 3));
    assertEquals(Optional.of(new TagMatch(second.id(), 1, 531)), accept(second, 531));
  }

  @Test
  void refusesATagThatWasUsedBefore() {
    accept(first, 3);
    assertEquals(Optional.empty(), accept(first, 3));
  }

  @Test
  void refusesATagBeforeOneThatWasUsed() {
    accept(first, 3);
    assertEquals(Optional.empty(), accept(first, 2));
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 4)), accept(first, 4));
  }

  @Test
  void refusesATagBeyondTheWindow() {
    assertEquals(Optional.empty(), accept(first, 32));
    accept(first, 0);
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 32)), accept(first, 32));
  }

  @Test
  void acceptsARungAndTheWindowAfterIt() {
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 4096)), accept(first, 4096));
    assertEquals(Optional.empty(), accept(first, 64));
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 4097)), accept(first, 4097));
    assertEquals(2 * EACH, table.size());
  }

  @Test
  void refusesBytesThatAreNoTag() {
    assertEquals(Optional.empty(), table.accept(new byte[16]));
    assertEquals(Optional.empty(), table.accept(new byte[0]));
    assertEquals(Optional.empty(), table.accept(new byte[15]));
    assertEquals(Optional.empty(), table.accept(new byte[17]));
  }

  @Test
  void acceptsBothGenerationsUntilThePromotion() {
    Generation next = Samples.generation(2);
    Relationship renewed = first.withNext(next);
    table.put(renewed);
    assertEquals(3 * EACH, table.size());
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 5)), accept(first, 5));
    assertEquals(
        Optional.of(new TagMatch(first.id(), 2, 6)),
        table.accept(TagSchedule.tag(first.id(), next, 6)));
    table.put(renewed.promoted());
    assertEquals(2 * EACH, table.size());
    assertEquals(Optional.empty(), accept(first, 7));
    assertEquals(
        Optional.of(new TagMatch(first.id(), 2, 7)),
        table.accept(TagSchedule.tag(first.id(), next, 7)));
  }

  @Test
  void refusesAReplayInTheOtherGeneration() {
    Generation next = Samples.generation(2);
    table.put(first.withNext(next));
    accept(first, 5);
    assertEquals(Optional.empty(), table.accept(TagSchedule.tag(first.id(), next, 5)));
  }

  @Test
  void neverTurnsACounterBackWhenAnOlderValueIsPut() {
    accept(first, 9);
    table.put(first);
    assertEquals(Optional.empty(), accept(first, 9));
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 10)), accept(first, 10));
  }

  @Test
  void forgetsARelationship() {
    table.remove(first.id());
    assertEquals(EACH, table.size());
    assertEquals(Optional.empty(), accept(first, 0));
    table.remove(first.id());
    assertEquals(EACH, table.size());
  }

  @Test
  void holdsNoTagsOfRelationshipsInWhichThisDeviceIsTheInitiator() {
    assertEquals(0, TagTable.of(List.of(Samples.relationship(Role.INITIATOR))).size());
  }

  @Test
  void movesTheStoredCounterPastTheMatch() {
    assertEquals(13, new TagMatch(first.id(), 1, 12).acceptedBy(first).nextTag());
    assertEquals(500, new TagMatch(second.id(), 1, 12).acceptedBy(second).nextTag());
  }

  @Test
  void acceptsATagForOneOfManyThatBringItAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (long counter = 0; counter < 50; counter++) {
        byte[] tag = TagSchedule.tag(first.id(), first.current(), counter);
        List<Callable<Optional<TagMatch>>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          attempts.add(() -> table.accept(tag));
        }
        int accepted = 0;
        for (var outcome : pool.invokeAll(attempts)) {
          accepted += outcome.get().isPresent() ? 1 : 0;
        }
        assertEquals(1, accepted);
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Against a model that knows nothing of tables: a window for each relationship. */
  @Test
  void agreesWithTheWindowOverManyRandomTags() {
    Random random = new Random(11);
    Map<RelationshipId, Long> next = new HashMap<>();
    List<Relationship> both = List.of(first, second);
    both.forEach(one -> next.put(one.id(), one.nextTag()));
    for (int i = 0; i < 1500; i++) {
      Relationship one = both.get(random.nextInt(2));
      long from = next.getOrDefault(one.id(), -1L);
      long counter = Math.max(0, from - 5 + random.nextInt(80));
      boolean expected = TagWindow.accepts(from, counter);
      assertEquals(expected, accept(one, counter).isPresent(), "counter " + counter);
      if (expected) {
        next.put(one.id(), counter + 1);
      }
      assertEquals(next.values().stream().mapToInt(TagTableTest::open).sum(), table.size());
    }
  }

  private Optional<TagMatch> accept(Relationship relationship, long counter) {
    return table.accept(TagSchedule.tag(relationship.id(), relationship.current(), counter));
  }

  private static int open(long next) {
    return TagWindow.counters(next).length;
  }
}
