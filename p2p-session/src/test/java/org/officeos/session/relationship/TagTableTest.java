package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
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
  void acceptsATagThatALaterOneOvertookOnce() {
    accept(first, 3);
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 2)), accept(first, 2));
    assertEquals(Optional.empty(), accept(first, 2));
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 4)), accept(first, 4));
  }

  @Test
  void refusesATagThatFellBehindByMoreThanTheWindow() {
    accept(first, 31);
    accept(first, 32);
    assertEquals(Optional.empty(), accept(first, 0));
    assertEquals(Optional.of(new TagMatch(first.id(), 1, 1)), accept(first, 1));
  }

  @Test
  void refusesOvertakenTagsAfterARestart() {
    Relationship restarted = accept(first, 3).orElseThrow().acceptedBy(first);
    TagTable fresh = TagTable.of(List.of(restarted));
    assertEquals(Optional.empty(), fresh.accept(TagSchedule.tag(first.id(), first.current(), 2)));
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
    assertEquals(2 * EACH + 5, table.size(), "tags 0 to 4 were overtaken, and stay good");
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

  /** Against a model that knows no tags: a set of numbers for each relationship. */
  @Test
  void agreesWithSetsOfNumbersOverManyRandomTags() {
    Random random = new Random(11);
    Map<RelationshipId, Model> models = new HashMap<>();
    List<Relationship> both = List.of(first, second);
    both.forEach(one -> models.put(one.id(), new Model(one.nextTag())));
    for (int i = 0; i < 1500; i++) {
      Relationship one = both.get(random.nextInt(2));
      Model model = Objects.requireNonNull(models.get(one.id()));
      long counter = Math.max(0, model.next - 40 + random.nextInt(120));
      assertEquals(model.accept(counter), accept(one, counter).isPresent(), "counter " + counter);
      assertEquals(models.values().stream().mapToInt(m -> m.open.size()).sum(), table.size());
    }
  }

  private static final class Model {
    final Set<Long> open = new HashSet<>();
    long next;

    Model(long next) {
      this.next = next;
      LongStream.of(TagWindow.counters(next)).forEach(open::add);
    }

    boolean accept(long counter) {
      if (!open.remove(counter)) {
        return false;
      }
      next = Math.max(next, counter + 1);
      LongStream.of(TagWindow.counters(next)).forEach(open::add);
      open.removeIf(old -> old < next - TagWindow.SIZE);
      return true;
    }
  }

  private Optional<TagMatch> accept(Relationship relationship, long counter) {
    return table.accept(TagSchedule.tag(relationship.id(), relationship.current(), counter));
  }
}
