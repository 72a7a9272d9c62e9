package org.officeos.hal.fence;

/**
 * A second table of the handheld's packet filter, that belongs to the guard for as long as it runs.
 * Where another program flushes all rules, the kernel passes it by ({@code flags owner}, from 5.12
 * on; nft(8), "TABLES"), so that until the shipped rules are loaded again nothing gets out but TCP
 * to the session's port. It can only make the filter narrower: a packet has to pass every chain at
 * a hook.
 */
public final class HeldTable {

  /** Its name, in the family {@code inet}. */
  public static final String NAME = "officeos_held";

  /**
   * Makes it, in place of one of that name that nobody holds. One line in the language of nft(8): a
   * program that reads commands takes each line as one step.
   *
   * <p>Its chains come after those of the shipped rules, which refuse and count what is tried.
   */
  public static final String RULES =
      "add table inet officeos_held; delete table inet officeos_held; table inet officeos_held {"
          + " flags owner;"
          + " chain prerouting { type filter hook prerouting priority -290; policy drop;"
          + " iif lo accept; meta nfproto ipv4 tcp sport 47100 accept; };"
          + " chain input { type filter hook input priority 10; policy drop;"
          + " iif lo accept; meta nfproto ipv4 tcp sport 47100 accept; };"
          + " chain forward { type filter hook forward priority 10; policy drop; };"
          + " chain output { type filter hook output priority 10; policy drop;"
          + " oif lo accept; meta nfproto ipv4 tcp dport 47100 accept; }; }";

  private HeldTable() {}
}
