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
import java.awt.geom.Path2D;

/** Paints robots, rockets, boats, houses, castles and trees; feet at the origin. */
final class ThingPainter {

  private static final Color INK = new Color(0x1d1a26);

  private final Brush brush;

  ThingPainter(Brush brush) {
    this.brush = brush;
  }

  void robot() {
    brush.fill(oval(0, 4, 150, 20), alpha(INK, 90));
    Color steel = color(0x9fb0c4);
    Color dark = mix(steel, INK, 0.45);
    for (int side = -1; side <= 1; side += 2) {
      brush.fill(box(side * 48 - 24, -96, 48, 90, 18), dark);
      brush.fill(box(side * 52 - 36, -20, 72, 24, 18), steel);
      brush.line(
          curve(side * 92, -250, side * 150, -240, side * 160, -190, side * 146, -140), 26, dark);
      brush.fill(circle(side * 144, -128, 24), steel);
    }
    brush.fill(box(-100, -276, 200, 190, 42), -276, mix(steel, Color.WHITE, 0.3), -86, steel);
    brush.fill(box(-58, -236, 116, 84, 18), color(0x1b2338));
    brush.line(
        polyline(-40, -194, -16, -194, -4, -220, 10, -172, 20, -194, 42, -194), 5, color(0x7dffb0));
    brush.fill(box(-112, -440, 224, 150, 56), -440, mix(steel, Color.WHITE, 0.4), -290, steel);
    brush.fill(box(-84, -410, 168, 88, 44), color(0x1b2338));
    for (int side = -1; side <= 1; side += 2) {
      brush.glow(side * 40, -368, 46, alpha(color(0x6ff2ff), 220));
      brush.fill(circle(side * 40, -368, 19), color(0x9df7ff));
      brush.fill(box(side * 124 - 13, -392, 26, 54, 14), dark);
    }
    brush.line(curve(-34, -338, -16, -326, 16, -326, 34, -338), 5, color(0x9df7ff));
    brush.line(polyline(0, -440, 0, -486), 7, dark);
    brush.glow(0, -494, 44, alpha(color(0xffd166), 230));
    brush.fill(circle(0, -494, 13), color(0xffe3a0));
  }

  void rocket() {
    brush.glow(0, 26, 150, alpha(color(0xffb14a), 210));
    brush.fill(polygon(-34, -40, 34, -40, 0, 130), alpha(color(0xff7a2a), 230));
    brush.fill(polygon(-18, -40, 18, -40, 0, 78), color(0xfff0a8));
    for (int side = -1; side <= 1; side += 2) {
      brush.fill(polygon(side * 46, -170, side * 118, -20, side * 40, -52), color(0xc43d4b));
    }
    Path2D hull = curve(0, -470, -104, -360, -92, -150, -48, -40);
    hull.lineTo(48, -40);
    hull.curveTo(92, -150, 104, -360, 0, -470);
    hull.closePath();
    brush.fill(hull, -470, color(0xffffff), -40, color(0xb9c3d2));
    Area nose = new Area(hull);
    nose.intersect(new Area(box(-120, -480, 240, 120, 0)));
    brush.fill(nose, color(0xd94b58));
    brush.fill(circle(0, -276, 42), color(0x5b6b84));
    brush.fill(circle(0, -276, 31), color(0x8fe3ff));
    brush.fill(circle(-10, -287, 9), alpha(Color.WHITE, 220));
  }

  void boat() {
    brush.fill(oval(0, 8, 210, 12), alpha(Color.WHITE, 110));
    brush.line(polyline(0, -60, 0, -420), 9, color(0x6a4630));
    brush.fill(polygon(10, -410, 10, -90, 176, -90), -410, color(0xffffff), -90, color(0xe6d6bd));
    brush.fill(polygon(-10, -370, -10, -90, -130, -90), color(0xd94b58));
    brush.fill(polygon(-190, -66, 196, -66, 136, 6, -134, 6), -66, color(0x8a5a38), 6, INK);
    brush.line(polyline(-186, -62, 190, -62), 8, color(0xf2e2c4));
  }

  void house() {
    brush.fill(oval(0, 4, 200, 18), alpha(INK, 80));
    brush.fill(box(70, -330, 40, 110, 0), color(0x7b4a3f));
    brush.fill(box(-150, -200, 300, 204, 0), -200, color(0xf1dcbc), 4, color(0xb99772));
    brush.fill(polygon(-184, -190, 0, -344, 184, -190), color(0x9c3f38));
    brush.fill(box(-30, -112, 60, 116, 8), color(0x6a4630));
    brush.fill(circle(18, -52, 5), color(0xffd98a));
    for (int side = -1; side <= 1; side += 2) {
      brush.glow(side * 90, -126, 70, alpha(color(0xffd98a), 120));
      brush.fill(box(side * 90 - 30, -156, 60, 58, 4), color(0xffe3a0));
      brush.line(polyline(side * 90, -156, side * 90, -98), 4, color(0x6a4630));
      brush.line(polyline(side * 90 - 30, -127, side * 90 + 30, -127), 4, color(0x6a4630));
    }
  }

  void castle() {
    Color stone = color(0xa9a3b2);
    brush.fill(oval(0, 4, 250, 20), alpha(INK, 80));
    brush.fill(box(-150, -220, 300, 224, 0), -220, stone, 4, mix(stone, INK, 0.4));
    battlements(-150, -220, 10, mix(stone, INK, 0.06));
    for (int side = -1; side <= 1; side += 2) {
      tower(side * 168, 340, 84, stone);
    }
    tower(0, 430, 96, mix(stone, Color.WHITE, 0.08));
    brush.fill(box(-38, -104, 76, 108, 70), INK);
  }

  private void tower(double x, double tall, double wide, Color stone) {
    brush.fill(box(x - wide / 2, -tall, wide, tall + 4, 0), -tall, stone, 4, mix(stone, INK, 0.45));
    brush.fill(
        polygon(x - wide * 0.68, -tall, x, -tall - wide * 1.5, x + wide * 0.68, -tall),
        color(0x46568f));
    brush.glow(x, -tall + 62, 40, alpha(color(0xffd98a), 150));
    brush.fill(box(x - 10, -tall + 40, 20, 44, 18), color(0xffe3a0));
    brush.line(polyline(x, -tall - wide * 1.5, x, -tall - wide * 1.9), 4, INK);
    brush.fill(
        polygon(x, -tall - wide * 1.9, x + 40, -tall - wide * 1.76, x, -tall - wide * 1.62),
        color(0xd94b58));
  }

  private void battlements(double x, double y, int count, Color stone) {
    for (int i = 0; i < count; i += 2) {
      brush.fill(box(x + i * 30 + 8, y - 26, 30, 28, 0), stone);
    }
  }

  void tree() {
    brush.fill(oval(0, 4, 130, 16), alpha(INK, 80));
    brush.fill(polygon(-26, 4, -14, -190, 14, -190, 28, 4), color(0x6a4630));
    Color leaf = color(0x4c8a44);
    double[] crowns = {-86, -230, 92, 84, -228, 90, 0, -320, 112, -40, -250, 92, 48, -262, 88};
    for (int i = 0; i < crowns.length; i += 3) {
      Color tone = mix(leaf, i % 2 == 0 ? INK : Color.WHITE, 0.12);
      brush.fill(circle(crowns[i], crowns[i + 1], crowns[i + 2]), tone);
    }
    for (int i = 0; i < 12; i++) {
      double angle = i * 2.4;
      double reach = 30 + i * 9.5;
      brush.fill(
          circle(Math.cos(angle) * reach, -276 + Math.sin(angle) * reach * 0.8, 11),
          color(0xd94b3f));
    }
  }
}
