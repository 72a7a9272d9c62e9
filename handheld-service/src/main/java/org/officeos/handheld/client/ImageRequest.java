package org.officeos.handheld.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;

/**
 * A picture to draw. Immutable; checked when made, so that what exists can be sent.
 *
 * @param prompt what to draw, 1 to 3000 bytes of UTF-8
 * @param negative what not to draw, 1 to 1000 bytes
 * @param width pixels to draw at, 64 to 2048, a multiple of 8
 * @param height pixels to draw at, 64 to 2048, a multiple of 8
 * @param steps sampling steps, 1 to 150
 * @param seed 0 to 4294967295; left out for a random one
 * @param style a style's name, such as {@code realistic}, 1 to 32 bytes
 * @param screen the screen that the laptop fits the picture to
 * @param timeout how long to wait for the whole answer, 1 s to 1 h
 */
public record ImageRequest(
    String prompt,
    Optional<String> negative,
    int width,
    int height,
    int steps,
    OptionalLong seed,
    Optional<String> style,
    Optional<ScreenSize> screen,
    Duration timeout) {

  /** Wait for a picture unless somebody wishes otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  /** Refuses what no instruction can carry. */
  public ImageRequest {
    Bounds.text("the prompt", prompt, Field.PROMPT);
    negative.ifPresent(text -> Bounds.text("the negative prompt", text, Field.NEGATIVE_PROMPT));
    Bounds.number("the width", width, Field.WIDTH);
    Bounds.number("the height", height, Field.HEIGHT);
    if (width % 8 != 0 || height % 8 != 0) {
      throw new IllegalArgumentException("width and height are multiples of 8");
    }
    Bounds.number("the number of steps", steps, Field.STEPS);
    seed.ifPresent(number -> Bounds.number("the seed", number, Field.SEED));
    style.ifPresent(text -> Bounds.text("the style", text, Field.STYLE));
    Bounds.timeout(timeout);
  }

  /** 512 by 512 pixels in 20 steps. */
  public static ImageRequest of(String prompt) {
    return new ImageRequest(
        prompt,
        Optional.empty(),
        512,
        512,
        20,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT_TIMEOUT);
  }

  /** The instruction that asks for it. */
  Instruction toInstruction(RequestId id) {
    Instruction instruction =
        Instruction.of(Opcode.GENERATE_IMAGE)
            .with(Field.REQUEST_ID, id.toBytes())
            .with(Field.PROMPT, prompt)
            .with(Field.WIDTH, width)
            .with(Field.HEIGHT, height)
            .with(Field.STEPS, steps)
            .with(Field.DEADLINE_MILLIS, timeout.toMillis());
    if (negative.isPresent()) {
      instruction = instruction.with(Field.NEGATIVE_PROMPT, negative.get());
    }
    if (seed.isPresent()) {
      instruction = instruction.with(Field.SEED, seed.getAsLong());
    }
    if (style.isPresent()) {
      instruction = instruction.with(Field.STYLE, style.get());
    }
    if (screen.isPresent()) {
      instruction =
          instruction
              .with(Field.SCREEN_WIDTH, screen.get().width())
              .with(Field.SCREEN_HEIGHT, screen.get().height());
    }
    return instruction;
  }
}
