package org.officeos.hil.timeline;

import java.util.Locale;

/** One story as a drawing: a scale of seconds, a bar for each host, the frames below. */
final class Drawing {

  private final Story story;
  private final int parts;
  private final Axis axis;

  Drawing(Story story, int parts) {
    this.story = story;
    this.parts = parts;
    this.axis = new Axis(story.begin(), story.end());
  }

  /** As SVG inside of HTML. */
  String draw() {
    StringBuilder body = new StringBuilder(1 << 14);
    double y = 24;
    for (Track track : story.tracks()) {
      y = new TrackDrawing(axis, track, body).draw(y);
    }
    if (story.air().count() > 0) {
      y = new AirDrawing(axis, story.air(), parts, body).draw(y + 6);
    }
    double height = y + 8;
    StringBuilder svg = new StringBuilder(body.length() + 2048);
    svg.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 1200 ")
        .append(Html.number(height))
        .append("\" aria-label=\"")
        .append(Html.escaped(story.name()))
        .append("\">\n");
    scale(svg, height);
    svg.append(body);
    if (story.failed()) {
      ending(svg, height);
    }
    return svg.append("</svg>\n").toString();
  }

  private void scale(StringBuilder svg, double height) {
    double step = axis.step();
    for (int i = 0; i * step <= story.seconds(); i++) {
      String x = Html.number(axis.x(story.begin() + Math.round(i * step * 1e6)));
      svg.append("<path class=\"grid\" d=\"M")
          .append(x)
          .append(" 18V")
          .append(Html.number(height))
          .append("\"/><text class=\"tick\" x=\"")
          .append(x)
          .append("\" y=\"13\">")
          .append(trimmed(i * step))
          .append("</text>\n");
    }
  }

  private static String trimmed(double seconds) {
    String text = String.format(Locale.ROOT, "%.3f", seconds);
    return text.replaceAll("\\.?0+$", "") + " s";
  }

  private void ending(StringBuilder svg, double height) {
    String reason = story.row().map(Row::reason).orElse("");
    svg.append("<g class=\"failure\"><title>failed: ")
        .append(Html.escaped(reason))
        .append("</title><path d=\"M")
        .append(Html.number(Axis.RIGHT))
        .append(" 16V")
        .append(Html.number(height))
        .append("\"/></g>\n");
  }
}
