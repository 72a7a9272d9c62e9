package org.officeos.hal.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.KernelRelease;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.fence.RuleHolder;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.guard.GuardAnswer;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.guard.GuardOrder;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.FilterChains;
import org.officeos.hal.netlink.FilterGeneration;
import org.officeos.hal.netlink.FormatException;

/** The packet filter, for the guard: hears of changes, looks at it, and loads it. One thread. */
final class GuardFilter implements AutoCloseable {

  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final int LOOKS_AT_MOST = 5;
  private static final int CHANGES_AT_ONCE = 10_000;
  private static final String KERNEL = "os.version";

  private final AirgapNetlink reader;
  private final RuleLoader loader;
  private final RuleHolder holder;
  private final NetlinkSocket questions;
  private final NetlinkSocket changes;
  private final LongSupplier nanos;
  private boolean held;

  /** What the last look saw of a filter that is as it should be, and its generation. */
  private Optional<Standing<Seen>> last = Optional.empty();

  private record Seen(int generation, FilterSight sight) {}

  GuardFilter(LibC libc, LongSupplier nanos, Path sys, RuleLoader loader, RuleHolder holder)
      throws NetlinkException {
    this.holder = holder;
    this.nanos = nanos;
    this.reader = new AirgapNetlink(libc, nanos, sys);
    this.loader = loader;
    questions = NetlinkSocket.open(libc, FilterChains.PROTOCOL, nanos);
    try {
      changes = NetlinkSocket.open(libc, FilterChains.PROTOCOL, nanos);
      changes.join(FilterGeneration.GROUP);
    } catch (NetlinkException e) {
      questions.close();
      throw e;
    }
  }

  /** The socket on which changes are told, for waiting on. */
  int descriptor() {
    return changes.descriptor();
  }

  /** One event for all changes that were told meanwhile, or that were too many to be told. */
  Optional<GuardEvent> changed() {
    boolean any = false;
    for (int i = 0; i < CHANGES_AT_ONCE; i++) {
      try {
        if (changes.next(Duration.ZERO).isEmpty()) {
          break;
        }
      } catch (NetlinkException e) {
        if (e.reason() == NetlinkException.Reason.NOT_RECEIVED) {
          break;
        }
      }
      any = true;
      last = Optional.empty();
    }
    return any ? Optional.of(new GuardEvent.FilterActed()) : Optional.empty();
  }

  /**
   * Rules, chains and sets of one generation. Where the generation is that of the last look, and
   * the kernel told of nothing since, they are not read again.
   *
   * @param told see {@link GuardEars#told}
   */
  GuardEvent look(long told) {
    try {
      for (int i = 0; i < LOOKS_AT_MOST; i++) {
        int before = generation();
        Optional<FilterSight> known =
            last.flatMap(each -> each.still(told, nanos.getAsLong()))
                .filter(each -> each.generation() == before)
                .map(Seen::sight);
        if (known.isPresent()) {
          return new GuardEvent.FilterSeen(own(known.get()));
        }
        FilterSight seen = FilterSight.of(reader.filter(withKernel()), AirgapSettings.USUAL);
        if (generation() == before) {
          last = stands(seen) ? Optional.of(standing(before, seen, told)) : Optional.empty();
          return new GuardEvent.FilterSeen(own(seen));
        }
      }
      return blind("it went on changing");
    } catch (NetlinkException | FormatException e) {
      return blind(String.valueOf(e.getMessage()));
    }
  }

  /** What is not as it should be is read each time. */
  private static boolean stands(FilterSight seen) {
    return seen.broken().isEmpty() && seen.foreign().isEmpty();
  }

  private Standing<Seen> standing(int generation, FilterSight seen, long told) {
    return new Standing<>(new Seen(generation, seen), told, nanos.getAsLong());
  }

  /** What nobody holds, or somebody else, the next flush takes away. */
  private FilterSight own(FilterSight seen) {
    FilterSight sight = holder.holds() ? seen : seen.unheld();
    held = sight.held().isPresent();
    return sight;
  }

  private static GuardEvent blind(String why) {
    return new GuardEvent.Blind(GuardOrder.Look.FILTER, why);
  }

  private int generation() throws NetlinkException, FormatException {
    return FilterGeneration.read(questions.question(FilterGeneration::request, WITHIN));
  }

  private static Snapshot withKernel() {
    return KernelRelease.ofThisMachine()
        .map(each -> Snapshot.EMPTY.with(Part.KERNEL, Part.KERNEL.read(each, KERNEL)))
        .orElse(Snapshot.EMPTY);
  }

  GuardAnswer load(String rules) {
    try {
      loader.load(rules);
      return GuardAnswer.TAKEN;
    } catch (RuleLoadException e) {
      return GuardAnswer.refused(e.reason() + ": " + e.getMessage());
    }
  }

  /** Where nothing was held at the last look, what says that it holds has failed. */
  GuardAnswer hold(HeldTable table) {
    if (!held) {
      holder.close();
    }
    try {
      holder.hold(table);
      held = true;
      return GuardAnswer.TAKEN;
    } catch (RuleLoadException e) {
      return GuardAnswer.refused(e.reason() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    holder.close();
    questions.close();
    changes.close();
  }
}
