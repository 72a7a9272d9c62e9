package org.officeos.hal.airgap;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What starts our own parts, keeps them, and runs around sleep: files only.
 *
 * @param systemd whether systemd starts this machine; where it does not, scripts do
 * @param units our own services
 * @param deviceRules the files of udev's rules that count
 * @param sleepHooks what runs before sleep and after
 * @param scripts scripts that start at boot and speak of us, and those named like a network's
 * @param active the services that systemd says are active; empty where it does not say
 * @param failures files that one of our parts left behind because it failed
 */
public record Lockdown(
    boolean systemd,
    List<OwnUnit> units,
    List<TextFile> deviceRules,
    List<TextFile> sleepHooks,
    List<TextFile> scripts,
    Optional<Set<String>> active,
    List<String> failures) {

  /** Nothing at all. */
  public static final Lockdown NONE =
      new Lockdown(false, List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of());

  /** Keeps copies. */
  public Lockdown {
    units = List.copyOf(units);
    deviceRules = List.copyOf(deviceRules);
    sleepHooks = List.copyOf(sleepHooks);
    scripts = List.copyOf(scripts);
    active = active.map(Set::copyOf);
    failures = List.copyOf(failures);
  }

  /** Services that do one thing, and start at boot. */
  List<OwnUnit> starting(UnitRole role) {
    return units.stream().filter(each -> each.starts() && each.role() == role).toList();
  }

  /** Scripts with all of these words in one line. */
  List<TextFile> scripts(String... words) {
    return scripts.stream().filter(each -> each.hasLine("#", List.of(words))).toList();
  }
}
