package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes inside the guest; leaves a report for each and a row for each test. */
public final class LabRunner {

  private static final Path CONSOLE = Path.of("/dev/console");
  private static final Path ROWS = Path.of("/run/lab/rows");

  private LabRunner() {}

  /**
   * Exit code 0 when tests ran and all of them passed.
   *
   * @param classes names of test classes
   */
  public static void main(String[] classes) throws IOException {
    Map<String, String> environment = System.getenv();
    String scenario = environment.getOrDefault("LAB_NAME", "lab");
    LabListener listener = new LabListener(LabRunner::tell);
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(DiscoverySelectors::selectClass).toList())
                .build(),
            listener);
    String report =
        JUnitXml.of(
            "lab." + scenario,
            Map.of(
                "arch", environment.getOrDefault("LAB_ARCH", "unknown"),
                "driver", environment.getOrDefault("LAB_KIND", "unknown")),
            listener.results());
    Path logs = Path.of(environment.getOrDefault("LAB_LOGS", "."));
    Files.writeString(logs.resolve("TEST-lab." + scenario + ".xml"), report, UTF_8);
    StringBuilder rows = new StringBuilder();
    listener.results().forEach(result -> rows.append(result.row(scenario)));
    Files.writeString(ROWS, rows, UTF_8);
    boolean passed =
        !listener.results().isEmpty()
            && listener.results().stream()
                .noneMatch(result -> result.outcome() == LabResult.Outcome.FAILED);
    // Threads of a library that were left behind must not keep the guest waiting.
    Runtime.getRuntime().halt(passed ? 0 : 1);
  }

  /**
   * A line for the person in front of the lab; the guest's console prints it where there is one.
   */
  static void tell(String line) {
    try {
      Files.writeString(CONSOLE, "lab|    " + line + "\n", UTF_8, StandardOpenOption.WRITE);
    } catch (IOException e) {
      System.getLogger("lab").log(System.Logger.Level.INFO, line);
    }
  }
}
