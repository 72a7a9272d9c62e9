package org.officeos.hil.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The phases and events of a story as a table, folded away below its drawing. */
final class Listing {

  private final Story story;
  private final StringBuilder out;

  /** One line of it. */
  private record Line(long at, String who, String kind, String words, String took) {}

  Listing(Story story, StringBuilder out) {
    this.story = story;
    this.out = out;
  }

  void write() {
    List<Line> lines = lines();
    if (lines.isEmpty()) {
      return;
    }
    out.append("<details><summary>")
        .append(lines.size())
        .append(" phases and events in words</summary>\n<table>\n")
        .append("<tr><th>at<th>who<th>what<th>words<th>took</tr>\n");
    for (Line line : lines) {
      out.append("<tr><td class=\"n\">")
          .append(Html.seconds((line.at() - story.begin()) / 1e6))
          .append("<td>")
          .append(Html.escaped(line.who()))
          .append("<td>")
          .append(line.kind())
          .append("<td>")
          .append(Html.escaped(line.words()))
          .append("<td class=\"n\">")
          .append(line.took())
          .append("</tr>\n");
    }
    out.append("</table>\n</details>\n");
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Track track : story.tracks()) {
      for (Track.Span span : track.spans()) {
        String took = Html.seconds(span.seconds());
        lines.add(new Line(span.begin(), track.who(), "phase", span.words(), took));
      }
      for (Track.Mark mark : track.marks()) {
        String kind = mark.note() ? "note" : "event";
        lines.add(new Line(mark.at(), track.who(), kind, mark.words(), ""));
      }
    }
    lines.sort(Comparator.comparingLong(Line::at));
    return lines;
  }
}
