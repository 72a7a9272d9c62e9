package org.officeos.laptop.standin;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * The stand-in painter: draws a small scene from the words of a prompt. No model; the same prompt
 * and seed give the same picture. Pure.
 */
final class Painter {

  /** The name that every answer gives as its model. */
  static final String NAME = "stand-in-painter";

  private static final int MOST_SUBJECTS = 3;

  private Painter() {}

  /**
   * Draws.
   *
   * @param done share of the work that is done, 0 to 1: less leaves noise, as a diffusion model
   *     that was interrupted does
   */
  static BufferedImage paint(String prompt, long seed, int width, int height, double done) {
    Random chance = new Random(mix(prompt, seed));
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Scene scene = Scene.of(prompt, chance);
    Brush brush = new Brush(canvas, chance);
    double horizon = brush.height() * (scene.lands().contains(Scene.Land.SEA) ? 0.58 : 0.62);
    new SkyPainter(brush).paint(scene.light(), horizon);
    LandPainter land = new LandPainter(brush, scene.light(), horizon);
    scene.lands().stream().sorted().forEach(land::paint);
    subjects(brush, scene);
    brush.dispose();
    finish(canvas, chance, done);
    return canvas;
  }

  private static void subjects(Brush brush, Scene scene) {
    List<Scene.Subject> drawn = new ArrayList<>();
    scene.subjects().stream().sorted().forEach(drawn::add);
    if (scene.robotic()) {
      drawn.remove(Scene.Subject.ROBOT);
    }
    int count = Math.min(MOST_SUBJECTS, drawn.size());
    double size = count < 2 ? 1.3 : 1.45 - 0.28 * count;
    for (int i = 0; i < count; i++) {
      Scene.Subject subject = drawn.get(i);
      double x = brush.width() * (i + 1.0) / (count + 1);
      boolean afloat = subject == Scene.Subject.BOAT;
      double y = brush.height() * (afloat ? 0.82 : 0.93);
      brush.at(x, y, size, () -> subject(brush, subject, scene.robotic()));
    }
  }

  private static void subject(Brush brush, Scene.Subject subject, boolean robotic) {
    ThingPainter thing = new ThingPainter(brush);
    switch (subject) {
      case CAT, FOX, DOG -> new AnimalPainter(brush, subject, robotic).paint();
      case ROBOT -> thing.robot();
      case ROCKET -> brush.at(0, -130, 1, thing::rocket);
      case BOAT -> thing.boat();
      case HOUSE -> thing.house();
      case CASTLE -> thing.castle();
      case TREE -> thing.tree();
    }
  }

  /** A little grain and darker corners; noise over it where the work is not done. */
  private static void finish(BufferedImage canvas, Random chance, double done) {
    int[] pixels = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
    int width = canvas.getWidth();
    int height = canvas.getHeight();
    double noise = 1 - Math.max(0, Math.min(1, done));
    for (int i = 0; i < pixels.length; i++) {
      double x = (double) (i % width) / width - 0.5;
      int row = i / width;
      double y = (double) row / height - 0.5;
      double shade = 1 - 0.42 * Math.max(0, x * x + y * y - 0.18);
      Color was = new Color(pixels[i]);
      int grain = chance.nextInt(5) - 2;
      int fog = noise > 0 ? chance.nextInt(256) : 0;
      pixels[i] =
          channel(was.getRed(), shade, grain, noise, fog) << 16
              | channel(was.getGreen(), shade, grain, noise, 255 - fog) << 8
              | channel(was.getBlue(), shade, grain, noise, fog ^ 0x5a);
    }
  }

  private static int channel(int value, double shade, int grain, double noise, int fog) {
    double mixed = (value * shade + grain) * (1 - noise) + fog * noise;
    return (int) Math.max(0, Math.min(255, Math.round(mixed)));
  }

  private static long mix(String prompt, long seed) {
    CRC32 crc = new CRC32();
    crc.update(prompt.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() * 0x9e3779b97f4a7c15L ^ seed;
  }
}
