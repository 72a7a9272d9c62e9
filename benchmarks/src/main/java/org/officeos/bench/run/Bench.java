package org.officeos.bench.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.officeos.bench.figure.Fact;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Records;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Samples;

/** What a program works with: how thorough to be, a folder, and where results and words go. */
final class Bench {

  private final boolean quick;
  private final Path folder;
  private final PrintWriter words;
  private final List<Result> results = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();

  Bench(boolean quick, Path folder, PrintWriter words) {
    this.quick = quick;
    this.folder = folder;
    this.words = words;
  }

  boolean quick() {
    return quick;
  }

  /** One of two numbers: rounds, seconds, … */
  int pick(int whenQuick, int whenFull) {
    return quick ? whenQuick : whenFull;
  }

  /** An empty folder that is removed afterwards. */
  Path folder() {
    return folder;
  }

  void say(String progress) {
    words.println("  " + progress);
    words.flush();
  }

  void add(Figure figure, Samples samples) {
    add(Result.of(figure, samples));
  }

  void add(Result result) {
    results.add(result);
    say(result.line());
  }

  void addFact(String name, String unit, Samples samples) {
    facts.add(Fact.of(name, unit, samples));
  }

  Records records() {
    return new Records(results, facts);
  }
}
