package org.officeos.handheld.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.handheld.link.LinkException.Reason;

class LinkSpecTest {

  private static Reason refusal(String text) {
    LinkException e = assertThrows(LinkException.class, () -> LinkSpec.parse(text), text);
    assertFalse(e.reason().wasTried());
    assertFalse(String.valueOf(e.getMessage()).isEmpty());
    return e.reason();
  }

  private static String described(String text) throws LinkException {
    return LinkSpec.parse(text).describe();
  }

  @Test
  void acceptsLoopback() throws LinkException {
    assertEquals("loopback:127.0.0.1:47100", described("loopback:47100"));
    assertEquals("loopback:127.0.0.1:1", described("loopback:127.0.0.1:1"));
    assertEquals("loopback:[0:0:0:0:0:0:0:1]:65535", described("loopback:[::1]:65535"));
    assertEquals(LinkSpec.parse("loopback:[::1]:9"), LinkSpec.parse(described("loopback:[::1]:9")));
  }

  @Test
  void acceptsEveryPrivateRangeToItsEdges() throws LinkException {
    for (String address :
        List.of(
            "10.0.0.0",
            "10.255.255.255",
            "172.16.0.0",
            "172.31.255.255",
            "192.168.0.1",
            "192.168.255.255",
            "169.254.0.1",
            "169.254.255.255")) {
      assertEquals("namespace:" + address + ":5", described("namespace:" + address + ":5"));
    }
    for (String address :
        List.of("[fd00::1]", "[fc00::]", "[fdff:ffff::1]", "[fe80::1]", "[febf::1]")) {
      assertEquals(
          LinkSpec.Kind.NAMESPACE,
          ((LinkSpec.Tcp) LinkSpec.parse("namespace:" + address + ":5")).kind());
    }
  }

  @Test
  void goesOverTheAirByARadioThatMayBeNamed() throws LinkException {
    assertEquals(new LinkSpec.WifiDirect("wlan0"), LinkSpec.parse("wifi-direct"));
    assertEquals(new LinkSpec.WifiDirect("wlx00c0ca"), LinkSpec.parse("wifi-direct:wlx00c0ca"));
    assertEquals("wifi-direct:wlan0", described("wifi-direct"));
    for (String wrong :
        List.of(
            "wifi-direct:",
            "wifi-direct: ",
            "wifi-direct:a/b",
            "wifi-direct:..",
            "wifi-direct:sixteen-letters0",
            "wifi-direct:wlan0:5",
            "wifi-direct2",
            "Wifi-Direct")) {
      assertEquals(Reason.BAD_FORM, refusal(wrong), wrong);
    }
  }

  @Test
  void refusesEverythingElseByName() {
    for (String address :
        List.of(
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "169.253.255.255",
            "169.255.0.0",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "127.0.0.1",
            "[::1]",
            "[::]",
            "[2001:db8::1]",
            "[2606:4700::1111]",
            "[ff02::1]",
            "[fec0::1]",
            "[fbff::1]",
            "[64:ff9b::a00:1]",
            "[2002:a00:1::]",
            "[::ffff:8.8.8.8]")) {
      assertEquals(Reason.PUBLIC_ADDRESS, refusal("namespace:" + address + ":5"), address);
    }
    for (String address : List.of("127.0.0.2", "10.0.0.1", "[fd00::1]", "0.0.0.0", "[::]")) {
      assertEquals(Reason.NOT_LOOPBACK, refusal("loopback:" + address + ":5"), address);
    }
  }

  @Test
  void looksNoNamesUp() {
    for (String name :
        List.of(
            "localhost",
            "laptop",
            "example.org",
            "10.0.0.1.nip.io",
            "10.1",
            "0x7f000001",
            "2130706433",
            "010.0.0.1",
            "10.0.0.01",
            "１０.0.0.1",
            "10.0.0.1 ")) {
      assertEquals(Reason.NAME_NOT_ADDRESS, refusal("namespace:" + name + ":5"), name);
    }
  }

  @Test
  void refusesWrongForms() {
    for (String wrong :
        List.of(
            "",
            ":",
            "loopback",
            "loopback:",
            "loopback:0",
            "loopback:65536",
            "loopback:-1",
            "loopback:+5",
            "loopback:5 ",
            "loopback:99999999999",
            "wifi:5",
            "LOOPBACK:5",
            "namespace:5",
            "namespace::5",
            "namespace:10.0.0.1",
            "namespace:10.0.0.256:5",
            "namespace:fd00::1:5",
            "namespace:[fd00::1:5",
            "namespace:[1:2:3:4:5:6:7:8:9]:5",
            "namespace:[:::]:5")) {
      assertEquals(Reason.BAD_FORM, refusal(wrong), wrong);
    }
    assertEquals(Reason.NO_SUCH_INTERFACE, refusal("namespace:[fe80::1%nosuch9]:5"));
  }

  @Test
  void neverAcceptsAnAddressOutsideItsRangesWhateverIsTyped() {
    Random random = new Random(7);
    String letters = "0123456789.:[]%abcdefx ";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "namespace:" : "loopback:");
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        LinkSpec.Tcp spec = (LinkSpec.Tcp) LinkSpec.parse(text.toString());
        Addresses.Range expected =
            spec.kind() == LinkSpec.Kind.LOOPBACK
                ? Addresses.Range.LOOPBACK
                : Addresses.Range.PRIVATE;
        assertEquals(expected, Addresses.rangeOf(spec.address()));
      } catch (LinkException e) {
        assertFalse(e.reason().wasTried());
      }
    }
  }
}
