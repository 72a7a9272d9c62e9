package org.officeos.bench.run;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Samples;
import org.officeos.bench.figure.Trend;
import org.officeos.bench.ours.PairedStores;
import org.officeos.session.relationship.RelationshipStore;

/**
 * 200 paired devices connected at once to a daemon of its own JVM, each sending a small instruction
 * a second. The daemon's heap is sampled after a collection; the figure is the growth over the
 * window by the Theil-Sen slope, in per cent of the median: up to 2 per cent counts as flat. A lost
 * session or a failed instruction fails the run.
 */
final class DevicesProgram implements Program {

  private static final int DEVICES = 200;
  private static final int CONNECT_EVERY_MILLIS = 60;
  private static final int FULL_WINDOW_SECONDS = 120;

  private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();

  @Override
  public void run(Bench bench) throws Exception {
    List<Device> devices = new ArrayList<>();
    Path daemonStore = bench.folder().resolve("daemon");
    bench.say("pairing " + DEVICES + " devices");
    try (RelationshipStore store = PairedStores.open(daemonStore)) {
      for (int i = 0; i < DEVICES; i++) {
        devices.add(new Device(bench.folder().resolve("device-" + i), store, new SecureRandom()));
      }
    }
    ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    try (Daemon daemon = new Daemon(daemonStore)) {
      bench.addFact(
          "daemon's heap before the first device",
          "MB",
          Samples.of(daemon.sample().heapBytes() / 1e6));
      bench.say("connecting");
      for (Device device : devices) {
        device.connect(daemon.address());
        TimeUnit.MILLISECONDS.sleep(CONNECT_EVERY_MILLIS);
      }
      AtomicInteger next = new AtomicInteger();
      ScheduledFuture<?> sending =
          ticks.scheduleAtFixedRate(
              () -> send(devices.get(next.getAndIncrement() % DEVICES)),
              0,
              1_000_000 / DEVICES,
              TimeUnit.MICROSECONDS);
      observe(bench, daemon);
      require(!sending.isDone(), "the sending stopped");
    } finally {
      ticks.shutdownNow();
      devices.forEach(Device::close);
    }
  }

  private void send(Device device) {
    sent.incrementAndGet();
    device.send(
        (failure, nanos) -> {
          if (failure == null) {
            millis.add(nanos / 1e6);
          } else {
            failures.add(failure);
          }
        });
  }

  private void observe(Bench bench, Daemon daemon) throws Exception {
    TimeUnit.SECONDS.sleep(bench.pick(15, 30));
    int windowSeconds = bench.pick(30, FULL_WINDOW_SECONDS);
    int everySeconds = bench.pick(2, 5);
    int samples = windowSeconds / everySeconds + 1;
    double[] at = new double[samples];
    double[] heap = new double[samples];
    millis.clear();
    int sentBefore = sent.get();
    long start = System.nanoTime();
    for (int i = 0; i < samples; i++) {
      Daemon.Sample sample = daemon.sample();
      at[i] = (System.nanoTime() - start) / 1e9;
      heap[i] = sample.heapBytes();
      require(
          sample.sessions() == DEVICES,
          sample.sessions() + " sessions are left, the others ended: " + sample.endings());
      bench.say(
          String.format(
              Locale.ROOT,
              "%.0f s: %d sessions, heap %.2f MB, %d answers",
              at[i],
              sample.sessions(),
              heap[i] / 1e6,
              millis.size()));
      long sleep = start + (i + 1L) * everySeconds * 1_000_000_000L - System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(i + 1 < samples ? Math.max(0, sleep) : 0);
    }
    int asked = sent.get() - sentBefore;
    require(failures.isEmpty(), failures.size() + " instructions failed, first " + failures.peek());
    require(millis.size() >= asked - 2 * DEVICES, millis.size() + " answers to " + asked);
    report(bench, windowSeconds, at, heap, asked);
  }

  private void report(Bench bench, int windowSeconds, double[] at, double[] heap, int asked) {
    Samples bytes = Samples.of(heap);
    String window = windowSeconds < FULL_WINDOW_SECONDS ? windowSeconds + "s" : "";
    bench.add(
        new Result(
            Figure.HEAP_GROWTH,
            window,
            Trend.growthPercent(at, heap),
            (bytes.min() / bytes.median() - 1) * 100,
            (bytes.max() / bytes.median() - 1) * 100,
            heap.length));
    bench.addFact(
        "daemon's heap with 200 devices",
        "MB",
        Samples.of(bytes.min() / 1e6, bytes.median() / 1e6, bytes.max() / 1e6));
    bench.addFact("instructions a second", "1/s", Samples.of(asked / at[at.length - 1]));
    Samples waits = Samples.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    bench.addFact(
        "their answers, p50 (p1 to p99)",
        "ms",
        Samples.of(waits.quantile(0.01), waits.median(), waits.quantile(0.99)));
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalStateException(otherwise);
    }
  }
}
