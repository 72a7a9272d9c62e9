package org.officeos.hil.timeline;

import java.util.List;

/** One host's phases as a bar with words, and its events below, each with words where they fit. */
final class TrackDrawing {

  private static final double BAR = 33;
  private static final double LANE = 15;
  private static final int LANES = 7;
  private static final double CHARACTER = 6.1;

  private final Axis axis;
  private final Track track;
  private final StringBuilder out;
  private final double[] laneEnds = new double[LANES];
  private int lanes;

  TrackDrawing(Axis axis, Track track, StringBuilder out) {
    this.axis = axis;
    this.track = track;
    this.out = out;
  }

  /** Draws it below that height; returns the height below it. */
  double draw(double top) {
    out.append("<text class=\"who\" x=\"8\" y=\"")
        .append(Html.number(top + 15))
        .append("\">")
        .append(Html.escaped(track.who()))
        .append("</text>\n");
    List<Track.Span> spans = track.spans();
    for (int i = 0; i < spans.size(); i++) {
      span(spans.get(i), i, top);
    }
    double marksTop = top + (spans.isEmpty() ? 0 : BAR + 4);
    for (Track.Mark mark : track.marks()) {
      mark(mark, marksTop);
    }
    return marksTop + lanes * LANE + 8;
  }

  private void span(Track.Span span, int index, double top) {
    double from = axis.x(span.begin());
    double width = Math.max(1, axis.x(span.end()) - from);
    String words = Html.escaped(span.words());
    out.append("<svg x=\"")
        .append(Html.number(from))
        .append("\" y=\"")
        .append(Html.number(top))
        .append("\" width=\"")
        .append(Html.number(width))
        .append("\" height=\"")
        .append(Html.number(BAR))
        .append("\"><title>")
        .append(words)
        .append(": ")
        .append(Html.seconds(span.seconds()))
        .append("</title><rect class=\"span s")
        .append(index % 2)
        .append("\" width=\"100%\" height=\"100%\"/>");
    if (width > 24) {
      out.append("<text x=\"5\" y=\"14\">")
          .append(words)
          .append("</text><text class=\"took\" x=\"5\" y=\"27\">")
          .append(Html.seconds(span.seconds()))
          .append("</text>");
    }
    out.append("</svg>\n");
  }

  private void mark(Track.Mark mark, double top) {
    double x = axis.x(mark.at());
    double width = 12 + mark.words().length() * CHARACTER;
    boolean leftwards = x + width > Axis.WIDTH;
    double from = leftwards ? x - width : x - 4;
    int lane = freeLane(from);
    boolean worded = lane < LANES && from >= 0;
    int shown = worded ? lane : LANES;
    if (worded) {
      laneEnds[lane] = leftwards ? x + 6 : x + width;
    }
    lanes = Math.max(lanes, shown + 1);
    double y = top + shown * LANE + 7;
    String words = Html.escaped(mark.words());
    out.append("<g class=\"")
        .append(mark.note() ? "note" : "event")
        .append("\"><title>")
        .append(Html.seconds(axis.secondsSinceBegin(mark.at())))
        .append(": ")
        .append(words)
        .append("</title><path d=\"M")
        .append(Html.number(x))
        .append(' ')
        .append(Html.number(y - 4))
        .append("l4 4-4 4-4-4z\"/>");
    if (worded) {
      out.append("<text x=\"")
          .append(Html.number(leftwards ? x - 7 : x + 7))
          .append("\" y=\"")
          .append(Html.number(y + 4))
          .append(leftwards ? "\" class=\"end\">" : "\">")
          .append(words)
          .append("</text>");
    }
    out.append("</g>\n");
  }

  /** The first lane whose last words end before that; {@code LANES} where all are taken. */
  private int freeLane(double from) {
    for (int lane = 0; lane < LANES; lane++) {
      if (laneEnds[lane] <= from) {
        return lane;
      }
    }
    return LANES;
  }
}
