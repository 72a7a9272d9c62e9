package org.officeos.hal.p2p;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the contract take what the specifications allow, and nothing else. */
final class P2pValuesTest {

  private static void refused(P2pReason reason, Executable call) {
    assertEquals(reason, assertThrows(P2pException.class, call).reason());
  }

  private static Ipv4 ip(String text) {
    String[] parts = text.split("\\.", -1);
    return Ipv4.of(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  @Test
  void writesAnAddressAsItWasRead() {
    MacAddress address = MacAddress.parse("02:AB:00:00:00:fe");
    assertEquals("02:ab:00:00:00:fe", address.toString());
    assertArrayEquals(new byte[] {2, (byte) 0xab, 0, 0, 0, (byte) 0xfe}, address.octets());
    assertEquals(address, MacAddress.of(address.octets()));
    assertThrows(IllegalArgumentException.class, () -> MacAddress.parse("02-ab-00-00-00-fe"));
    assertThrows(IllegalArgumentException.class, () -> MacAddress.of(new byte[7]));
    assertThrows(IllegalArgumentException.class, () -> new MacAddress(1L << 48));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345670", "00000000", "1234", "99999995"})
  void takesPinsWhoseChecksumHolds(String digits) throws P2pException {
    assertEquals(digits, WpsPin.of(digits).digits());
    assertFalse(WpsPin.of(digits).toString().contains(digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "", "123", "12345", "1234567a", "123456700"})
  void refusesOtherPins(String digits) {
    refused(P2pReason.INVALID_PIN, () -> WpsPin.of(digits));
  }

  @Test
  void makesPinsWhoseChecksumHolds() throws P2pException {
    assertEquals("12345670", WpsPin.withChecksum(1_234_567).digits());
    assertEquals("00000000", WpsPin.withChecksum(0).digits());
    for (int digits = 0; digits < 10_000_000; digits += 98_765) {
      WpsPin made = WpsPin.withChecksum(digits);
      assertEquals(made, WpsPin.of(made.digits()));
    }
    assertThrows(IllegalArgumentException.class, () -> WpsPin.withChecksum(10_000_000));
    assertThrows(IllegalArgumentException.class, () -> WpsPin.withChecksum(-1));
  }

  @Test
  void boundsPassphrasesAndNeverPrintsThem() throws P2pException {
    assertEquals("12345678", Passphrase.of("12345678").characters());
    assertFalse(Passphrase.of("12345678").toString().contains("1234"));
    assertEquals(63, Passphrase.of("x".repeat(63)).characters().length());
    refused(P2pReason.INVALID_PASSPHRASE, () -> Passphrase.of("1234567"));
    refused(P2pReason.INVALID_PASSPHRASE, () -> Passphrase.of("x".repeat(64)));
    refused(P2pReason.INVALID_PASSPHRASE, () -> Passphrase.of("1234567\n"));
    refused(P2pReason.INVALID_PASSPHRASE, () -> Passphrase.of("pässword"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DIRECT-ab", "DIRECT-Z9 my group", "DIRECT-xyäääääääääää"})
  void takesTheSsidsOfGroups(String text) throws P2pException {
    assertEquals(text, GroupSsid.of(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "DIRECT-", "DIRECT-a", "direct-ab", "DIRECT-??", "DIRECT-xyääääääääääääx"})
  void refusesOtherSsids(String text) {
    refused(P2pReason.INVALID_SSID, () -> GroupSsid.of(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 2412, 2437, 2472, 2484, 5180, 5745, 5885})
  void takesChannelsOfBothBands(int megahertz) throws P2pException {
    assertEquals(megahertz > 5, Frequency.of(megahertz).isChannel());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 2411, 2413, 2477, 9999, 5182, 5890})
  void refusesOtherFrequencies(int megahertz) {
    refused(P2pReason.INVALID_FREQUENCY, () -> Frequency.of(megahertz));
  }

  @Test
  void encodesADeviceTypeInEightBytes() {
    byte[] bytes = {0, 9, 0, 0x50, (byte) 0xf2, 4, 0, 5};
    assertArrayEquals(bytes, DeviceType.PORTABLE_GAMING.bytes());
    assertEquals(DeviceType.PORTABLE_GAMING, DeviceType.of(bytes));
    assertEquals("9-0050F204-5", DeviceType.PORTABLE_GAMING.toString());
    assertEquals(DeviceType.NOTEBOOK, DeviceType.parse("1-0050f204-5"));
    assertThrows(IllegalArgumentException.class, () -> DeviceType.parse("70000-0050F204-5"));
    assertThrows(IllegalArgumentException.class, () -> DeviceType.of(new byte[9]));
  }

  @ParameterizedTest
  @CsvSource({
    "255.255.255.0, 24",
    "255.255.255.255, 32",
    "0.0.0.0, 0",
    "255.0.255.0, -1",
    "128.0.0.0, 1"
  })
  void countsTheBitsOfAMask(String mask, int bits) {
    assertEquals(bits, ip(mask).prefixLength());
    assertEquals(mask, ip(mask).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.49.1, 255.255.255.0, 192.168.49.128, 192.168.48.254",
    "192.168.49.1, 255.255.255.0, 192.168.49.254, 192.168.49.128",
    "192.168.49.200, 255.255.255.0, 192.168.49.128, 192.168.49.254",
    "192.168.49.1, 255.0.255.0, 192.168.49.128, 192.168.49.254",
    "10.0.0.1, 255.255.255.0, 192.168.49.128, 192.168.49.254",
  })
  void refusesAPlanThatCannotBe(String owner, String mask, String first, String last) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new EapolAddressPlan(ip(owner), ip(mask), ip(first), ip(last)));
  }

  @Test
  void holdsAndroidsPlan() {
    assertEquals(127, EapolAddressPlan.USUAL.clients());
    assertEquals("192.168.49.1", EapolAddressPlan.USUAL.owner().toInet().getHostAddress());
  }

  @Test
  void givesEveryReasonACauseAndANextStep() {
    for (P2pReason reason : P2pReason.values()) {
      String message = String.valueOf(new P2pException(reason).getMessage());
      assertEquals(reason.cause() + ": " + reason.next(), message);
      assertFalse(reason.cause().isBlank() || reason.next().isBlank(), reason.toString());
      assertFalse(
          reason.cause().toLowerCase(Locale.ROOT).contains("error"), "says nothing: " + reason);
    }
  }
}
