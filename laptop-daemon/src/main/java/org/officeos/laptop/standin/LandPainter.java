package org.officeos.laptop.standin;

import static org.officeos.laptop.standin.Brush.alpha;
import static org.officeos.laptop.standin.Brush.box;
import static org.officeos.laptop.standin.Brush.circle;
import static org.officeos.laptop.standin.Brush.color;
import static org.officeos.laptop.standin.Brush.mix;
import static org.officeos.laptop.standin.Brush.oval;
import static org.officeos.laptop.standin.Brush.polygon;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** Paints what lies under the sky. */
final class LandPainter {

  private final Brush brush;
  private final Scene.Light light;
  private final double horizon;
  private final Color haze;

  LandPainter(Brush brush, Scene.Light light, double horizon) {
    this.brush = brush;
    this.light = light;
    this.horizon = horizon;
    this.haze =
        switch (light) {
          case DAY -> color(0xbfdcec);
          case SUNSET -> color(0xe28a63);
          case NIGHT -> color(0x22305c);
          case SPACE -> color(0x2a2157);
        };
  }

  void paint(Scene.Land land) {
    switch (land) {
      case MOUNTAINS -> mountains();
      case CITY -> city();
      case SEA -> sea();
      case DESERT -> waves(color(0xd9a35f), color(0x8a5330), 3);
      case MEADOW -> meadow();
      case FOREST -> forest();
      case MOON_GROUND -> moonGround();
    }
  }

  private void mountains() {
    Color[] rocks = {color(0x6b6a9a), color(0x4a4776), color(0x2c2b4c)};
    double[] bases = {horizon + 10, horizon + 95, horizon + 190};
    double[] heights = {330, 230, 150};
    for (int layer = 0; layer < rocks.length; layer++) {
      double base = bases[layer];
      double height = heights[layer];
      Color rock = mix(haze, lit(rocks[layer]), 0.5 + layer * 0.22);
      Path2D ridge = ridge(base, height, 5 + 2 * layer);
      brush.fill(ridge, base - height, rock, base + 140, mix(rock, haze, 0.55 - layer * 0.15));
      if (layer == 0) {
        Area snow = new Area(ridge);
        snow.subtract(new Area(snowLine(base - height * 0.62)));
        brush.fill(snow, alpha(mix(lit(color(0xffffff)), haze, 0.2), 225));
      }
    }
    for (double x = -20; x < brush.width() + 30; x += brush.between(26, 52)) {
      double base = brush.height() + brush.between(-30, 10);
      pine(x, base, brush.between(110, 210), mix(lit(color(0x17202c)), color(0x0b0f18), 0.35));
    }
  }

  /** A ridge of alternating peaks and saddles, roughened between them. */
  private Path2D ridge(double base, double height, int peaks) {
    int points = 2 * peaks * 16 + 1;
    double[] rise = new double[points];
    for (int i = 0; i < points; i += 16) {
      boolean peak = i / 16 % 2 == 1;
      rise[i] = peak ? brush.between(0.62, 1) : brush.between(0.18, 0.45);
    }
    for (int step = 16; step > 1; step /= 2) {
      double swing = 0.006 * step;
      for (int i = 0; i + step < points; i += step) {
        rise[i + step / 2] = (rise[i] + rise[i + step]) / 2 + brush.between(-swing, swing);
      }
    }
    Path2D path = new Path2D.Double();
    path.moveTo(-2, brush.height() + 2);
    double shift = brush.between(0, brush.width() / peaks);
    for (int i = 0; i < points; i++) {
      double x = i * (brush.width() * (peaks + 1) / peaks) / (points - 1) - shift;
      path.lineTo(x, base - rise[i] * height);
    }
    path.lineTo(brush.width() * 2, brush.height() + 2);
    path.closePath();
    return path;
  }

  private Path2D snowLine(double y) {
    Path2D below = new Path2D.Double();
    below.moveTo(-2, brush.height() + 2);
    int teeth = 60;
    for (int i = 0; i <= teeth; i++) {
      double jag = (i % 2 == 0 ? -16 : 16) + brush.between(-10, 10);
      below.lineTo(i * (brush.width() + 4) / teeth - 2, y + jag);
    }
    below.lineTo(brush.width() + 2, brush.height() + 2);
    below.closePath();
    return below;
  }

  private void city() {
    for (int layer = 0; layer < 2; layer++) {
      Color wall = mix(haze, color(0x161a30), 0.55 + 0.35 * layer);
      double base = horizon + 150 + layer * 60;
      for (double x = -20; x < brush.width(); ) {
        double wide = brush.between(50, 105);
        double tall = brush.between(170, 480 - layer * 130);
        building(x, base, wide, tall, wall, layer == 1 || light != Scene.Light.DAY);
        x += wide + brush.between(-6, 8);
      }
    }
    ground(lit(color(0x1c2033)), horizon + 205);
  }

  private void building(
      double x, double base, double wide, double tall, Color wall, boolean lights) {
    brush.fill(box(x, base - tall, wide, tall + 300, 0), wall);
    if (brush.chance().nextInt(4) == 0) {
      brush.line(
          Brush.polyline(x + wide / 2, base - tall, x + wide / 2, base - tall - 60), 3, wall);
      brush.glow(x + wide / 2, base - tall - 60, 14, alpha(color(0xff5a5a), 220));
    }
    for (double y = base - tall + 16; y < base - 14; y += 22) {
      for (double w = x + 9; w < x + wide - 12; w += 17) {
        if (lights && brush.chance().nextInt(5) < 2) {
          int[] hues = {0xffd98a, 0xffc062, 0xbfe6ff};
          Color lamp = color(hues[brush.chance().nextInt(hues.length)]);
          brush.fill(box(w, y, 8, 11, 0), alpha(lamp, 210));
        }
      }
    }
  }

  private void sea() {
    Color far = mix(haze, lit(color(0x2c7aa8)), 0.45);
    Color near = lit(color(0x123a5e));
    double top = horizon;
    brush.fill(
        box(-2, top, brush.width() + 4, brush.height() - top + 2, 0),
        top,
        far,
        brush.height(),
        near);
    for (int i = 0; i < 90; i++) {
      double depth = Math.pow(brush.chance().nextDouble(), 1.6);
      double y = top + 6 + depth * (brush.height() - top);
      double x = brush.between(-40, brush.width() + 40);
      Color shine = light == Scene.Light.SUNSET ? color(0xffd9a0) : color(0xe6f4ff);
      brush.fill(
          oval(x, y, 14 + depth * 70, 1.2 + depth * 3.2),
          alpha(shine, (int) brush.between(30, 110)));
    }
  }

  private void meadow() {
    waves(color(0x7cb356), color(0x2f6b38), 3);
    int[] petals = {0xf7e27c, 0xf08bb0, 0xffffff, 0xe2604f};
    for (int i = 0; i < 70; i++) {
      double y = brush.between(horizon + 180, brush.height());
      double size = 2 + 6 * (y - horizon) / brush.height();
      Color petal = lit(color(petals[brush.chance().nextInt(petals.length)]));
      brush.fill(circle(brush.between(0, brush.width()), y, size), alpha(petal, 220));
    }
  }

  private void waves(Color far, Color near, int layers) {
    for (int layer = 0; layer < layers; layer++) {
      double share = (double) layer / Math.max(1, layers - 1);
      double y = horizon + 30 + layer * 90;
      double phase = brush.between(0, 6);
      Path2D hill = new Path2D.Double();
      hill.moveTo(-2, brush.height() + 2);
      for (double x = -2; x <= brush.width() + 20; x += 18) {
        double up = Math.sin(x / 210 + phase) * 34 + Math.sin(x / 93 + phase * 2) * 11;
        hill.lineTo(x, y - up);
      }
      hill.lineTo(brush.width() + 20, brush.height() + 2);
      hill.closePath();
      Color body = mix(haze, lit(mix(far, near, share)), 0.65 + 0.35 * share);
      brush.fill(hill, y - 40, body, brush.height(), mix(body, color(0x0c1512), 0.35));
    }
  }

  private void forest() {
    ground(mix(haze, lit(color(0x22402c)), 0.6), horizon + 40);
    for (int row = 0; row < 3; row++) {
      double base = horizon + 110 + row * 110;
      Color leaf = mix(haze, lit(color(0x163524)), 0.5 + row * 0.25);
      double step = 46 + row * 24;
      for (double x = -30; x < brush.width() + 40; x += step * brush.between(0.7, 1.2)) {
        pine(x, base + brush.between(-14, 14), (150 + row * 70) * brush.between(0.75, 1.2), leaf);
      }
      ground(leaf, base - 4);
    }
  }

  private void pine(double x, double base, double tall, Color leaf) {
    for (int tier = 0; tier < 4; tier++) {
      double top = base - tall * (1 - tier * 0.19);
      double half = tall * (0.1 + tier * 0.055);
      double low = top + tall * 0.4;
      brush.fill(polygon(x, top, x + half, low, x - half, low), mix(leaf, haze, 0.04 * tier));
    }
  }

  private void moonGround() {
    waves(color(0x9a93b8), color(0x57507c), 2);
    for (int i = 0; i < 12; i++) {
      double y = brush.between(horizon + 160, brush.height() - 20);
      double size = brush.between(14, 46) * (0.5 + (y - horizon) / brush.height());
      double x = brush.between(0, brush.width());
      brush.fill(oval(x, y, size, size * 0.34), alpha(color(0x2c2750), 150));
      brush.fill(oval(x, y + size * 0.07, size * 0.86, size * 0.24), alpha(color(0xb9b2d6), 60));
    }
  }

  private void ground(Color earth, double top) {
    brush.fill(
        box(-2, top, brush.width() + 4, brush.height() - top + 2, 0),
        top,
        earth,
        brush.height(),
        mix(earth, color(0x0a0d14), 0.5));
  }

  private Color lit(Color plain) {
    return switch (light) {
      case DAY -> plain;
      case SUNSET -> mix(plain, color(0x5c2a4a), 0.32);
      case NIGHT -> mix(plain, color(0x0e1638), 0.58);
      case SPACE -> mix(plain, color(0x221a4d), 0.3);
    };
  }
}
