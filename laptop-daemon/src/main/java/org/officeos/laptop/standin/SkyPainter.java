package org.officeos.laptop.standin;

import static org.officeos.laptop.standin.Brush.alpha;
import static org.officeos.laptop.standin.Brush.box;
import static org.officeos.laptop.standin.Brush.circle;
import static org.officeos.laptop.standin.Brush.color;
import static org.officeos.laptop.standin.Brush.mix;
import static org.officeos.laptop.standin.Brush.oval;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;

/** Paints the sky: day, sunset, night or space. */
final class SkyPainter {

  private static final Color WARM = new Color(0xffe9b0);

  private final Brush brush;

  SkyPainter(Brush brush) {
    this.brush = brush;
  }

  void paint(Scene.Light light, double horizon) {
    switch (light) {
      case DAY -> day(horizon);
      case SUNSET -> sunset(horizon);
      case NIGHT -> night(horizon);
      case SPACE -> space();
    }
  }

  private void day(double horizon) {
    gradient(horizon, color(0x3f8fd8), color(0xbfe3f5));
    double x = brush.between(0.15, 0.85) * brush.width();
    brush.glow(x, 190, 300, alpha(WARM, 200));
    brush.fill(circle(x, 190, 62), color(0xfff6d8));
    for (int i = 0; i < 4; i++) {
      cloud(brush.between(0, brush.width()), brush.between(90, 380), brush.between(0.6, 1.2));
    }
  }

  private void sunset(double horizon) {
    double middle = horizon * 0.55;
    gradient(middle, color(0x2b2250), color(0xb2416f));
    brush.fill(
        box(-2, middle - 1, brush.width() + 4, brush.height() - middle + 3, 0),
        middle,
        color(0xb2416f),
        horizon,
        color(0xffb35c));
    stars(60, horizon * 0.35);
    double x = brush.between(0.35, 0.65) * brush.width();
    double y = horizon - 215;
    brush.glow(x, y, 560, alpha(color(0xffd27a), 190));
    brush.fill(circle(x, y, 104), y - 104, color(0xfff1b8), y + 104, color(0xff8a4a));
    for (int i = 0; i < 5; i++) {
      streak(brush.between(0, brush.width()), brush.between(horizon * 0.3, horizon - 180));
    }
  }

  private void night(double horizon) {
    gradient(horizon, color(0x0a1030), color(0x2b3f73));
    stars(220, horizon);
    double x = brush.between(0.2, 0.8) * brush.width();
    brush.glow(x, 200, 260, alpha(color(0xdfe6ff), 120));
    brush.fill(circle(x, 200, 74), color(0xf4f0dc));
    brush.fill(circle(x - 22, 182, 15), alpha(color(0xcfc8ac), 150));
    brush.fill(circle(x + 26, 214, 21), alpha(color(0xcfc8ac), 130));
    brush.fill(circle(x - 6, 232, 10), alpha(color(0xcfc8ac), 130));
  }

  private void space() {
    gradient(brush.height(), color(0x0b0a24), color(0x231a4d));
    int[] nebula = {0x7a3fb0, 0x2f6fc4, 0xc2478f, 0x3fa7a0};
    for (int i = 0; i < 9; i++) {
      Color cloud = color(nebula[brush.chance().nextInt(nebula.length)]);
      double x = brush.between(0, brush.width());
      double y = brush.between(0, brush.height());
      brush.glow(x, y, brush.between(180, 430), alpha(cloud, 70));
    }
    stars(420, brush.height());
    planet();
  }

  private void planet() {
    boolean left = brush.chance().nextBoolean();
    double x = brush.width() * (left ? brush.between(0.14, 0.22) : brush.between(0.78, 0.86));
    double y = brush.between(190, 270);
    double radius = brush.between(92, 120);
    brush.glow(x, y, radius * 1.8, alpha(color(0xffc58a), 70));
    brush.fill(circle(x, y, radius), y - radius, color(0xffd9a0), y + radius, color(0xb4574f));
    Area disc = new Area(circle(x, y, radius));
    for (int i = -2; i <= 2; i++) {
      Area band = new Area(oval(x, y + i * radius * 0.36, radius * 1.4, radius * 0.09));
      band.intersect(disc);
      brush.fill(band, alpha(color(0x7d3b4a), 70));
    }
    Shape ring = tilted(oval(x, y, radius * 1.75, radius * 0.42), x, y);
    Area front = new Area(ring);
    front.subtract(new Area(tilted(oval(x, y, radius * 1.4, radius * 0.27), x, y)));
    Area behind = new Area(disc);
    behind.intersect(new Area(tilted(box(x - 400, y - 400, 800, 400, 0), x, y)));
    front.subtract(behind);
    brush.fill(front, alpha(color(0xf4d9b4), 190));
  }

  private static Shape tilted(Shape shape, double x, double y) {
    return AffineTransform.getRotateInstance(-0.35, x, y).createTransformedShape(shape);
  }

  private void stars(int count, double below) {
    Color[] hues = {color(0xffffff), color(0xcfe0ff), color(0xffe6c4)};
    for (int i = 0; i < count; i++) {
      double x = brush.between(0, brush.width());
      double y = brush.between(0, below);
      double size = Math.pow(brush.chance().nextDouble(), 5) * 4.2 + 0.8;
      Color hue = hues[brush.chance().nextInt(hues.length)];
      brush.fill(circle(x, y, size), alpha(hue, (int) brush.between(120, 255)));
      if (size > 3.2) {
        brush.glow(x, y, size * 5, alpha(hue, 110));
        brush.line(Brush.polyline(x - size * 4, y, x + size * 4, y), 1.1, alpha(hue, 170));
        brush.line(Brush.polyline(x, y - size * 4, x, y + size * 4), 1.1, alpha(hue, 170));
      }
    }
  }

  private void cloud(double x, double y, double size) {
    Color white = alpha(color(0xffffff), 205);
    Area cloud = new Area(box(x - 95 * size, y - 24 * size, 190 * size, 48 * size, 48 * size));
    cloud.add(new Area(circle(x - 38 * size, y - 26 * size, 42 * size)));
    cloud.add(new Area(circle(x + 26 * size, y - 34 * size, 52 * size)));
    brush.fill(cloud, white);
  }

  private void streak(double x, double y) {
    double length = brush.between(140, 360);
    Color cloud = mix(color(0xff9e7a), color(0x6b3a70), brush.chance().nextDouble());
    brush.fill(oval(x, y, length, brush.between(5, 12)), alpha(cloud, 120));
    brush.fill(oval(x + length * 0.4, y + 13, length * 0.6, 6), alpha(cloud, 90));
  }

  private void gradient(double bottom, Color above, Color below) {
    Shape whole = box(-2, -2, brush.width() + 4, brush.height() + 4, 0);
    brush.fill(whole, 0, above, bottom, below);
  }
}
