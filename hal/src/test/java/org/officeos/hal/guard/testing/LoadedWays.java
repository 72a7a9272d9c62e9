package org.officeos.hal.guard.testing;

import java.util.regex.Pattern;
import org.officeos.hal.airgap.FilterSight;

/** Reads the ways that rules open. */
final class LoadedWays {

  private LoadedWays() {}

  /** The elements that rules put into the set of ways. */
  static FilterSight.Way[] of(String rules) {
    return Pattern.compile("ways \\{ ([0-9]+) \\. ([0-9.]+) \\. ([0-9]+) }")
        .matcher(rules)
        .results()
        .map(
            found ->
                new FilterSight.Way(
                    Integer.parseInt(found.group(1)),
                    bits(found.group(2)),
                    Integer.parseInt(found.group(3))))
        .toArray(FilterSight.Way[]::new);
  }

  private static int bits(String address) {
    int bits = 0;
    for (String octet : address.split("\\.", -1)) {
      bits = bits << 8 | Integer.parseInt(octet);
    }
    return bits;
  }
}
