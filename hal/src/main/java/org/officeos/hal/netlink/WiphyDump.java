package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks for all radios, and puts together what the kernel tells of each in many parts. Without the
 * split the kernel cuts off what does not fit one message. Source: linux/nl80211.h, {@code
 * NL80211_ATTR_SPLIT_WIPHY_DUMP}.
 */
public final class WiphyDump {

  /** What came of one radio so far. */
  private static final class Parts {
    private String name = "";
    private final Set<InterfaceType> types = EnumSet.noneOf(InterfaceType.class);
    private final Set<InterfaceType> software = EnumSet.noneOf(InterfaceType.class);
    private final List<InterfaceCombination> combinations = new ArrayList<>();
    private final Set<Integer> commands = new HashSet<>();
  }

  private WiphyDump() {}

  /** The request; its answer is a dump. */
  public static NetlinkMessage request(int family, int sequence) {
    return GenericMessage.request(
        family,
        NetlinkMessage.F_DUMP,
        sequence,
        Nl80211.CMD_GET_WIPHY,
        0,
        new AttributeWriter().flag(Nl80211.ATTR_SPLIT_WIPHY_DUMP));
  }

  /**
   * The radios of a whole answer, by index.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  public static List<Wiphy> read(List<NetlinkMessage> parts, int family) throws FormatException {
    Map<Integer, Parts> radios = new TreeMap<>();
    for (NetlinkMessage part : parts) {
      GenericMessage message = GenericMessage.of(part, family);
      if (message.command() != Nl80211.CMD_NEW_WIPHY) {
        throw new FormatException(Reason.WRONG_KIND, 0);
      }
      Attributes attributes = message.attributes();
      int index = attributes.get(Nl80211.ATTR_WIPHY).count();
      add(radios.computeIfAbsent(index, unused -> new Parts()), attributes);
    }
    List<Wiphy> all = new ArrayList<>();
    radios.forEach(
        (index, of) ->
            all.add(
                new Wiphy(index, of.name, of.types, of.software, of.combinations, of.commands)));
    return List.copyOf(all);
  }

  private static void add(Parts radio, Attributes part) throws FormatException {
    radio.name = part.text(Nl80211.ATTR_WIPHY_NAME, Nl80211.MAX_WIPHY_NAME).orElse(radio.name);
    radio.types.addAll(types(part.find(Nl80211.ATTR_SUPPORTED_IFTYPES)));
    radio.software.addAll(types(part.find(Nl80211.ATTR_SOFTWARE_IFTYPES)));
    Optional<Attribute> combinations = part.find(Nl80211.ATTR_INTERFACE_COMBINATIONS);
    if (combinations.isPresent()) {
      for (Attribute each : combinations.get().nested()) {
        radio.combinations.add(combination(each.nested()));
      }
    }
    Optional<Attribute> commands = part.find(Nl80211.ATTR_SUPPORTED_COMMANDS);
    if (commands.isPresent()) {
      for (Attribute each : commands.get().nested()) {
        radio.commands.add(each.count());
      }
    }
    if (radio.combinations.size() > Attributes.MAX || radio.commands.size() > Attributes.MAX) {
      throw new FormatException(Reason.TOO_MANY, 0);
    }
  }

  private static InterfaceCombination combination(Attributes attributes) throws FormatException {
    List<InterfaceLimit> limits = new ArrayList<>();
    for (Attribute each : attributes.get(Nl80211.COMBINATION_LIMITS).nested()) {
      Attributes limit = each.nested();
      limits.add(
          new InterfaceLimit(
              limit.get(Nl80211.LIMIT_MAX).count(), types(limit.find(Nl80211.LIMIT_TYPES))));
    }
    return new InterfaceCombination(
        limits,
        attributes.get(Nl80211.COMBINATION_MAX).count(),
        attributes.get(Nl80211.COMBINATION_CHANNELS).count());
  }

  private static Set<InterfaceType> types(Optional<Attribute> flags) throws FormatException {
    Set<InterfaceType> types = EnumSet.noneOf(InterfaceType.class);
    if (flags.isPresent()) {
      for (Attribute flag : flags.get().nested()) {
        types.add(InterfaceType.of(flag.type()));
      }
    }
    return types;
  }
}
