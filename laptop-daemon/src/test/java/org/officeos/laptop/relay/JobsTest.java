package org.officeos.laptop.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JobsTest {

  @Test
  void leavesAPictureWithinTheCapAsItIs() {
    assertEquals(new Jobs.Size(512, 512), Jobs.capped(512, 512, 512 * 512));
    assertEquals(new Jobs.Size(64, 2048), Jobs.capped(64, 2048, 1024 * 1024));
  }

  @Test
  void keepsTheShapeOfAPictureBeyondTheCap() {
    assertEquals(new Jobs.Size(512, 512), Jobs.capped(2048, 2048, 512 * 512));
    assertEquals(new Jobs.Size(720, 360), Jobs.capped(2048, 1024, 512 * 512));
  }

  @Test
  void staysWithinTheCapInMultiplesOfEightForEverySize() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      long width = 8L * (8 + random.nextInt(249));
      long height = 8L * (8 + random.nextInt(249));
      long cap = 4096L + random.nextInt(2048 * 2048 - 4096);
      Jobs.Size size = Jobs.capped(width, height, cap);
      String what = width + "x" + height + " cap " + cap + " gave " + size;
      assertTrue((long) size.width() * size.height() <= cap, what);
      assertTrue(size.width() % 8 == 0 && size.height() % 8 == 0, what);
      assertTrue(size.width() >= 8 && size.height() >= 8, what);
      assertTrue(size.width() <= width && size.height() <= height, what);
    }
  }

  @Test
  void appendsAStyleByName() {
    assertEquals("a cat, ink style", Jobs.styled("a cat", Optional.of("ink")));
    assertEquals("a cat", Jobs.styled("a cat", Optional.empty()));
  }
}
