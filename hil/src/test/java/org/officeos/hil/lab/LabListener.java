package org.officeos.hil.lab;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects what came of each test, and tells it as it comes. */
final class LabListener implements TestExecutionListener {

  private final Consumer<String> tell;
  private final List<LabResult> results = new ArrayList<>();
  private final Map<String, Long> started = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();

  LabListener(Consumer<String> tell) {
    this.tell = tell;
  }

  List<LabResult> results() {
    return List.copyOf(results);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    started.put(test.getUniqueId(), System.nanoTime());
  }

  /** What a test publishes under the key {@code note} is told in the table. */
  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    String note = entry.getKeyValuePairs().get("note");
    if (note != null) {
      notes.merge(test.getUniqueId(), note, (before, more) -> before + ", " + more);
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    add(test, LabResult.Outcome.SKIPPED, reason, "");
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean container = !test.isTest();
    boolean successful = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    if (container && successful) {
      return;
    }
    Throwable thrown = result.getThrowable().orElse(null);
    String words = thrown == null ? "" : wordsOf(thrown);
    switch (result.getStatus()) {
      case SUCCESSFUL ->
          add(test, LabResult.Outcome.PASSED, notes.getOrDefault(test.getUniqueId(), ""), "");
      case ABORTED -> add(test, LabResult.Outcome.SKIPPED, words, "");
      case FAILED ->
          add(test, LabResult.Outcome.FAILED, words, thrown == null ? "" : traceOf(thrown));
    }
  }

  private void add(TestIdentifier test, LabResult.Outcome outcome, String reason, String trace) {
    long began = started.getOrDefault(test.getUniqueId(), System.nanoTime());
    LabResult result =
        new LabResult(
            classOf(test),
            nameOf(test),
            outcome,
            Duration.ofNanos(System.nanoTime() - began),
            reason,
            trace);
    results.add(result);
    tell.accept(
        outcome + " " + result.test() + " " + result.seconds() + " s " + LabResult.oneLine(reason));
  }

  private static String wordsOf(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message;
  }

  private static String traceOf(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }

  private static String classOf(TestIdentifier test) {
    return test.getSource()
        .map(
            source -> {
              if (source instanceof MethodSource method) {
                return method.getClassName();
              }
              return source instanceof ClassSource clazz
                  ? clazz.getClassName()
                  : test.getDisplayName();
            })
        .orElseGet(test::getDisplayName);
  }

  private static String nameOf(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .filter(unused -> !test.getUniqueId().contains("[dynamic-test:"))
        .map(source -> ((MethodSource) source).getMethodName())
        .orElseGet(test::getDisplayName);
  }
}
