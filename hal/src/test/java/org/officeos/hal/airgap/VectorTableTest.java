package org.officeos.hal.airgap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation's table is this one; after a change, copy it over from {@code target}. */
class VectorTableTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "airgap-vectors.md");
  private static final Path MADE = Path.of("target", "airgap-vectors.md");

  @Test
  void theDocumentationHasTheSameTable() throws IOException {
    String made = document();
    Files.createDirectories(Path.of("target"));
    Files.writeString(MADE, made);
    assertEquals(made, Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "");
  }

  private static String document() {
    StringBuilder text = new StringBuilder();
    text.append("# Ways out of the air gap\n\n");
    text.append("The ").append(LeakVector.values().length).append(" known ways out, of which ");
    text.append("`officeos audit` judges ").append(Policy.judged(Side.HANDHELD).size());
    text.append(" and `officeos-laptop audit airgap` ");
    text.append(Policy.judged(Side.LAPTOP).size()).append(". ");
    text.append("A test keeps this table equal to `LeakVector` and `Policy`.\n\n");
    text.append("| id | no. | what is wrong | severity | machine | breaks | judged |");
    text.append(" provoked in the lab's guest |\n|---|---|---|---|---|---|---|---|\n");
    for (LeakVector each : LeakVector.values()) {
      text.append(row(each)).append('\n');
    }
    text.append("\nThe numbers under \"breaks\" are the invariants:\n\n");
    for (Invariant each : Invariant.values()) {
      text.append(each.number()).append(". ").append(each.text()).append('\n');
    }
    text.append("\n## What is expected\n\n| id | expected | what to do |\n|---|---|---|\n");
    for (LeakVector each : judged()) {
      text.append("| ").append(each.id());
      text.append(" | ").append(Policy.expected(each).orElseThrow());
      text.append(" | ").append(Policy.fix(each).orElseThrow()).append(" |\n");
    }
    return text.toString();
  }

  private static List<LeakVector> judged() {
    return Stream.of(Side.HANDHELD, Side.LAPTOP)
        .flatMap(each -> Policy.judged(each).stream())
        .toList();
  }

  private static String row(LeakVector each) {
    return "| "
        + Stream.of(
                each.id(),
                Integer.toString(each.number()),
                each.title(),
                each.severity().name().toLowerCase(Locale.ROOT),
                each.side().word(),
                each.invariants().stream()
                    .map(invariant -> Integer.toString(invariant.number()))
                    .collect(Collectors.joining(", ")),
                judged().contains(each) ? "yes" : "not yet",
                each.provocation().text())
            .collect(Collectors.joining(" | "))
        + " |";
  }
}
