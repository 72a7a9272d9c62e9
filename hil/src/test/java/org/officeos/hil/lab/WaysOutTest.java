package org.officeos.hil.lab;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Provocation;
import org.officeos.hal.airgap.Side;

/** The scenario of the audit opens what the audit is said to find in a guest, and all of it. */
class WaysOutTest {

  private static final Pattern OPENED = Pattern.compile("opened (AGL-[A-Z]{3}-[0-9]{2}) ");

  @Test
  void eachVectorThatAGuestCanOpenIsOpened() throws IOException {
    Set<String> said =
        Stream.of(LeakVector.values())
            .filter(each -> each.side() != Side.LAPTOP)
            .filter(each -> each.provocation() != Provocation.NO_FIRMWARE)
            .map(LeakVector::id)
            .collect(toCollection(TreeSet::new));
    Set<String> opened = new TreeSet<>();
    for (String file : List.of("guest/ways-out", "scenarios/airgap-audit.sh")) {
      String text = Files.readString(Path.of("lab").resolve(file));
      OPENED.matcher(text).results().map(WaysOutTest::id).forEach(opened::add);
    }
    assertEquals(said, opened);
  }

  private static String id(MatchResult found) {
    return found.group(1);
  }
}
