package org.officeos.laptop.upstream;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A picture as the service sent it: no larger than the settings allow, and otherwise unchecked.
 * Look at it with {@link org.officeos.laptop.image.ImageCheck} before anything else does.
 *
 * @param bytes the picture's file, at least one byte; owned by the receiver
 * @param seed it was drawn with, where the service says so
 * @param model it was drawn with, where the service says so; 1 to 128 characters
 */
public record GeneratedImage(byte[] bytes, OptionalLong seed, Optional<String> model) {

  @Override
  public String toString() {
    return "GeneratedImage[" + bytes.length + " bytes]";
  }
}
