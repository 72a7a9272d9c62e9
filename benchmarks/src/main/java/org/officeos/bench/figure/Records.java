package org.officeos.bench.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that one JDK's run found, as it is kept between the programs: a line each, columns
 * separated by tabs.
 *
 * @param results the figures, in the order measured
 * @param facts what else was seen
 */
public record Records(List<Result> results, List<Fact> facts) {

  /** Copies. */
  public Records {
    results = List.copyOf(results);
    facts = List.copyOf(facts);
  }

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException on a line that is none of ours
   */
  public static Records parse(List<String> lines) {
    List<Result> results = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      if (Result.isKind(columns[0]) && columns.length == 7) {
        results.add(Result.fromColumns(columns));
      } else if (Fact.isKind(columns[0]) && columns.length == 6) {
        facts.add(Fact.fromColumns(columns));
      } else {
        throw new IllegalArgumentException("no record: " + line);
      }
    }
    return new Records(results, facts);
  }

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    results.forEach(result -> lines.add(result.toRecord()));
    facts.forEach(fact -> lines.add(fact.toRecord()));
    return lines;
  }
}
