package org.officeos.hal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text is a value that is written as one harmless line and read back, or a named refusal. */
final class JsonReaderFuzzTest {

  @FuzzTest
  void readsOrRefuses(byte[] bytes) throws JsonException {
    JsonValue value;
    try {
      value = JsonReader.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonException e) {
      assertNotNull(e.reason());
      return;
    }
    String written = value.toString();
    assertEquals(value, JsonReader.read(written));
    assertFalse(written.chars().anyMatch(c -> c < ' ' || (c >= 0x7f && c <= 0x9f)));
  }
}
