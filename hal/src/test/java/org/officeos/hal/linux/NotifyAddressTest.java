package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.hal.linux.NotifyException.Reason;
import org.officeos.hal.linux.lib.UnixAddress;

class NotifyAddressTest {

  @Test
  void endsAPathWithAZeroByte() throws Exception {
    assertArrayEquals(
        UnixAddress.ofPath("/run/systemd/notify"), NotifyAddress.parse("/run/systemd/notify"));
  }

  @Test
  void beginsAnAbstractNameWithAZeroByte() throws Exception {
    assertArrayEquals(UnixAddress.ofAbstractName("run/notify"), NotifyAddress.parse("@run/notify"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "@", "relative/path", "vsock:2:1234", "/run/a\0b"})
  void refusesWhatIsNeitherAPathNorAnAbstractName(String value) {
    assertEquals(Reason.BAD_ADDRESS, reasonFor(value));
  }

  @Test
  void takesAPathThatJustFitsAndRefusesOneByteMore() throws Exception {
    assertEquals(110, NotifyAddress.parse("/" + "a".repeat(106)).length);
    assertEquals(Reason.ADDRESS_TOO_LONG, reasonFor("/" + "a".repeat(107)));
  }

  @Test
  void takesAnAbstractNameThatJustFitsAndRefusesOneByteMore() throws Exception {
    assertEquals(110, NotifyAddress.parse("@" + "a".repeat(107)).length);
    assertEquals(Reason.ADDRESS_TOO_LONG, reasonFor("@" + "a".repeat(108)));
  }

  @Test
  void countsBytesAndNotCharacters() {
    assertEquals(Reason.ADDRESS_TOO_LONG, reasonFor("/" + "é".repeat(60)));
  }

  private static Reason reasonFor(String value) {
    return assertThrows(NotifyException.class, () -> NotifyAddress.parse(value)).reason();
  }
}
