package org.officeos.laptop.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.officeos.laptop.budget.Verdict.Granted;
import org.officeos.laptop.budget.Verdict.Refused;
import org.officeos.laptop.budget.Verdict.Why;
import org.officeos.laptop.testing.Devices;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipId;

class BudgetsTest {

  private final AtomicLong nanos = new AtomicLong(1_000);
  private final RelationshipId ada = Devices.allowed().id();
  private final RelationshipId bob = Devices.allowed().id();

  @Test
  void grantsTheBurstThenSaysExactlyWhenTheNextOneMayCome() {
    Budgets budgets = budgets(new Limit(12, 100));
    for (int left = 11; left >= 8; left--) {
      assertEquals(new Remaining(left, 100), useOne(budgets, ada).remaining());
    }
    Refused refused = refused(budgets, ada);
    assertEquals(Why.TOO_MANY_A_MINUTE, refused.why());
    assertEquals(Duration.ofMillis(2500), refused.retryAfter());
    nanos.addAndGet(refused.retryAfter().toNanos() - 1);
    assertEquals(Duration.ofNanos(1), refused(budgets, ada).retryAfter());
    nanos.addAndGet(1);
    useOne(budgets, ada);
    refused(budgets, ada);
  }

  @Test
  void neverLetsASteadyStreamGoBeyondItsRate() {
    Budgets budgets = budgets(new Limit(60, 100));
    int first = grantedWithin(budgets, Duration.ofMinutes(1));
    int second = grantedWithin(budgets, Duration.ofMinutes(1));
    int third = grantedWithin(budgets, Duration.ofMinutes(1));
    assertTrue(first <= 120, "at most twice in the first minute after idling, not " + first);
    assertEquals(60, second);
    assertEquals(60, third);
  }

  @Test
  void keepsBurstsWithinTheShortWindow() {
    Budgets budgets = budgets(new Limit(60, 100));
    int burst = 0;
    while (budgets.acquire(ada, Opcode.CHAT) instanceof Granted granted) {
      granted.permit().close();
      burst++;
    }
    assertEquals(20, burst, "a third of the minute's");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,2", "6,2", "7,3", "60,20", "1000000,333334"})
  void derivesTheBurstFromTheMinute(int perMinute, int burst) {
    assertEquals(burst, new Limit(perMinute, 1).burst());
  }

  @Test
  void countsEachDeviceAndEachOpcodeByItself() {
    Budgets budgets = budgets(new Limit(2, 100));
    useOne(budgets, ada);
    useOne(budgets, ada);
    refused(budgets, ada);
    useOne(budgets, bob);
    assertInstanceOf(Granted.class, budgets.acquire(ada, Opcode.COMPLETE));
    assertEquals(new Remaining(1, 100), budgets.remaining(bob, Opcode.CHAT));
    assertEquals(new Remaining(2, 100), budgets.remaining(bob, Opcode.STATUS));
  }

  @Test
  void refusesAtOnceWithoutCostingAToken() {
    Budgets budgets = budgets(new Limit(60, 2));
    Granted first = granted(budgets, ada);
    granted(budgets, ada);
    Refused refused = refused(budgets, ada);
    assertEquals(Why.TOO_MANY_AT_ONCE, refused.why());
    assertEquals(Duration.ZERO, refused.retryAfter());
    assertEquals(new Remaining(58, 0), refused.remaining());
    first.permit().close();
    first.permit().close();
    assertEquals(1, budgets.openNow(), "a permit is given back once");
    assertEquals(new Remaining(57, 0), granted(budgets, ada).remaining());
  }

  @Test
  void holdsNoPlaceForARequestThatTheRateRefused() {
    Budgets budgets = budgets(new Limit(1, 5));
    useOne(budgets, ada);
    for (int i = 0; i < 20; i++) {
      refused(budgets, ada);
    }
    assertEquals(0, budgets.openNow());
  }

  @Test
  void forgetsIdleDevicesButNotOpenRequests() {
    Budgets budgets = budgets(new Limit(60, 5));
    for (int i = 0; i < 200; i++) {
      useOne(budgets, Devices.allowed().id());
    }
    Granted open = granted(budgets, ada);
    assertEquals(201, budgets.remembered());
    nanos.addAndGet(Budgets.IDLE.toNanos());
    useOne(budgets, bob);
    assertEquals(2, budgets.remembered(), "the one that came, and the one with an open request");
    open.permit().close();
    nanos.addAndGet(Budgets.IDLE.toNanos());
    useOne(budgets, bob);
    assertEquals(1, budgets.remembered());
    assertEquals(0, budgets.openNow());
  }

  @Test
  void neverGrantsMoreThanTheLimitToManyThreads() throws Exception {
    Budgets budgets = budgets(new Limit(1_000_000, 7));
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    CountDownLatch begin = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  begin.await();
                } catch (InterruptedException e) {
                  return;
                }
                for (int n = 0; n < 2_000; n++) {
                  if (budgets.acquire(ada, Opcode.CHAT) instanceof Granted granted) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    now.decrementAndGet();
                    granted.permit().close();
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    begin.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertTrue(most.get() >= 1 && most.get() <= 7, "at once: " + most.get());
    assertEquals(0, budgets.openNow());
  }

  @Test
  void refusesATableWithAHole() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Budgets(Map.of(Opcode.CHAT, new Limit(1, 1)), nanos::get));
    assertThrows(IllegalArgumentException.class, () -> new Limit(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Limit(1, 0));
  }

  private Budgets budgets(Limit limit) {
    Map<Opcode, Limit> limits = new EnumMap<>(Opcode.class);
    for (Opcode opcode : Opcode.values()) {
      limits.put(opcode, limit);
    }
    return new Budgets(limits, nanos::get);
  }

  private int grantedWithin(Budgets budgets, Duration time) {
    int count = 0;
    long end = nanos.get() + time.toNanos();
    while (nanos.get() < end) {
      if (budgets.acquire(ada, Opcode.CHAT) instanceof Granted granted) {
        granted.permit().close();
        count++;
      }
      nanos.addAndGet(100_000_000L);
    }
    return count;
  }

  private static Granted granted(Budgets budgets, RelationshipId id) {
    return assertInstanceOf(Granted.class, budgets.acquire(id, Opcode.CHAT));
  }

  private static Granted useOne(Budgets budgets, RelationshipId id) {
    Granted granted = granted(budgets, id);
    granted.permit().close();
    return new Granted(
        granted.permit(),
        new Remaining(granted.remaining().minute(), granted.remaining().concurrent() + 1));
  }

  private static Refused refused(Budgets budgets, RelationshipId id) {
    return assertInstanceOf(Refused.class, budgets.acquire(id, Opcode.CHAT));
  }
}
