package org.officeos.hal.netlink;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A route of some table.
 *
 * @param to where it leads
 * @param table its table's number; 255 holds the machine's own addresses
 * @param type {@code RTN_…}: 1 is to another machine, 2 to this one, 3 and 5 to many
 * @param index the interface it leaves by; empty where it leaves by none, or by several
 * @param gateway who passes it on; {@code several} where there are more ways than one
 */
public record IpRoute(
    IpPrefix to, int table, int type, OptionalInt index, Optional<String> gateway) {

  /** {@code RT_TABLE_LOCAL}. */
  public static final int LOCAL_TABLE = 255;

  /** {@code RTN_BLACKHOLE}, {@code RTN_UNREACHABLE}, {@code RTN_PROHIBIT}: leads nowhere. */
  public boolean leadsNowhere() {
    return type >= 6 && type <= 8;
  }
}
