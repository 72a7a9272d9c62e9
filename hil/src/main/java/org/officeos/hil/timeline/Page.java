package org.officeos.hil.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole page: what came of each test, then a section for each story. */
final class Page {

  /** Pieces of a drawing that the whole page may have; each takes about 150 bytes. */
  private static final int PIECES = 30_000;

  private static final int MOST_PARTS = 330;
  private static final int FEWEST_PARTS = 20;

  private final String title;
  private final Results results;

  Page(String title, Results results) {
    this.title = title;
    this.results = results;
  }

  /** As HTML that needs no other file and no script. */
  String write() {
    StringBuilder out = new StringBuilder(1 << 16);
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(Html.escaped(title))
        .append("</title>\n<style>\n")
        .append(Style.SHEET)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(Html.escaped(title))
        .append("</h1>\n");
    table(out);
    legend(out);
    int parts = parts();
    List<Story> stories = results.stories();
    for (int i = 0; i < stories.size(); i++) {
      section(out, stories.get(i), i, parts);
    }
    if (stories.isEmpty()) {
      out.append("<p>No scenario left a timeline or a capture.</p>\n");
    }
    return out.append("</body>\n</html>\n").toString();
  }

  /** The more rows there are on the page, the coarser they are, so that it stays a page. */
  private int parts() {
    int rows = results.stories().stream().mapToInt(story -> story.air().kinds().size()).sum();
    return Math.max(FEWEST_PARTS, Math.min(MOST_PARTS, PIECES / Math.max(1, rows)));
  }

  private void table(StringBuilder out) {
    if (results.rows().isEmpty()) {
      return;
    }
    out.append("<table class=\"results\">\n<tr><th>result<th>scenario<th>seconds<th>reason</tr>\n");
    for (Row row : results.rows()) {
      out.append("<tr class=\"")
          .append(row.state())
          .append("\"><td>")
          .append(row.state())
          .append("<td>")
          .append(linked(row))
          .append("<td class=\"n\">")
          .append(Html.escaped(row.seconds()))
          .append("<td>")
          .append(Html.escaped(row.reason()))
          .append("</tr>\n");
    }
    out.append("</table>\n");
  }

  private String linked(Row row) {
    for (int i = 0; i < results.stories().size(); i++) {
      if (results.stories().get(i).name().equals(row.name())) {
        return "<a href=\"#s" + i + "\">" + Html.escaped(row.name()) + "</a>";
      }
    }
    return Html.escaped(row.name());
  }

  private void legend(StringBuilder out) {
    Map<Family, Integer> counts = new EnumMap<>(Family.class);
    for (Story story : results.stories()) {
      for (FrameKind kind : story.air().kinds()) {
        counts.merge(kind.family(), story.air().count(kind), Integer::sum);
      }
    }
    out.append("<p class=\"legend\">Frames on the air:");
    for (Family family : Family.values()) {
      out.append(" <span class=\"")
          .append(family.style())
          .append("\"><svg viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></svg> ")
          .append(family.name().toLowerCase(Locale.ROOT))
          .append(' ')
          .append(counts.getOrDefault(family, 0))
          .append("</span>");
    }
    out.append(
        "<br>Bars are phases, ◆ events. Point at anything to read what it is. Times count from the"
            + " beginning of each scenario.</p>\n");
  }

  private static void section(StringBuilder out, Story story, int index, int parts) {
    out.append("<section id=\"s").append(index).append("\">\n<h2>");
    story
        .row()
        .ifPresent(
            row ->
                out.append("<span class=\"")
                    .append(row.state())
                    .append("\">")
                    .append(row.state())
                    .append("</span> "));
    out.append(Html.escaped(story.name())).append("</h2>\n");
    story
        .row()
        .filter(row -> !row.reason().isEmpty())
        .ifPresent(
            row ->
                out.append("<p class=\"reason ")
                    .append(row.state())
                    .append("\">")
                    .append(Html.escaped(row.reason()))
                    .append("</p>\n"));
    for (String trouble : story.troubles()) {
      out.append("<p class=\"trouble\">").append(Html.escaped(trouble)).append("</p>\n");
    }
    if (!story.isEmpty()) {
      out.append("<div class=\"wide\">")
          .append(new Drawing(story, parts).draw())
          .append("</div>\n");
      new Listing(story, out).write();
    }
    out.append("</section>\n");
  }
}
