package org.officeos.hil.timeline;

import java.util.List;

/**
 * The frames, a row for each kind that was seen. A kind with few frames has a line for each, with
 * all there is to say of it; of many there are equal parts of the time, each the higher and the
 * darker the more frames it has.
 */
final class AirDrawing {

  private static final double ROW = 16;

  private final Axis axis;
  private final Air air;
  private final int parts;
  private final StringBuilder out;

  /**
   * A drawing.
   *
   * @param parts of the time, at most, and frames of a kind that are drawn one by one, at most
   */
  AirDrawing(Axis axis, Air air, int parts, StringBuilder out) {
    this.axis = axis;
    this.air = air;
    this.parts = parts;
    this.out = out;
  }

  /** Draws it below that height; returns the height below it. */
  double draw(double top) {
    double y = top;
    for (FrameKind kind : air.kinds()) {
      out.append("<g class=\"")
          .append(kind.family().style())
          .append("\"><text class=\"kind\" x=\"8\" y=\"")
          .append(Html.number(y + 12))
          .append("\">")
          .append(kind.words())
          .append("</text><text class=\"count\" x=\"184\" y=\"")
          .append(Html.number(y + 12))
          .append("\">")
          .append(air.count(kind))
          .append("</text>\n");
      if (air.count(kind) <= Math.min(Air.WHOLE, parts)) {
        oneByOne(kind, y);
      } else {
        binned(kind, y);
      }
      out.append("</g>\n");
      y += ROW;
    }
    return y;
  }

  private void oneByOne(FrameKind kind, double y) {
    long[] times = air.times(kind);
    List<Frame> frames = air.whole(kind);
    for (int i = 0; i < times.length; i++) {
      Frame frame = frames.get(i);
      rect(
          axis.x(times[i]) - 1,
          y + 2,
          2,
          ROW - 4,
          1,
          Html.seconds(axis.secondsSinceBegin(times[i]))
              + ": "
              + kind.words()
              + (frame.detail().isEmpty() ? "" : " " + frame.detail())
              + ", "
              + air.name(frame.source())
              + " → "
              + air.name(frame.destination()));
    }
  }

  private void binned(FrameKind kind, double y) {
    int[] bins = air.bins(kind, axis.begin(), axis.end(), parts);
    int most = 1;
    for (int bin : bins) {
      most = Math.max(most, bin);
    }
    double width = (Axis.RIGHT - Axis.LEFT) / parts;
    double seconds = axis.secondsSinceBegin(axis.end()) / parts;
    for (int i = 0; i < parts; i++) {
      if (bins[i] == 0) {
        continue;
      }
      // By the logarithm: a single frame must be seen beside a thousand.
      double part = Math.log1p(bins[i]) / Math.log1p(most);
      double height = Math.max(3, part * (ROW - 3));
      rect(
          Axis.LEFT + i * width,
          y + ROW - 1.5 - height,
          Math.max(1, width - 0.4),
          height,
          0.35 + 0.65 * part,
          bins[i]
              + " × "
              + kind.words()
              + ", "
              + Html.seconds(i * seconds)
              + " to "
              + Html.seconds((i + 1) * seconds));
    }
  }

  private void rect(double x, double y, double width, double height, double opacity, String title) {
    out.append("<rect x=\"")
        .append(Html.number(x))
        .append("\" y=\"")
        .append(Html.number(y))
        .append("\" width=\"")
        .append(Html.number(width))
        .append("\" height=\"")
        .append(Html.number(height));
    if (opacity < 0.95) {
      out.append("\" opacity=\"").append(Html.number(opacity));
    }
    out.append("\"><title>").append(Html.escaped(title)).append("</title></rect>\n");
  }
}
