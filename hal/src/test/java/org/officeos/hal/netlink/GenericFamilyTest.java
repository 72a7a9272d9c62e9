package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;

class GenericFamilyTest {

  @Test
  void asksForAFamilyByName() {
    assertEquals(
        "20000000"
            + "1000"
            + "0500"
            + "02000000"
            + "00000000"
            + "03020000"
            + "0c000200"
            + "6e6c383032313100",
        HexFormat.of().formatHex(GenericFamily.request("nl80211", 2).encoded()));
    assertThrows(
        IllegalArgumentException.class, () -> GenericFamily.request("sixteen-letters!", 1));
  }

  @Test
  void readsTheFamilyAndItsGroups() throws Exception {
    GenericFamily read =
        GenericFamily.of(
            answer(1, family(28).nested(7, group("config", 5, group("mlme", 8, none())))));
    assertEquals(new GenericFamily(28, "nl80211", Map.of("config", 5, "mlme", 8)), read);
    assertEquals(OptionalInt.of(8), read.group("mlme"));
    assertEquals(OptionalInt.empty(), read.group("nan"));
  }

  @Test
  void aFamilyMayHaveNoGroups() throws Exception {
    assertEquals(Map.of(), GenericFamily.of(answer(1, family(28))).groups());
  }

  @Test
  void refusesByNameWhatIsNoFamily() {
    assertRefused(Reason.WRONG_KIND, answer(2, family(28)));
    assertRefused(Reason.OUT_OF_RANGE, answer(1, family(15)));
    assertRefused(Reason.ATTRIBUTE_MISSING, answer(1, new AttributeWriter().text(2, "nl80211")));
    assertRefused(Reason.WRONG_SIZE, new NetlinkMessage(16, 0, 1, 1, new byte[3]));
    assertRefused(Reason.OUT_OF_RANGE, answer(1, family(28).nested(7, group("mlme", -1, none()))));
    assertThrows(IllegalArgumentException.class, () -> new GenericFamily(3, "x", Map.of()));
  }

  private static AttributeWriter none() {
    return new AttributeWriter();
  }

  private static AttributeWriter family(int id) {
    return new AttributeWriter().text(2, "nl80211").u16(1, id).u32(3, 1);
  }

  private static AttributeWriter group(String name, int id, AttributeWriter list) {
    return list.nested(list.toBytes().length, new AttributeWriter().u32(2, id).text(1, name));
  }

  private static NetlinkMessage answer(int command, AttributeWriter attributes) {
    return new NetlinkMessage(16, 0, 1, 1, RadioSamples.interfaceMessage(command, attributes));
  }

  private static void assertRefused(Reason reason, NetlinkMessage message) {
    AttributesTest.assertRefused(reason, () -> GenericFamily.of(message));
  }
}
