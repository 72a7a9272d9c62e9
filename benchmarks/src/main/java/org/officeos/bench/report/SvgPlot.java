package org.officeos.bench.report;

import java.util.List;
import java.util.Locale;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Verdict;

/**
 * One group of bars a figure, one bar a JDK. A bar's length is how far the goal is reached, so that
 * one line stands for every goal and right of it is good, whichever way the figure counts.
 */
public final class SvgPlot {

  private static final int WIDTH = 860;
  private static final int LEFT = 270;
  private static final int GOAL = 500;
  private static final int RIGHT = 690;
  private static final int TOP = 56;
  private static final int BAR = 14;
  private static final int GAP = 14;
  private static final List<String> COLOURS = List.of("#4c78a8", "#72b7b2", "#9d7cb8");
  private static final String SHORT = "#d6604d";

  private SvgPlot() {}

  /** Draws the figures of all runs. */
  public static String draw(List<RunOfJdk> runs) {
    StringBuilder bars = new StringBuilder();
    int y = TOP;
    for (Figure figure : Figure.values()) {
      y = group(bars, figure, runs, y);
    }
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH,
        y + 12,
        WIDTH,
        y + 12);
    add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, y + 12);
    legend(svg, runs);
    svg.append(bars);
    add(
        svg,
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#222222\""
            + " stroke-dasharray=\"4 3\"/>",
        GOAL,
        TOP - 8,
        GOAL,
        y);
    text(svg, GOAL, TOP - 14, "middle", "goal");
    return svg.append("</svg>\n").toString();
  }

  private static int group(StringBuilder svg, Figure figure, List<RunOfJdk> runs, int top) {
    int y = top;
    text(svg, LEFT - 10, y + runs.size() * BAR / 2 + 4, "end", figure.label());
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).result(figure).isPresent()) {
        bar(svg, runs.get(i).result(figure).get(), COLOURS.get(i % COLOURS.size()), y);
      } else {
        boolean noGoal = figure.leastJdk() > runs.get(i).feature();
        text(svg, LEFT + 4, y + BAR - 3, "start", noGoal ? "no goal here" : "not measured: short");
      }
      y += BAR;
    }
    return y + GAP;
  }

  private static void bar(StringBuilder svg, Result result, String colour, int y) {
    Figure figure = result.figure();
    double score = figure.direction().score(result.value(), figure.goal());
    int length = (int) Math.round(Math.max(1, score * (GOAL - LEFT)));
    boolean cut = LEFT + length > RIGHT;
    int shown = cut ? RIGHT - LEFT : length;
    boolean isShort = result.verdict() == Verdict.SHORT;
    add(
        svg,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"%s/>",
        LEFT,
        y + 1,
        shown,
        BAR - 2,
        colour,
        isShort ? " stroke=\"" + SHORT + "\" stroke-width=\"2\"" : "");
    String value =
        (cut ? "» " : "")
            + figure.unit().write(result.value())
            + " ("
            + figure.direction().sign()
            + " "
            + figure.unit().write(figure.goal())
            + ")"
            + (isShort ? " short" : "");
    text(svg, Math.max(LEFT + shown, GOAL) + 6, y + BAR - 3, "start", value);
  }

  private static void legend(StringBuilder svg, List<RunOfJdk> runs) {
    int x = LEFT;
    for (int i = 0; i < runs.size(); i++) {
      add(
          svg,
          "<rect x=\"%d\" y=\"10\" width=\"12\" height=\"12\" fill=\"%s\"/>",
          x,
          COLOURS.get(i % COLOURS.size()));
      text(svg, x + 18, 20, "start", "JDK " + runs.get(i).jdk());
      x += 120;
    }
    text(svg, x, 20, "start", "right of the line is good; » goes on");
  }

  private static void text(StringBuilder svg, int x, int y, String anchor, String words) {
    add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>", x, y, anchor, words);
  }

  private static void add(StringBuilder svg, String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values)).append('\n');
  }
}
