package org.officeos.laptop.upstream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all translators share: worker threads named {@code upstream-N}, the queues before services
 * that do one thing at a time, and the end of it all. Connections are never shared between
 * services. Safe for use by several threads; make one per daemon.
 */
public final class UpstreamClient implements AutoCloseable {

  private static final long IDLE_THREAD_SECONDS = 10;

  private final Timing timing;
  private final ExecutorService workers;
  private final List<Backend> backends = new CopyOnWriteArrayList<>();
  private final Map<String, OneAtATime> gates = new ConcurrentHashMap<>();

  /** A client on the system's clocks. */
  public UpstreamClient() {
    this(Timing.system());
  }

  UpstreamClient(Timing timing) {
    this.timing = timing;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "upstream-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Ends every call, which its caller hears as a fault, and lets go of all connections. */
  @Override
  public void close() {
    backends.forEach(Backend::close);
    workers.shutdownNow();
  }

  Timing timing() {
    return timing;
  }

  /** Starts work on a thread of its own, unless this client was closed. */
  void onWorker(Runnable work) throws UpstreamException {
    try {
      workers.execute(work);
    } catch (RejectedExecutionException closed) {
      throw Faults.exception(
          UpstreamException.Reason.CANCELLED, "The laptop daemon is shutting down; try again.");
    }
  }

  Backend backend(UpstreamSettings settings, Backend.Key key) {
    Backend backend = new Backend(settings, key);
    backends.add(backend);
    return backend;
  }

  /** The one queue before a service, however many translators speak to it. */
  OneAtATime gate(Backend backend, int depth) {
    return gates.computeIfAbsent(backend.authority(), any -> new OneAtATime(depth));
  }
}
