package org.officeos.laptop.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilerFaultTest {

  private static final Map<String, String> SEEN_AT_FAULT =
      Map.of("UseAVX", "3", "TieredStopAtLevel", "4", "ArrayOperationPartialInlineSize", "32");

  private static boolean present(int feature, String architecture, Map<String, String> options) {
    return CompilerFault.present(
        feature, architecture, name -> Optional.ofNullable(options.get(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "17, amd64, true",
    "21, x86_64, true",
    "24, amd64, true",
    "25, amd64, false",
    "17, aarch64, false"
  })
  void dependsOnVersionAndProcessor(int feature, String architecture, boolean expected) {
    assertEquals(expected, present(feature, architecture, SEEN_AT_FAULT));
  }

  @ParameterizedTest
  @CsvSource({
    "UseAVX, 2",
    "TieredStopAtLevel, 1",
    "ArrayOperationPartialInlineSize, 0",
    "UseAVX, what"
  })
  void isAbsentWhereOneOfItsCausesIs(String option, String value) {
    Map<String, String> options = new HashMap<>(SEEN_AT_FAULT);
    options.put(option, value);
    assertFalse(present(17, "amd64", options));
  }

  @Test
  void isAbsentOnAMachineWithoutTheseOptions() {
    assertFalse(present(17, "amd64", Map.of()));
    assertTrue(present(17, "amd64", SEEN_AT_FAULT));
  }

  @Test
  void isPresentWhereTheDeterminingOptionIsLocked() {
    assertTrue(present(17, "amd64", Map.of("UseAVX", "3", "TieredStopAtLevel", "4")));
  }

  /** The build gives its tests the cure, so that they never meet the fault they do not test. */
  @Test
  void isSwitchedOffInThisBuild() {
    assertFalse(CompilerFault.present());
  }
}
