package org.officeos.laptop.relay;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.officeos.session.bytecode.ResultCode;

/** Ends the relay's threads in order: gates, waiting work, running work, endings. */
final class RelayShutdown {

  private static final long LAST_MILLIS = 2000;
  private static final String DETAIL = "the laptop is shutting down; try again shortly";

  private RelayShutdown() {}

  static void run(
      Duration grace,
      Workers gates,
      Workers images,
      Workers texts,
      Set<RelayContext> inside,
      Workers enders) {
    try {
      gates.drain().forEach(Runnable::run);
      gates.awaitEnd(LAST_MILLIS);
      for (Workers workers : List.of(images, texts)) {
        for (Runnable waiting : workers.drain()) {
          ((Job) waiting).skip(ResultCode.SHUTTING_DOWN, DETAIL);
        }
      }
      images.awaitEnd(grace.toMillis());
      texts.awaitEnd(grace.toMillis());
      for (RelayContext context : inside) {
        context.stopForShutdown();
      }
      if (!images.awaitEnd(LAST_MILLIS)) {
        images.interrupt();
      }
      if (!texts.awaitEnd(LAST_MILLIS)) {
        texts.interrupt();
      }
      images.awaitEnd(LAST_MILLIS);
      texts.awaitEnd(LAST_MILLIS);
      enders.drain().forEach(Runnable::run);
      enders.awaitEnd(LAST_MILLIS);
    } catch (InterruptedException e) {
      images.interrupt();
      texts.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
