package org.officeos.laptop.daemon;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Whether this Java is one whose optimising compiler has been seen to compute wrong signatures: on
 * x86-64 with AVX-512, from 17 and before 25, while small array copies are inlined as masked vector
 * moves. A wrong signature ends sessions, and two different ones over the same words give a private
 * key away, so the daemon does not start on it. {@code bin/officeos-laptop} switches the fault off
 * by itself. See docs/adr/0008-keep-masked-copies-out-of-java-17.md.
 */
public final class CompilerFault {

  /** The flags that switch it off, as one types them. */
  public static final String CURE =
      "-XX:+UnlockDiagnosticVMOptions -XX:ArrayOperationPartialInlineSize=0";

  private static final int FIRST_SOUND = 25;
  private static final int AVX_512 = 3;
  private static final int OPTIMISING_TIER = 4;

  /** What holds while diagnostic options are locked: a locked one tells no value. */
  private static final int INLINED = 32;

  private CompilerFault() {}

  /** Looks at the runtime that this runs on. Any thread. */
  public static boolean present() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return present(
        Runtime.version().feature(),
        System.getProperty("os.arch", ""),
        option -> machine == null ? Optional.empty() : valueOf(machine, option));
  }

  /**
   * The decision alone.
   *
   * @param feature the Java version, such as 17
   * @param architecture as {@code os.arch} names it; {@code amd64} or {@code x86_64} can be hit
   * @param option a virtual machine option's value, empty where the machine has no such option
   */
  public static boolean present(
      int feature, String architecture, Function<String, Optional<String>> option) {
    boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
    return intel
        && feature < FIRST_SOUND
        && number(option.apply("UseAVX")).orElse(0) >= AVX_512
        && number(option.apply("TieredStopAtLevel")).orElse(OPTIMISING_TIER) >= OPTIMISING_TIER
        && number(option.apply("ArrayOperationPartialInlineSize")).orElse(INLINED) > 0;
  }

  private static Optional<String> valueOf(HotSpotDiagnosticMXBean machine, String option) {
    try {
      return Optional.of(machine.getVMOption(option).getValue());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static OptionalLong number(Optional<String> value) {
    try {
      return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.get()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
