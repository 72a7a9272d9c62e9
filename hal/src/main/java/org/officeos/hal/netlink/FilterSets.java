package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FilterChain.Family;

/**
 * Asks nf_tables for its sets, and for what one of them holds. Takes {@code CAP_NET_ADMIN}. The
 * messages have the form that {@link FilterRules} shows. There is no request here that changes a
 * set. Source: linux/netfilter/nf_tables.h.
 */
public final class FilterSets {

  private static final HexFormat HEX = HexFormat.of();
  private static final int NEWSET = FilterChains.SUBSYSTEM | 9;
  private static final int GETSET = FilterChains.SUBSYSTEM | 10;
  private static final int NEWSETELEM = FilterChains.SUBSYSTEM | 12;
  private static final int GETSETELEM = FilterChains.SUBSYSTEM | 13;
  private static final int ATTR_TABLE = 1;
  private static final int ATTR_NAME = 2;
  private static final int ATTR_FLAGS = 3;
  private static final int ATTR_ELEMENTS = 3;
  private static final int ATTR_KEY_LENGTH = 5;
  private static final int ELEMENT_KEY = 1;
  private static final int ELEMENT_FLAGS = 3;
  private static final int ELEMENT_KEY_END = 10;
  private static final int DATA_VALUE = 1;
  private static final int ANONYMOUS_OR_CONSTANT = 3;
  private static final int MAX_KEY = 64;

  private FilterSets() {}

  /** The request for all of all families, without what they hold; its answer is a dump. */
  public static NetlinkMessage request(int sequence) {
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_DUMP;
    return new NetlinkMessage(GETSET, flags, sequence, 0, new byte[FilterChains.FIXED]);
  }

  /** The request for what one of them holds; its answer is a dump. */
  public static NetlinkMessage request(FilterSet set, int sequence) {
    byte[] attributes =
        new AttributeWriter().text(ATTR_TABLE, set.table()).text(ATTR_NAME, set.name()).toBytes();
    byte[] payload = new byte[FilterChains.FIXED + attributes.length];
    payload[0] = (byte) FilterChains.number(set.family());
    System.arraycopy(attributes, 0, payload, FilterChains.FIXED, attributes.length);
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_DUMP;
    return new NetlinkMessage(GETSETELEM, flags, sequence, 0, payload);
  }

  /**
   * The sets of a whole answer, in its order, each without keys yet.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  public static List<FilterSet> read(List<NetlinkMessage> parts) throws FormatException {
    List<FilterSet> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      Attributes attributes = FilterChains.attributes(part, NEWSET);
      int flags = attributes.has(ATTR_FLAGS) ? FilterSteps.number(attributes, ATTR_FLAGS) : 0;
      int length = FilterSteps.number(attributes, ATTR_KEY_LENGTH);
      all.add(
          new FilterSet(
              FilterChains.family(part),
              attributes.get(ATTR_TABLE).text(FilterChains.MAX_NAME),
              attributes.get(ATTR_NAME).text(FilterChains.MAX_NAME),
              length,
              (flags & ~ANONYMOUS_OR_CONSTANT) == 0 && length > 0 && length <= MAX_KEY,
              List.of()));
    }
    return List.copyOf(all);
  }

  /**
   * The keys of a whole answer about one set, in its order; an empty one for what is not a single
   * key.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}
   */
  public static List<String> keys(List<NetlinkMessage> parts) throws FormatException {
    List<String> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      Attributes attributes = FilterChains.attributes(part, NEWSETELEM);
      Optional<Attribute> elements = attributes.find(ATTR_ELEMENTS);
      if (elements.isPresent()) {
        for (Attribute each : elements.get().nested()) {
          all.add(key(each.nested()));
        }
      }
    }
    return List.copyOf(all);
  }

  private static String key(Attributes element) throws FormatException {
    boolean flagged = element.has(ELEMENT_FLAGS) && FilterSteps.number(element, ELEMENT_FLAGS) != 0;
    if (flagged || element.has(ELEMENT_KEY_END) || !element.has(ELEMENT_KEY)) {
      return "";
    }
    return HEX.formatHex(element.get(ELEMENT_KEY).nested().get(DATA_VALUE).bytes());
  }

  /** Whether it can be asked for: its family is known, and its names are as the kernel has them. */
  public static boolean canBeAsked(FilterSet set) {
    return set.family() != Family.OTHER && (set.table() + set.name()).indexOf('\\') < 0;
  }
}
