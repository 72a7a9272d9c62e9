package org.officeos.hal.netlink;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * A generic netlink family as the kernel numbers it today: the numbers differ from boot to boot.
 *
 * <p>Source: the controller's enums in linux/genetlink.h.
 *
 * @param id 16 to 65535: the type of this family's messages
 * @param name at most 15 characters, such as {@code nl80211}
 * @param groups multicast groups by name, such as {@code mlme}
 */
public record GenericFamily(int id, String name, Map<String, Integer> groups) {

  /** The family that knows the others; its number is fixed. */
  public static final int CONTROLLER = 16;

  /** Longest name of a family or of a group. */
  public static final int MAX_NAME = 15;

  private static final int CMD_NEWFAMILY = 1;
  private static final int CMD_GETFAMILY = 3;
  private static final int VERSION = 2;
  private static final int ATTR_ID = 1;
  private static final int ATTR_NAME = 2;
  private static final int ATTR_GROUPS = 7;
  private static final int GROUP_NAME = 1;
  private static final int GROUP_ID = 2;
  private static final int FIRST_ID = 16;

  /** Keeps a copy; refuses numbers below 16, which are netlink's own. */
  public GenericFamily {
    if (id < FIRST_ID || id > 0xffff) {
      throw new IllegalArgumentException("not a family's number: " + id);
    }
    groups = Map.copyOf(groups);
  }

  /** Asks for a family; the answer is one message, and a refusal {@code ENOENT} if it is absent. */
  public static NetlinkMessage request(String name, int sequence) {
    if (name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a family's name has at most 15 characters");
    }
    return GenericMessage.request(
        CONTROLLER,
        NetlinkMessage.F_ACK,
        sequence,
        CMD_GETFAMILY,
        VERSION,
        new AttributeWriter().text(ATTR_NAME, name));
  }

  /**
   * Reads the answer.
   *
   * @throws FormatException {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code OUT_OF_RANGE}, …
   */
  public static GenericFamily of(NetlinkMessage message) throws FormatException {
    GenericMessage generic = GenericMessage.of(message, CONTROLLER);
    if (generic.command() != CMD_NEWFAMILY) {
      throw new FormatException(Reason.WRONG_KIND, 0);
    }
    Attributes attributes = generic.attributes();
    Attribute id = attributes.get(ATTR_ID);
    if (id.u16() < FIRST_ID) {
      throw new FormatException(Reason.OUT_OF_RANGE, id.from());
    }
    Map<String, Integer> groups = new TreeMap<>();
    Optional<Attribute> list = attributes.find(ATTR_GROUPS);
    if (list.isPresent()) {
      for (Attribute entry : list.get().nested()) {
        Attributes group = entry.nested();
        groups.put(group.get(GROUP_NAME).text(MAX_NAME), group.get(GROUP_ID).count());
      }
    }
    return new GenericFamily(id.u16(), attributes.get(ATTR_NAME).text(MAX_NAME), groups);
  }

  /** The number of a multicast group, where the family has it. */
  public OptionalInt group(String group) {
    Integer number = groups.get(group);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
