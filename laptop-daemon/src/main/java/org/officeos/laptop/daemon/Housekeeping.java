package org.officeos.laptop.daemon;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.UsageBook;
import org.officeos.laptop.relay.RelationshipViews;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done beside requests, on one thread named {@code housekeeping}, which may block. */
final class Housekeeping implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final long TALLY_SECONDS = 5;
  private static final long EXPIRY_SECONDS = 60;

  private final ScheduledExecutorService thread;
  private final RelationshipStore store;
  private final UsageBook usage;
  private final RelationshipViews views;
  private final InstantSource clock;

  Housekeeping(
      RelationshipStore store, UsageBook usage, RelationshipViews views, InstantSource clock) {
    this.store = store;
    this.usage = usage;
    this.views = views;
    this.clock = clock;
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(work, "housekeeping");
              made.setDaemon(true);
              return made;
            });
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.thread = executor;
  }

  /**
   * Starts what is done regularly.
   *
   * @param tally writes down what is counted in memory
   * @param dropped hears of a relationship whose time is over
   */
  void every(Runnable tally, Consumer<RelationshipId> dropped) {
    repeat(tally, TALLY_SECONDS);
    repeat(() -> endExpired(dropped), EXPIRY_SECONDS);
  }

  private void repeat(Runnable work, long seconds) {
    Future<?> unused =
        thread.scheduleWithFixedDelay(() -> guarded(work), seconds, seconds, TimeUnit.SECONDS);
  }

  @Override
  public void execute(Runnable work) {
    try {
      thread.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      LOG.debug("not done, because the daemon is ending");
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("a fault of this program: {}", e.getClass().getName());
    }
  }

  void seen(RelationshipId id) {
    try {
      usage.seen(id, clock.instant());
    } catch (AuditException e) {
      LOG.warn("a device could not be noted as seen: {}", e.getMessage());
    }
  }

  /** Reads a relationship anew for those who may not block. */
  void refresh(RelationshipId id) {
    try {
      store.find(id).ifPresentOrElse(views::put, () -> views.remove(id));
    } catch (StoreException e) {
      LOG.warn("relationships cannot be read: {}", e.reason());
    }
  }

  /** Erases the secrets of relationships whose time is over. */
  void endExpired(Consumer<RelationshipId> dropped) {
    try {
      Instant now = clock.instant();
      for (Relationship relationship : store.all()) {
        if (!now.isBefore(relationship.expires())) {
          store.erase(relationship.id(), EndedPeer.Why.EXPIRED, now);
          views.remove(relationship.id());
          dropped.accept(relationship.id());
          LOG.info("expired device={}", relationship.id().shortName());
        }
      }
    } catch (StoreException e) {
      LOG.warn("expired relationships could not be ended: {}", e.reason());
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
