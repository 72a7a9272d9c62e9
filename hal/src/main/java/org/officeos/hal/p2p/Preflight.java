package org.officeos.hal.p2p;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.p2p.PreflightFinding.Grade;

/**
 * Says before anything is tried whether Wi-Fi Direct can work on this machine, and if not, why and
 * what to do. Pure.
 *
 * <table>
 * <caption>From what is seen to what is said</caption>
 * <tr><th>seen</th><th>finding</th></tr>
 * <tr><td>no Wi-Fi in the kernel, or no radio</td><td>{@code NO_RADIO}</td></tr>
 * <tr><td>a radio without both of P2P-client and P2P-GO</td><td>{@code DRIVER_WITHOUT_P2P}</td>
 * </tr>
 * <tr><td>a switch blocks the radio</td><td>{@code RADIO_BLOCKED_HARD}, {@code
 * RADIO_BLOCKED_SOFT}</td></tr>
 * <tr><td>a program's own state or settings take the interface</td><td>{@code MANAGED_BY_ANOTHER}
 * </td></tr>
 * <tr><td>such a program runs, no more is known</td><td>the same, as a warning</td></tr>
 * <tr><td>the way over the bus ends early</td><td>{@code BUS_ABSENT}, {@code BUS_DENIED}, {@code
 * SUPPLICANT_ABSENT}, {@code SUPPLICANT_TOO_OLD}, {@code SUPPLICANT_WITHOUT_P2P}</td></tr>
 * </table>
 *
 * <p>Where one radio can be used, what keeps the others from it is a warning.
 */
public final class Preflight {

  private Preflight() {}

  /**
   * Judges.
   *
   * @param lets programs that may go on managing the interface: on a laptop NetworkManager, which
   *     shares its wpa_supplicant; on a handheld none
   */
  public static PreflightReport judge(PreflightFacts facts, Set<PreflightManager.Program> lets) {
    List<PreflightFinding> findings = new ArrayList<>();
    List<String> notLookedAt = new ArrayList<>();
    List<String> usable = new ArrayList<>();
    for (PreflightRadio radio : facts.radios()) {
      List<PreflightFinding> about = about(radio, facts.managers(), lets);
      if (about.stream().noneMatch(PreflightFinding::blocks)) {
        usable.add(radio.name());
      }
      findings.addAll(about);
    }
    if (!usable.isEmpty()) {
      findings.replaceAll(Preflight::asWarning);
    }
    if (facts.sight() == PreflightFacts.Sight.NOT_SEEN) {
      notLookedAt.add("the radios: " + facts.sightDetail());
    } else if (facts.radios().isEmpty()) {
      findings.add(finding(P2pReason.NO_RADIO, withoutRadio(facts)));
    }
    if (facts.bus().step() == PreflightBus.Step.NOT_LOOKED_AT) {
      notLookedAt.add("the message bus and wpa_supplicant");
    }
    reason(facts.bus().step()).ifPresent(why -> findings.add(finding(why, facts.bus().detail())));
    findings.sort(Comparator.comparing(PreflightFinding::grade));
    return new PreflightReport(findings, notLookedAt, usable);
  }

  private static List<PreflightFinding> about(
      PreflightRadio radio, List<PreflightManager> managers, Set<PreflightManager.Program> lets) {
    List<PreflightFinding> findings = new ArrayList<>();
    String label = radio.name() + ", driver " + radio.driver();
    if (!radio.hasP2p()) {
      findings.add(
          finding(P2pReason.DRIVER_WITHOUT_P2P, label + ", whose modes are " + radio.words()));
    }
    for (PreflightSwitch each : radio.switches()) {
      if (each.hard()) {
        findings.add(finding(P2pReason.RADIO_BLOCKED_HARD, label + ", by " + each.name()));
      }
      if (each.soft()) {
        findings.add(finding(P2pReason.RADIO_BLOCKED_SOFT, label + ", by " + each.name()));
      }
    }
    for (PreflightManager manager : managers) {
      if (radio.interfaces().contains(manager.interfaceName())) {
        findings.add(managed(manager, lets.contains(manager.program())));
      }
    }
    return findings;
  }

  private static PreflightFinding managed(PreflightManager manager, boolean let) {
    boolean sure = manager.sureness() == PreflightManager.Sureness.MANAGES;
    String what =
        manager.program().word()
            + (sure ? " manages " : " runs and may manage ")
            + manager.interfaceName()
            + ": "
            + manager.evidence();
    return new PreflightFinding(
        P2pReason.MANAGED_BY_ANOTHER,
        sure && !let ? Grade.BLOCKS : Grade.WARNS,
        what,
        manager.program().fix(manager.interfaceName()));
  }

  private static String withoutRadio(PreflightFacts facts) {
    return switch (facts.sight()) {
      case NO_WIFI_IN_KERNEL -> "no Wi-Fi driver is loaded";
      case SEEN, NOT_SEEN -> "the kernel has Wi-Fi, but no radio in this network namespace";
    };
  }

  private static Optional<P2pReason> reason(PreflightBus.Step step) {
    return switch (step) {
      case NOT_LOOKED_AT, READY -> Optional.empty();
      case NO_BUS -> Optional.of(P2pReason.BUS_ABSENT);
      case DENIED -> Optional.of(P2pReason.BUS_DENIED);
      case NO_SUPPLICANT -> Optional.of(P2pReason.SUPPLICANT_ABSENT);
      case TOO_OLD -> Optional.of(P2pReason.SUPPLICANT_TOO_OLD);
      case WITHOUT_P2P -> Optional.of(P2pReason.SUPPLICANT_WITHOUT_P2P);
    };
  }

  private static PreflightFinding finding(P2pReason reason, String detail) {
    return new PreflightFinding(reason, Grade.BLOCKS, detail, reason.next());
  }

  private static PreflightFinding asWarning(PreflightFinding finding) {
    return new PreflightFinding(finding.reason(), Grade.WARNS, finding.detail(), finding.fix());
  }
}
