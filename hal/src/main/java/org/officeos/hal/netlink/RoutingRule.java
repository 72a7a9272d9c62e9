package org.officeos.hal.netlink;

/**
 * A rule that says which routing table is looked into.
 *
 * @param ipv6 whose packets it is about
 * @param priority its place; lower ones come first
 * @param table the table it leads to, 0 where it leads to none
 * @param selective whether it is about some packets only
 */
public record RoutingRule(boolean ipv6, int priority, int table, boolean selective) {

  private static final int LOCAL = 255;
  private static final int MAIN = 254;
  private static final int DEFAULT = 253;
  private static final int MAIN_PLACE = 32766;
  private static final int DEFAULT_PLACE = 32767;

  /** Whether it is one of those that every kernel starts with. */
  public boolean isStock() {
    boolean local = priority == 0 && table == LOCAL;
    boolean main = priority == MAIN_PLACE && table == MAIN;
    boolean last = priority == DEFAULT_PLACE && table == DEFAULT;
    return !selective && (local || main || (last && !ipv6));
  }
}
