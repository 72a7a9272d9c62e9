package org.officeos.laptop.standin;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * A few strokes that everything is drawn with. The canvas's shorter side is 1000 units, whatever
 * its pixels; the origin is at the top left.
 */
final class Brush {

  private final Graphics2D graphics;
  private final double width;
  private final double height;
  private final RandomGenerator chance;

  Brush(BufferedImage canvas, RandomGenerator chance) {
    this.graphics = canvas.createGraphics();
    this.chance = chance;
    double scale = Math.min(canvas.getWidth(), canvas.getHeight()) / 1000.0;
    this.width = canvas.getWidth() / scale;
    this.height = canvas.getHeight() / scale;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  RandomGenerator chance() {
    return chance;
  }

  /** A number from {@code low} to {@code high}, by chance. */
  double between(double low, double high) {
    return low + (high - low) * chance.nextDouble();
  }

  /** Runs with the origin moved and everything scaled, then as before. */
  void at(double x, double y, double scale, Runnable drawing) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(scale, scale);
    drawing.run();
    graphics.setTransform(before);
  }

  void fill(Shape shape, Color color) {
    graphics.setPaint(color);
    graphics.fill(shape);
  }

  /** Fills with a gradient from {@code top} to {@code bottom}. */
  void fill(Shape shape, double top, Color above, double bottom, Color below) {
    graphics.setPaint(new GradientPaint(0, (float) top, above, 0, (float) bottom, below));
    graphics.fill(shape);
  }

  void line(Shape shape, double thickness, Color color) {
    graphics.setPaint(color);
    graphics.setStroke(
        new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /** A soft round light. */
  void glow(double x, double y, double radius, Color color) {
    Color clear = alpha(color, 0);
    graphics.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(x, y),
            (float) radius,
            new float[] {0f, 0.35f, 1f},
            new Color[] {color, alpha(color, color.getAlpha() * 2 / 5), clear}));
    graphics.fill(circle(x, y, radius));
  }

  void dispose() {
    graphics.dispose();
  }

  static Color color(int rgb) {
    return new Color(rgb);
  }

  static Color alpha(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** A colour between two. */
  static Color mix(Color from, Color to, double share) {
    double rest = 1 - share;
    return new Color(
        (int) Math.round(from.getRed() * rest + to.getRed() * share),
        (int) Math.round(from.getGreen() * rest + to.getGreen() * share),
        (int) Math.round(from.getBlue() * rest + to.getBlue() * share));
  }

  static Ellipse2D circle(double x, double y, double radius) {
    return oval(x, y, radius, radius);
  }

  static Ellipse2D oval(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  static Shape box(double x, double y, double width, double height, double round) {
    return new RoundRectangle2D.Double(x, y, width, height, round, round);
  }

  /** A closed polygon through x, y, x, y, … */
  static Path2D polygon(double... points) {
    Path2D path = polyline(points);
    path.closePath();
    return path;
  }

  /** An open line through x, y, x, y, … */
  static Path2D polyline(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }

  /** A curve from the first point to the last, bent by the two between. */
  static Path2D curve(double... p) {
    Path2D path = new Path2D.Double();
    path.moveTo(p[0], p[1]);
    path.curveTo(p[2], p[3], p[4], p[5], p[6], p[7]);
    return path;
  }
}
