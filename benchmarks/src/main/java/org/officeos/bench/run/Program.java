package org.officeos.bench.run;

/** One program, which measures one figure or a few that belong together. */
@FunctionalInterface
interface Program {

  /** Measures; results go to {@code bench}. */
  void run(Bench bench) throws Exception;
}
