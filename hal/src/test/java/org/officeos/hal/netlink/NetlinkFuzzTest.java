package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;

/** Any bytes are what the kernel may say, or a named rejection; nothing else. */
final class NetlinkFuzzTest {

  private static final int MOST_SHOWN = 4 * 64;

  @FuzzTest
  void aDatagramIsMessagesOrRejected(byte[] bytes) {
    for (NetlinkMessage message : messages(bytes)) {
      assertEquals(List.of(message), messages(message.encoded()));
      attributes(message.payload(), 8);
    }
  }

  private static void attributes(byte[] bytes, int depth) {
    try {
      for (Attribute attribute : Attributes.parse(bytes)) {
        byte[] value = attribute.bytes();
        byte[] written = new AttributeWriter().bytes(attribute.type(), value).toBytes();
        assertEquals(attribute.length(), Attributes.parse(written).get(attribute.type()).length());
        if (depth > 0) {
          attributes(value, depth - 1);
        }
      }
    } catch (FormatException e) {
      inside(e, bytes);
    }
  }

  @FuzzTest
  void radiosAreReadOrRejected(byte[] bytes) {
    List<NetlinkMessage> messages = messages(bytes);
    try {
      for (Wiphy radio : WiphyDump.read(messages, RadioSamples.FAMILY)) {
        assertTrue(radio.index() >= 0 && radio.name().length() <= MOST_SHOWN);
        radio.holds(List.copyOf(radio.types()));
        assertTrue(radio.hasP2p() || !radio.modes().contains("P2P-client, P2P-GO"));
      }
    } catch (FormatException e) {
      inside(e, bytes);
    }
  }

  @FuzzTest
  void eventsAreReadOrRejected(byte[] bytes) {
    for (NetlinkMessage message : messages(bytes)) {
      try {
        printable(RadioEvent.of(message, message.type()).toString());
        WirelessInterfaces.read(List.of(message), message.type());
      } catch (FormatException e) {
        inside(e, bytes);
      }
      try {
        GenericFamily family = GenericFamily.of(message);
        assertTrue(family.id() >= 16, family.toString());
      } catch (FormatException e) {
        inside(e, bytes);
      }
    }
  }

  @FuzzTest
  void linksAreReadOrRejected(byte[] bytes) {
    for (NetlinkMessage message : messages(bytes)) {
      try {
        Optional<LinkEvent> event = Links.event(message);
        event.ifPresent(each -> printable(each.toString()));
        for (Link link : Links.read(List.of(message))) {
          assertTrue(link.index() > 0 && link.name().length() <= 4 * 15, link.toString());
        }
      } catch (FormatException e) {
        inside(e, bytes);
      }
    }
  }

  @FuzzTest
  void addressesAndRoutesAreReadOrRejected(byte[] bytes) {
    for (NetlinkMessage message : messages(bytes)) {
      try {
        for (InterfaceAddress each : Addresses.read(List.of(message))) {
          assertTrue(each.index() > 0 && each.covers(each.own()), each.toString());
          assertTrue(each.meets(each.network(), each.prefix()), each.toString());
        }
      } catch (FormatException e) {
        inside(e, bytes);
      }
      try {
        Route route = Routes.read(List.of(message));
        assertTrue(route.type() >= 0 && route.index().orElse(1) > 0, route.toString());
      } catch (FormatException e) {
        inside(e, bytes);
      }
    }
  }

  @FuzzTest
  void tablesAreReadOrRejected(byte[] bytes) {
    for (NetlinkMessage message : messages(bytes)) {
      List<NetlinkMessage> one = List.of(message);
      told(bytes, () -> LinkAddresses.read(one));
      told(bytes, () -> RouteTables.read(one));
      told(bytes, () -> RoutingRules.read(one));
      told(bytes, () -> Qdiscs.read(one));
      told(bytes, () -> FilterChains.read(one));
      told(bytes, () -> FilterRules.read(one));
      told(bytes, () -> FilterSets.read(one));
      told(bytes, () -> FilterSets.keys(one));
      told(bytes, () -> Links.details(one));
      told(bytes, () -> Forwardings.read(one));
      told(bytes, () -> Forwardings.ofLink(message).stream().toList());
    }
  }

  /** Reads a list of things. */
  private interface Reader {
    List<?> read() throws FormatException;
  }

  private static void told(byte[] bytes, Reader reader) {
    try {
      reader.read().forEach(each -> printable(each.toString()));
    } catch (FormatException e) {
      inside(e, bytes);
    }
  }

  @FuzzTest
  void anAnswerEndsOrGoesOnOrIsRejected(byte[] bytes) {
    for (ReplyAssembly.Kind kind : ReplyAssembly.Kind.values()) {
      ReplyAssembly assembly = new ReplyAssembly(kind, 1);
      try {
        for (NetlinkMessage message : messages(bytes)) {
          Optional<Reply> end = assembly.accept(message);
          if (end.isPresent()) {
            printable(end.get().toString());
            break;
          }
        }
      } catch (FormatException e) {
        inside(e, bytes);
      }
    }
  }

  @FuzzTest
  void aSwitchIsReadOrRejected(byte[] bytes) {
    try {
      RfkillEvent event = RfkillEvent.of(bytes);
      if (event.type() != RfkillType.UNKNOWN) {
        assertEquals(event, RfkillEvent.of(event.encoded()));
      }
    } catch (FormatException e) {
      inside(e, bytes);
    }
  }

  private static List<NetlinkMessage> messages(byte[] bytes) {
    try {
      return NetlinkMessage.split(bytes);
    } catch (FormatException e) {
      inside(e, bytes);
      return List.of();
    }
  }

  private static void inside(FormatException e, byte[] bytes) {
    assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e.getMessage());
  }

  private static void printable(String text) {
    assertTrue(text.chars().allMatch(c -> c >= ' ' && c <= '~'), text);
  }
}
