package org.officeos.laptop.relay;

import java.time.Duration;
import org.officeos.laptop.image.FittedImage;
import org.officeos.laptop.image.ImageFacts;
import org.officeos.laptop.image.ImageRejectedException;
import org.officeos.laptop.upstream.GeneratedImage;
import org.officeos.laptop.upstream.ImageJob;
import org.officeos.laptop.upstream.ImageService;
import org.officeos.laptop.upstream.UpstreamException;
import org.officeos.session.Progress;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/** Has a picture drawn, looks at it before anything decodes it, and fits it to the screen. */
final class ImageWork implements Work {

  private static final int ANY_SCREEN = 4096;

  private final ImageService service;
  private final Pictures pictures;
  private final RelaySettings settings;

  ImageWork(ImageService service, Pictures pictures, RelaySettings settings) {
    this.service = service;
    this.pictures = pictures;
    this.settings = settings;
  }

  @Override
  public Answer run(RelayContext context)
      throws RelayFailure, UpstreamException, InterruptedException {
    ImageJob job = translate(context);
    context.responder.progress(new Progress(0, 0, job.steps(), -1));
    long start = context.watch.now();
    GeneratedImage drawn;
    try {
      drawn =
          service.generate(
              job,
              (permille, step, steps, eta) ->
                  context.responder.progress(new Progress(permille, step, steps, eta)),
              context.cancel);
    } finally {
      context.watch.upstreamTook(context.watch.now() - start);
    }
    long drawnAt = context.watch.now();
    try {
      return answer(context.instruction(), drawn);
    } catch (ImageRejectedException e) {
      throw FailureTable.of(e);
    } finally {
      context.watch.transformTook(context.watch.now() - drawnAt);
    }
  }

  private ImageJob translate(RelayContext context) throws RelayFailure {
    Instruction asked = context.instruction();
    Jobs.Size size =
        Jobs.capped(
            asked.number(Field.WIDTH).orElse(512),
            asked.number(Field.HEIGHT).orElse(512),
            settings.maxPixels());
    Duration left = context.timeLeft(settings.imageTimeout());
    Jobs.requireTime(left);
    return new ImageJob(
        Jobs.styled(asked.text(Field.PROMPT).orElse(""), asked.text(Field.STYLE)),
        asked.text(Field.NEGATIVE_PROMPT),
        size.width(),
        size.height(),
        (int) Math.min(asked.number(Field.STEPS).orElse(20), settings.maxSteps()),
        asked.number(Field.SEED),
        asked.text(Field.MODEL),
        left);
  }

  private Answer answer(Instruction asked, GeneratedImage drawn) throws ImageRejectedException {
    ImageFacts facts = pictures.inspect(drawn.bytes());
    FittedImage fitted =
        pictures.fit(
            drawn.bytes(),
            facts,
            (int) asked.number(Field.SCREEN_WIDTH).orElse(ANY_SCREEN),
            (int) asked.number(Field.SCREEN_HEIGHT).orElse(ANY_SCREEN));
    Response response =
        Response.of(ResultCode.OK)
            .with(Meta.CONTENT_TYPE, fitted.mediaType())
            .with(Meta.WIDTH, fitted.width())
            .with(Meta.HEIGHT, fitted.height())
            .with(Meta.DRAWN_WIDTH, facts.width())
            .with(Meta.DRAWN_HEIGHT, facts.height());
    if (drawn.seed().isPresent()) {
      response = response.with(Meta.SEED, drawn.seed().getAsLong());
    }
    if (drawn.model().isPresent()) {
      response = response.with(Meta.MODEL, drawn.model().get());
    }
    return Answer.whole(response, fitted.bytes());
  }
}
