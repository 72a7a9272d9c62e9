package org.officeos.wpa.fake;

import fi.w1.wpa_supplicant1.InvalidArgs;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freedesktop.dbus.errors.UnknownObject;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.PersistentGroup;

/** {@code fi.w1.wpa_supplicant1.PersistentGroup}; its values are all strings. */
final class RememberedObject extends ReadOnly {

  private static final int GROUP_OWNER_MODE = 3;
  private static final Pattern STATION_KEY =
      Pattern.compile("([0-9a-f]{2}(?::[0-9a-f]{2}){5})-[0-9a-f]{64}");

  private final PersistentGroup group;
  private final StrictSupplicant supplicant;

  RememberedObject(PersistentGroup group, StrictSupplicant supplicant) {
    this.group = group;
    this.supplicant = supplicant;
  }

  /** Only a group of our own with keys for its stations, and only one that is never written. */
  @Override
  @SuppressWarnings("unchecked")
  public <A> void Set(String from, String property, A value) {
    Object bare = value instanceof Variant<?> variant ? variant.getValue() : value;
    if (!property.equals("Properties") || !(bare instanceof Map)) {
      throw new InvalidArgs("No such property: " + property);
    }
    Dictionary given =
        Dictionary.of(
            typed((Map<String, ?>) bare),
            "mode",
            "i",
            "key_mgmt",
            "s",
            "psk",
            "s",
            "psk_list",
            "s");
    int length = given.text("psk").orElse("").length();
    Matcher station = STATION_KEY.matcher(given.text("psk_list").orElse(""));
    if (!supplicant.mayChange()
        || given.number("mode").orElse(0) != GROUP_OWNER_MODE
        || !given.text("key_mgmt").equals(Optional.of("WPS"))
        || length < 8
        || length > 63
        || !station.matches()) {
      throw new InvalidArgs("Failed to set network properties");
    }
    try {
      supplicant.radio().remembered().spoil(group.id(), MacAddress.parse(station.group(1)));
    } catch (P2pException e) {
      throw new UnknownObject("no such object");
    }
  }

  /** The library hands the values of a property over without their variants. */
  private static Map<String, Variant<?>> typed(Map<String, ?> given) {
    Map<String, Variant<?>> all = StrictSupplicant.dictionary();
    given.forEach(
        (key, value) ->
            all.put(key, value instanceof Variant<?> whole ? whole : new Variant<>(value)));
    return all;
  }

  @Override
  public String getObjectPath() {
    return "/";
  }

  @Override
  Map<String, Variant<?>> properties() {
    boolean ours = group.role() == P2pGroup.Role.GROUP_OWNER;
    Map<String, Variant<?>> values = StrictSupplicant.dictionary();
    values.put("ssid", new Variant<>("\"" + group.ssid() + "\""));
    values.put("mode", new Variant<>(ours ? "3" : "0"));
    values.put("disabled", new Variant<>("2"));
    if (!ours) {
      values.put("bssid", new Variant<>(group.ownerAddress().toString()));
    }
    Map<String, Variant<?>> one = StrictSupplicant.dictionary();
    one.put("Properties", new Variant<>(values, "a{sv}"));
    return one;
  }
}
