package org.officeos.session.netty;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** The one thread that waits for the disk, so that no I/O thread ever does. */
final class StoreThread implements AutoCloseable {

  private final RelationshipStore store;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "session-store");
            thread.setDaemon(true);
            return thread;
          });

  StoreThread(RelationshipStore store) {
    this.store = store;
  }

  /** Something that reads or writes the store. */
  interface Step {
    void run(RelationshipStore store) throws StoreException, SessionException;
  }

  /** Runs the step after those before it; a failure goes to {@code otherwise}, on that thread. */
  void run(Step step, Consumer<SessionException> otherwise) {
    try {
      executor.execute(() -> guarded(step, otherwise));
    } catch (RejectedExecutionException stopped) {
      otherwise.accept(new SessionException(Reason.SHUTTING_DOWN));
    }
  }

  private void guarded(Step step, Consumer<SessionException> otherwise) {
    try {
      step.run(store);
    } catch (SessionException e) {
      otherwise.accept(e);
    } catch (StoreException e) {
      otherwise.accept(new SessionException(Reason.STORE, String.valueOf(e.getMessage()), e));
    } catch (RuntimeException e) {
      otherwise.accept(new SessionException(Reason.INTERNAL, String.valueOf(e), e));
    }
  }

  /** Finishes what was asked for and stops. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
