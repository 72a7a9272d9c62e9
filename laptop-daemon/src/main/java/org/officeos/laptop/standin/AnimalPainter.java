package org.officeos.laptop.standin;

import static org.officeos.laptop.standin.Brush.alpha;
import static org.officeos.laptop.standin.Brush.box;
import static org.officeos.laptop.standin.Brush.circle;
import static org.officeos.laptop.standin.Brush.color;
import static org.officeos.laptop.standin.Brush.curve;
import static org.officeos.laptop.standin.Brush.mix;
import static org.officeos.laptop.standin.Brush.oval;
import static org.officeos.laptop.standin.Brush.polygon;
import static org.officeos.laptop.standin.Brush.polyline;

import java.awt.Color;
import java.awt.geom.Area;

/**
 * Paints a cat, a fox or a dog that sits and looks at you, of fur or of metal. Feet at the origin,
 * about 420 units tall.
 */
final class AnimalPainter {

  private static final Color INK = new Color(0x1d1a26);

  private final Brush brush;
  private final Scene.Subject kind;
  private final boolean metal;
  private final Color coat;
  private final Color belly;

  AnimalPainter(Brush brush, Scene.Subject kind, boolean metal) {
    this.brush = brush;
    this.kind = kind;
    this.metal = metal;
    this.coat = metal ? color(0xaab7c8) : coat(kind, brush);
    this.belly = metal ? color(0x6d7b92) : mix(coat, color(0xfff6e8), 0.8);
  }

  void paint() {
    brush.fill(oval(0, 4, 190, 24), alpha(INK, 90));
    tail();
    body();
    ears();
    head();
    face();
  }

  private static Color coat(Scene.Subject kind, Brush brush) {
    int[] cats = {0xd98f4a, 0x6e6a78, 0x3a3742, 0xe3c9a3};
    return switch (kind) {
      case FOX -> color(0xd9662b);
      case DOG -> color(0xa97a4c);
      default -> color(cats[brush.chance().nextInt(cats.length)]);
    };
  }

  private void tail() {
    if (metal) {
      double[] beads = {112, -34, 150, -52, 182, -84, 202, -124, 208, -168, 198, -210};
      for (int i = 0; i < beads.length; i += 2) {
        brush.fill(circle(beads[i], beads[i + 1], 21 - i), mix(coat, INK, 0.25));
        brush.fill(circle(beads[i] - 4, beads[i + 1] - 5, 10 - i / 2.0), alpha(Color.WHITE, 110));
      }
      brush.glow(198, -214, 48, alpha(color(0x6ff2ff), 230));
      return;
    }
    double thick = kind == Scene.Subject.FOX ? 64 : 34;
    brush.line(curve(96, -32, 230, -10, 226, -150, 176, -196), thick, mix(coat, INK, 0.12));
    if (kind == Scene.Subject.FOX) {
      brush.line(curve(206, -150, 204, -168, 192, -182, 178, -194), thick, belly);
    }
  }

  private void body() {
    Area body = new Area(oval(0, -108, 122, 116));
    body.add(new Area(box(-82, -232, 164, 170, 110)));
    brush.fill(body, -232, coat, 0, mix(coat, INK, 0.35));
    if (metal) {
      chestPanel();
    } else {
      brush.fill(oval(0, -120, 62, 92), belly);
    }
    for (int side = -1; side <= 1; side += 2) {
      brush.fill(oval(side * 88, -34, 52, 42), mix(coat, INK, 0.22));
      brush.fill(box(side * 40 - 26, -128, 52, 126, 50), mix(coat, Color.WHITE, 0.08));
      Color paw = kind == Scene.Subject.FOX && !metal ? INK : mix(coat, Color.WHITE, 0.3);
      brush.fill(oval(side * 40, -10, 36, 20), paw);
      if (metal) {
        brush.line(polyline(side * 40 - 22, -62, side * 40 + 22, -62), 4, mix(coat, INK, 0.5));
      }
    }
  }

  private void chestPanel() {
    brush.fill(box(-46, -212, 92, 74, 18), mix(coat, INK, 0.45));
    Color[] lamps = {color(0x7dffb0), color(0xffd166), color(0xff6b6b)};
    for (int i = 0; i < lamps.length; i++) {
      brush.glow(-25 + i * 25, -190, 18, alpha(lamps[i], 200));
      brush.fill(circle(-25 + i * 25, -190, 7), lamps[i]);
    }
    brush.line(
        polyline(-30, -160, -14, -160, -6, -174, 6, -150, 14, -160, 30, -160),
        3.5,
        color(0x6ff2ff));
  }

  private void ears() {
    for (int side = -1; side <= 1; side += 2) {
      if (kind == Scene.Subject.DOG) {
        brush.fill(oval(side * 112, -300, 34, 66), mix(coat, INK, metal ? 0.35 : 0.42));
        continue;
      }
      double tip = kind == Scene.Subject.FOX ? -472 : -452;
      brush.fill(polygon(side * 126, -330, side * 112, tip, side * 26, -392), mix(coat, INK, 0.08));
      Color inner = metal ? color(0x6ff2ff) : color(0xf0a7a0);
      if (kind == Scene.Subject.FOX && !metal) {
        inner = INK;
      }
      brush.fill(
          polygon(side * 108, -350, side * 103, tip + 36, side * 52, -386), alpha(inner, 190));
    }
  }

  private void head() {
    if (metal) {
      brush.fill(box(-132, -408, 264, 196, 96), -408, mix(coat, Color.WHITE, 0.35), -212, coat);
      brush.fill(box(-104, -372, 208, 112, 64), color(0x1b2338));
      brush.line(polyline(0, -408, 0, -446), 7, mix(coat, INK, 0.4));
      brush.glow(0, -456, 44, alpha(color(0xff6b8b), 220));
      brush.fill(circle(0, -456, 13), color(0xff8fa6));
      for (int side = -1; side <= 1; side += 2) {
        brush.fill(circle(side * 118, -246, 9), mix(coat, INK, 0.5));
      }
      return;
    }
    brush.fill(oval(0, -304, 136, 112), -416, mix(coat, Color.WHITE, 0.12), -192, coat);
    if (kind == Scene.Subject.CAT) {
      for (int i = -1; i <= 1; i++) {
        brush.line(polyline(i * 26, -410 + Math.abs(i) * 6, i * 20, -376), 9, mix(coat, INK, 0.35));
      }
    } else {
      Area cheeks = new Area(oval(-64, -262, 70, 58));
      cheeks.add(new Area(oval(64, -262, 70, 58)));
      cheeks.intersect(new Area(oval(0, -304, 136, 112)));
      brush.fill(cheeks, belly);
    }
  }

  private void face() {
    for (int side = -1; side <= 1; side += 2) {
      eye(side * 54);
      if (kind != Scene.Subject.DOG) {
        double y = metal ? -238 : -258;
        Color whisker = metal ? alpha(color(0x6ff2ff), 200) : alpha(Color.WHITE, 220);
        for (int i = -1; i <= 1; i++) {
          brush.line(polyline(side * 74, y + i * 9, side * 176, y - 8 + i * 24), 3, whisker);
        }
      }
    }
    double nose = metal ? -246 : -268;
    Color tip = kind == Scene.Subject.CAT && !metal ? color(0xe58a90) : INK;
    brush.fill(polygon(-17, nose, 17, nose, 0, nose + 17), tip);
    brush.line(curve(0, nose + 16, -4, nose + 34, -30, nose + 34, -34, nose + 20), 4, INK);
    brush.line(curve(0, nose + 16, 4, nose + 34, 30, nose + 34, 34, nose + 20), 4, INK);
  }

  private void eye(double x) {
    if (metal) {
      brush.glow(x, -318, 58, alpha(color(0x6ff2ff), 200));
      brush.fill(box(x - 21, -346, 42, 54, 40), color(0x9df7ff));
      brush.fill(box(x - 6, -340, 12, 42, 12), color(0x1b6f86));
      return;
    }
    brush.fill(oval(x, -318, 29, 33), Color.WHITE);
    Color iris = kind == Scene.Subject.CAT ? color(0x7fbf4d) : color(0x8a5a2b);
    brush.fill(oval(x, -316, 23, 28), iris);
    double slit = kind == Scene.Subject.CAT ? 10 : 16;
    brush.fill(oval(x, -316, slit, 23), INK);
    brush.fill(circle(x - 7, -327, 7), Color.WHITE);
  }
}
