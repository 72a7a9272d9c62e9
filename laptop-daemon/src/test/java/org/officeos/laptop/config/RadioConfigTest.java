package org.officeos.laptop.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.officeos.hal.p2p.Frequency;
import org.officeos.laptop.config.ConfigException.Reason;

final class RadioConfigTest {

  private final ConfigReader reader = new ConfigReader(Map.of("HOME", "/home/ada"));

  private Optional<RadioConfig> read(String text) throws ConfigException {
    return reader.parse(text).radio();
  }

  @Test
  void hasNoRadioWithoutItsTable() throws ConfigException {
    assertEquals(Optional.empty(), read("name = \"Ada's laptop\"\n"));
  }

  @Test
  void isCalledLikeTheLaptopAndSearchesItsChannelItself() throws ConfigException {
    assertEquals(
        Optional.of(new RadioConfig("wlan0", "Ada's laptop", Optional.empty(), true)),
        read("name = \"Ada's laptop\"\n[radio]\ninterface = \"wlan0\"\n"));
  }

  @Test
  void takesAnotherNameAndAChannel() throws ConfigException {
    assertEquals(
        Optional.of(new RadioConfig("wlp2s0", "Küche", Optional.of(new Frequency(5180)), false)),
        read(
            "[radio]\ninterface = \"wlp2s0\"\nname = \"Küche\"\nfrequency = 5180\nfence = false\n"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "MISSING_KEY, radio.interface, name = 'x'",
        "WRONG_TYPE, radio.interface, interface = 0",
        "OUT_OF_RANGE, radio.interface, interface = ''",
        "OUT_OF_RANGE, radio.interface, interface = 'wlan0123456789ab'",
        "OUT_OF_RANGE, radio.interface, interface = '../wlan0'",
        "OUT_OF_RANGE, radio.interface, interface = 'wlan 0'",
        "OUT_OF_RANGE, radio.name, interface = 'wlan0'; name = 'ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖ'",
        "OUT_OF_RANGE, radio.frequency, interface = 'wlan0'; frequency = 2413",
        "OUT_OF_RANGE, radio.frequency, interface = 'wlan0'; frequency = 5",
        "UNKNOWN_KEY, radio.channel, interface = 'wlan0'; channel = 6",
      })
  void refusesWhatCannotBe(Reason reason, String key, String lines) {
    String text = "[radio]\n" + lines.replace("; ", "\n").replace('\'', '"') + "\n";
    ConfigException refusal = assertThrows(ConfigException.class, () -> read(text));
    assertEquals(reason, refusal.reason());
    assertEquals(key, refusal.key());
  }

  @Test
  void refusesARadioThatIsNoTable() {
    assertEquals(
        Reason.WRONG_TYPE,
        assertThrows(ConfigException.class, () -> read("radio = \"wlan0\"\n")).reason());
  }

  @Test
  void cutsALongNameBetweenCharacters() {
    assertEquals("a".repeat(32), RadioConfig.cut("a".repeat(64)));
    assertEquals("é".repeat(16), RadioConfig.cut("é".repeat(40)));
    assertEquals("a" + "é".repeat(15), RadioConfig.cut("a" + "é".repeat(40)));
    assertEquals("🎮".repeat(8), RadioConfig.cut("🎮".repeat(20)));
  }
}
