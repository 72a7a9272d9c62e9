package org.officeos.laptop.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceWordTest {

  @Test
  void neverStopsTheDaemonWhateverTheManagerIs() {
    for (Map<String, String> environment :
        java.util.List.of(
            Map.<String, String>of(),
            Map.of("NOTIFY_SOCKET", "relative"),
            Map.of("NOTIFY_SOCKET", "/nonexistent/socket"))) {
      ServiceWord word = ServiceWord.from(environment);
      assertDoesNotThrow(() -> word.ready("serves"));
      assertDoesNotThrow(word::stopping);
    }
  }
}
