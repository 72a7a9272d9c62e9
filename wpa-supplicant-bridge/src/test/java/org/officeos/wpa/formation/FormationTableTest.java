package org.officeos.wpa.formation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every phase against every event. The expected lines are in a file that a person can read through:
 * what the phase becomes, what is commanded, how the request ends. No line means: nothing changes.
 */
class FormationTableTest {

  private static final int FEWEST_CELLS = 700;

  @Test
  void everyPhaseAnswersEveryEventAsTheTableSays() throws IOException {
    List<String> found = new ArrayList<>();
    int cells = 0;
    for (Map.Entry<String, Formation> phase : Samples.phases().entrySet()) {
      for (Map.Entry<String, FormationEvent> event : Samples.events().entrySet()) {
        cells++;
        String line = line(phase.getValue(), event.getValue());
        if (!line.isEmpty()) {
          found.add(phase.getKey() + " + " + event.getKey() + " -> " + line);
        }
      }
    }
    assertTrue(cells >= FEWEST_CELLS, cells + " cells");
    assertEquals(table(), String.join("\n", found) + "\n");
  }

  private static String line(Formation before, FormationEvent event) {
    Step step = before.on(event, Samples.NOW);
    List<String> words = new ArrayList<>();
    if (!step.next().phase().equals(before.phase())) {
      words.add(step.next().phase().getClass().getSimpleName());
    }
    if (!step.next().groups().equals(before.groups())) {
      words.add("groups " + new TreeSet<>(step.next().groups()));
    }
    if (!step.next().hint().equals(before.hint())) {
      words.add("hint " + step.next().hint().orElseThrow());
    }
    step.refusal().ifPresent(reason -> words.add("refused " + reason));
    if (!step.commands().isEmpty()) {
      words.add(
          step.commands().stream()
              .map(FormationTableTest::name)
              .collect(Collectors.joining(", ", "{", "}")));
    }
    step.outcome().ifPresent(outcome -> words.add("ends: " + end(outcome)));
    return String.join(" ", words);
  }

  private static String name(Command command) {
    String name = command.getClass().getSimpleName();
    if (command instanceof Command.UseGroupInterface use) {
      return name + "(" + use.own() + ")";
    }
    return command instanceof Command.Connect connect && connect.request().join()
        ? "Connect(join)"
        : name;
  }

  private static String end(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed ? failed.reason().toString() : "started";
  }

  private static String table() throws IOException {
    try (InputStream file = FormationTableTest.class.getResourceAsStream("table.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
