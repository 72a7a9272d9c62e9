package org.officeos.laptop.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.officeos.laptop.config.ListenAddress.Reach;

/** Whatever the file says is a configuration that is safe to run, or a named refusal. */
class ConfigFuzzTest {

  @FuzzTest(maxDuration = "10s")
  void readsOrRefusesByName(byte[] input) {
    try {
      LaptopConfig config =
          new ConfigReader(Map.of("HOME", "/h")).parse(new String(input, StandardCharsets.UTF_8));
      Reach reach = config.listen().reach();
      assertEquals(true, reach == Reach.LOOPBACK || reach == Reach.PRIVATE);
      assertEquals(true, config.stateDir().isAbsolute());
    } catch (ConfigException e) {
      assertNotNull(e.getMessage());
    }
  }
}
