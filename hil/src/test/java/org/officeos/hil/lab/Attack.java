package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * What somebody who is root on the handheld does to get something out of it: {@code
 * lab/guest/attacks} makes each, and counts what a witness saw that the handheld cannot touch.
 */
enum Attack {
  CONNECT("iw connects wlan0 to an access point"),
  SECOND_SUPPLICANT("a second wpa_supplicant with a network of its own"),
  BUS("AddNetwork and Scan over the bus of the first"),
  LOOP("wlan0 set up and made to search again and again"),
  RESIDENT_SUPPLICANT("one that waits for wlan0 to be set up, twenty times (probe requests apart)"),
  ACCESS_POINT("an access point of the handheld's own"),
  IBSS("an ad hoc network"),
  HOTPLUG("a radio that is plugged in"),
  ADAPTER("a network adapter that is plugged in, with DHCP and a default route"),
  USB_ADAPTER("a network adapter on USB, likewise"),
  USB_GADGET("the handheld itself as a network adapter on USB"),
  NETWORK_MANAGER("NetworkManager with a network of its own"),
  BLUETOOTH("a Bluetooth radio that is plugged in and told to search"),
  NAMED_LIKE_A_GROUP("an adapter under a name as a group's interface has"),

  NAMES_ASKED("UDP to the laptop: names, time, VXLAN, the session's own port"),
  PORTS_TRIED("TCP to other ports of the laptop"),
  PINGED("ping to the laptop"),
  ANNOUNCED("multicast and broadcast"),
  IPV6_USED("IPv6 switched on, addressed and used"),
  ROUTER_ADVERTISED("router advertisements of the laptop, accepted"),
  GONE_BEYOND("a default route, and a rule with a table of its own"),
  LEASED("a DHCP client on the group's interface"),
  FRAMED("frames of a packet socket, of four types"),
  TUNNELLED("tunnels to the laptop: IP in IP, VXLAN"),
  MARKED("a VLAN on the group's interface"),
  PASSED_ON("another host behind the handheld, forwarding on"),
  LET_THROUGH("a table of the attacker's own that accepts all"),
  RULES_FLUSHED("all rules flushed, and UDP and frames of a packet socket at once");

  private static final int CANNOT_BE = 2;
  private static final Pattern LEAKED = Pattern.compile("(?m)^leaked ([0-9]{1,9})$");

  private final String words;

  Attack(String words) {
    this.words = words;
  }

  /** What it is, for the table. */
  String words() {
    return words;
  }

  /**
   * Makes it; how many frames the witness saw.
   *
   * @throws TestAbortedException where this guest has not got what it takes
   */
  int leaked(Hosts hosts) throws IOException {
    String name = name().toLowerCase(Locale.ROOT);
    hosts.timeline().write("lab", "phase", words);
    Hosts.Said said = hosts.attempt("/lab/guest/attacks", name);
    if (said.exit() == CANNOT_BE) {
      throw new TestAbortedException(said.out().strip());
    }
    Matcher leaked = LEAKED.matcher(said.out());
    return said.exit() == 0 && leaked.find()
        ? Integer.parseInt(leaked.group(1))
        : fail(name + " could not be made: " + said.out());
  }
}
