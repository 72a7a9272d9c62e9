package org.officeos.laptop.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PainterTest {

  @Test
  void understandsWhatAPromptIsAbout() {
    Scene scene = Scene.of("Robot cat in space", new Random(1));
    assertEquals(Scene.Light.SPACE, scene.light());
    assertEquals(Set.of(Scene.Subject.ROBOT, Scene.Subject.CAT), scene.subjects());
    assertEquals(Set.of(Scene.Land.MOON_GROUND), scene.lands());
    assertTrue(scene.robotic());
    Scene sunset = Scene.of("sunset over mountains", new Random(1));
    assertEquals(Scene.Light.SUNSET, sunset.light());
    assertEquals(Set.of(Scene.Land.MOUNTAINS), sunset.lands());
    assertEquals(Set.of(), sunset.subjects());
  }

  @Test
  void drawsTheSameForTheSameWordsAndSeed() {
    assertEquals(0, difference(paint("fox in a forest", 5, 1), paint("fox in a forest", 5, 1)));
  }

  @Test
  void drawsAnotherForOtherWordsOrAnotherSeed() {
    BufferedImage fox = paint("fox in a forest", 5, 1);
    assertTrue(difference(fox, paint("fox in a forest", 6, 1)) > 1000);
    assertTrue(difference(fox, paint("boat on the sea", 5, 1)) > 1000);
  }

  @Test
  void coversAnUnfinishedPictureWithNoise() {
    BufferedImage done = paint("castle at night", 5, 1);
    long almost = distance(done, paint("castle at night", 5, 0.9));
    long hardly = distance(done, paint("castle at night", 5, 0.1));
    assertTrue(almost * 4 < hardly, almost + " against " + hardly);
  }

  @Test
  void drawsEveryWordItKnowsInAnyShape() {
    for (Scene.Light light : Scene.Light.values()) {
      for (Scene.Subject subject : Scene.Subject.values()) {
        String prompt = light + " " + subject + " city sea forest meadow desert mountain moon";
        BufferedImage image = Painter.paint(prompt, 3, 40, 90, 1);
        assertEquals(90, image.getHeight());
      }
    }
    assertEquals(8, Painter.paint("cat", 1, 8, 8, 1).getWidth());
  }

  @Test
  void writesASensibleTextThatSaysWhatItIs() {
    String text = Writer.answer("Why is the sky blue?");
    assertEquals(text, Writer.answer("Why is the sky blue?"));
    assertTrue(text.contains("“Why is the sky blue?”"), text);
    assertTrue(text.contains("stand-in writer, not a model"), text);
    assertEquals(text, String.join("", Writer.tokens(text)));
    assertTrue(Writer.continuation("Once").contains("stand-in writer"));
    assertTrue(Writer.answer("🦊".repeat(300)).length() < 600);
  }

  private static BufferedImage paint(String prompt, long seed, double done) {
    return Painter.paint(prompt, seed, 96, 64, done);
  }

  private static int difference(BufferedImage one, BufferedImage other) {
    int different = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return different;
  }

  private static long distance(BufferedImage one, BufferedImage other) {
    long distance = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        distance += Math.abs((one.getRGB(x, y) & 0xff) - (other.getRGB(x, y) & 0xff));
      }
    }
    return distance;
  }
}
