package org.officeos.laptop.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import org.officeos.laptop.image.ImageCheck;
import org.officeos.laptop.image.ImageLimits;
import org.officeos.laptop.image.ImageRejectedException;

/** Inspects one file in a process of its own; exits with 42 when it has too many pixels. */
final class SmallHeapMain {

  static final int TOO_MANY_PIXELS = 42;

  private SmallHeapMain() {}

  public static void main(String[] args) throws Exception {
    try {
      ImageCheck.inspect(Files.readAllBytes(Path.of(args[0])), ImageLimits.standard());
    } catch (ImageRejectedException named) {
      if (named.reason() == ImageRejectedException.Reason.TOO_MANY_PIXELS) {
        System.exit(TOO_MANY_PIXELS);
      }
      throw named;
    }
  }
}
