package org.officeos.laptop.upstream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers pieces of text and words of progress. */
final class RecordingSinks implements TokenSink, ProgressSink {

  final List<String> pieces = new CopyOnWriteArrayList<>();
  final List<Integer> permilles = new CopyOnWriteArrayList<>();
  final List<Integer> steps = new CopyOnWriteArrayList<>();

  @Override
  public void onText(String piece) {
    pieces.add(piece);
  }

  @Override
  public void onProgress(int permille, int step, int ofSteps, long etaMillis) {
    permilles.add(permille);
    steps.add(ofSteps);
  }

  String text() {
    return String.join("", pieces);
  }
}
