package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterSet;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Source;

/**
 * Goes through the rules that packets meet from one base chain on, and tells which kinds of packet
 * are accepted. A packet's kind is what it must be to come so far: comparisons for equality and
 * keys of sets narrow it, all else leaves it as wide as it was; so it is never told narrower than
 * it is. What an earlier rule drops is not taken off.
 */
final class RuleWalk {

  private static final int PLACES = 16;
  private static final int MOST_KINDS = 4096;
  private static final int MOST_RULES = 10_000;
  private static final int DEEPEST = 16;

  /**
   * A rule that accepts.
   *
   * @param kinds what it accepts: each a map of what must be which value
   * @param unknown what stands before it and was not understood; empty where all was
   */
  record Accepted(FilterRule rule, List<Map<Source, String>> kinds, String unknown) {}

  private record State(List<Map<Source, String>> kinds, String unknown) {}

  private final FilterContent content;
  private final List<Accepted> accepted = new ArrayList<>();

  /** By their handles, which the kernel gives out once in each table. */
  private final Map<Long, FilterRule> met = new LinkedHashMap<>();

  private final Set<String> walking = new HashSet<>();
  private int left = MOST_RULES;

  RuleWalk(FilterContent content, FilterChain from) {
    this.content = content;
    walk(from, from.name(), new State(List.of(Map.of()), ""));
  }

  List<Accepted> accepted() {
    return accepted;
  }

  /** All rules that packets may meet, each once. */
  Collection<FilterRule> met() {
    return met.values();
  }

  private void walk(FilterChain from, String chain, State entering) {
    if (!walking.add(chain)) {
      return;
    }
    for (FilterRule rule : content.of(from.family(), from.table(), chain)) {
      met.putIfAbsent(rule.handle(), rule);
      State state = walking.size() > DEEPEST || left-- <= 0 ? unknown(entering, "much") : entering;
      new Steps(rule, state).go(from);
    }
    walking.remove(chain);
  }

  private static State unknown(State state, String what) {
    return new State(state.kinds(), state.unknown().isEmpty() ? what : state.unknown());
  }

  /** One rule's registers, and what a packet must be to come past its steps. */
  private final class Steps {

    private final FilterRule rule;
    private final @Nullable Source[] registers = new Source[PLACES];
    private final @Nullable String[] masks = new String[PLACES];
    private State state;

    Steps(FilterRule rule, State entering) {
      this.rule = rule;
      this.state = entering;
    }

    void go(FilterChain from) {
      for (FilterStep step : rule.steps()) {
        if (step instanceof FilterStep.Verdict verdict) {
          decide(verdict, from);
          return;
        }
        if (step instanceof FilterStep.Reject || state.kinds().isEmpty()) {
          return;
        }
        narrow(step);
      }
    }

    private void decide(FilterStep.Verdict verdict, FilterChain from) {
      if (state.kinds().isEmpty()) {
        return;
      }
      switch (verdict.outcome()) {
        case ACCEPT -> accepted.add(new Accepted(rule, state.kinds(), state.unknown()));
        case OTHER ->
            accepted.add(
                new Accepted(rule, state.kinds(), unknown(state, "another end").unknown()));
        case JUMP, GOTO -> {
          if (left > 0) {
            walk(from, verdict.chain().orElse(""), state);
          } else {
            accepted.add(new Accepted(rule, state.kinds(), unknown(state, "much").unknown()));
          }
        }
        case DROP, RETURN, CONTINUE -> {}
      }
    }

    private void narrow(FilterStep step) {
      if (step instanceof FilterStep.Load load) {
        for (int i = 0; i < places(load.source()) && load.place() + i < PLACES; i++) {
          registers[load.place() + i] = i == 0 ? load.source() : null;
          masks[load.place() + i] = null;
        }
      } else if (step instanceof FilterStep.Mask mask) {
        registers[mask.to()] = registers[mask.from()];
        masks[mask.to()] = mask.mask();
      } else if (step instanceof FilterStep.Compare compare) {
        compare(compare);
      } else if (step instanceof FilterStep.Lookup lookup) {
        lookUp(lookup);
      } else if (step instanceof FilterStep.Unknown nothing) {
        state = unknown(state, nothing.what());
      }
    }

    /** Equal to all of its bytes; or of the states of connections, one out of several. */
    private void compare(FilterStep.Compare compare) {
      Source source = registers[compare.place()];
      String mask = masks[compare.place()];
      if (source == null) {
        return;
      }
      boolean zero = compare.value().chars().allMatch(digit -> digit == '0');
      if (mask == null && compare.equal() && compare.value().length() == 2 * source.bytes()) {
        require(List.of(Map.of(source, compare.value())));
      } else if (mask != null && source == Source.STATE && !compare.equal() && zero) {
        require(List.of(Map.of(source, mask)));
      }
    }

    private void lookUp(FilterStep.Lookup lookup) {
      Optional<FilterSet> set = content.set(rule, lookup.set()).filter(FilterSet::exact);
      if (lookup.inverted() || set.isEmpty()) {
        state = unknown(state, "set " + lookup.set());
        return;
      }
      List<Map<Source, String>> kinds = new ArrayList<>();
      for (String key : set.get().keys()) {
        Map<Source, String> kind = key(lookup.place(), key, set.get().keyBytes());
        if (kind.isEmpty()) {
          state = unknown(state, "set " + lookup.set());
          return;
        }
        kinds.add(kind);
      }
      require(kinds);
    }

    /** What a key asks for; empty where it is not a row of what stands in the registers. */
    private Map<Source, String> key(int place, String key, int bytes) {
      Map<Source, String> kind = new EnumMap<>(Source.class);
      int at = 0;
      while (at < bytes && place + at / 4 < PLACES) {
        Source source = registers[place + at / 4];
        if (source == null || masks[place + at / 4] != null) {
          return Map.of();
        }
        int end = at + source.bytes();
        if (key.length() != 2 * bytes || end > bytes) {
          return Map.of();
        }
        kind.put(source, key.substring(2 * at, 2 * end));
        at += 4 * places(source);
      }
      return at < bytes ? Map.of() : kind;
    }

    private void require(List<Map<Source, String>> oneOf) {
      if ((long) oneOf.size() * state.kinds().size() > MOST_KINDS) {
        state = unknown(state, "much");
        return;
      }
      List<Map<Source, String>> kinds = new ArrayList<>();
      for (Map<Source, String> kind : state.kinds()) {
        for (Map<Source, String> more : oneOf) {
          boolean agrees =
              more.entrySet().stream()
                  .allMatch(
                      each ->
                          each.getKey() == Source.STATE
                              || Objects.equals(
                                  kind.getOrDefault(each.getKey(), each.getValue()),
                                  each.getValue()));
          if (agrees) {
            Map<Source, String> both = new EnumMap<>(Source.class);
            both.putAll(kind);
            both.putAll(more);
            kinds.add(both);
          }
        }
      }
      state = new State(kinds, state.unknown());
    }
  }

  private static int places(Source source) {
    return (source.bytes() + 3) / 4;
  }
}
