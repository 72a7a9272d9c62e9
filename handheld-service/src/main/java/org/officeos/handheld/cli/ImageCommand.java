package org.officeos.handheld.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.officeos.hal.json.JsonObject;
import org.officeos.handheld.client.ImageRequest;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Picture;
import org.officeos.handheld.client.ScreenSize;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.relationship.Relationship;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code officeos image}. */
@CommandLine.Command(
    name = "image",
    description = {
      "Asks the laptop for a picture, shows it in the terminal and saves it.",
      "The laptop draws it with the service that is configured there, fits it to --screen and"
          + " sends it back; this device reaches nothing else."
    },
    footer = {
      "%nExamples:",
      "  officeos image \"robot cat in space\" --out cat.png",
      "  officeos image \"a lighthouse\" --screen 640x480 --seed 7 --out light.png"
    })
final class ImageCommand extends AskingCommand {

  @Parameters(paramLabel = "PROMPT", description = "What to draw.")
  String prompt = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Save the picture here, whole or not at all.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Overwrite FILE.")
  boolean force;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "512",
      description = "Width to draw at, 64 to 2048 in steps of 8. Default: ${DEFAULT-VALUE}.")
  int width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      defaultValue = "512",
      description = "Height to draw at, 64 to 2048 in steps of 8. Default: ${DEFAULT-VALUE}.")
  int height;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "20",
      description = "Sampling steps, 1 to 150. Default: ${DEFAULT-VALUE}.")
  int steps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed, 0 to 4294967295. Default: a random one.")
  Optional<Long> seed = Optional.empty();

  @Option(
      names = "--style",
      paramLabel = "NAME",
      description = "A style such as realistic, added to the prompt by the laptop.")
  Optional<String> style = Optional.empty();

  @Option(names = "--negative", paramLabel = "TEXT", description = "What not to draw.")
  Optional<String> negative = Optional.empty();

  @Option(
      names = "--screen",
      paramLabel = "WxH",
      description = "Have the laptop fit the picture to this screen, as in 640x480.")
  Optional<String> screen = Optional.empty();

  @Mixin final RetryOption retry = new RetryOption();
  @Mixin final TimeoutOption timeout = new TimeoutOption();
  @Mixin final ShowOptions show = new ShowOptions();

  ImageCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException, InterruptedException {
    ImageRequest request = UsageException.unless(this::request);
    boolean shown = show.wanted(machine, common.json);
    if (out.isEmpty() && !shown && !common.json) {
      throw new UsageException(
          "standard output is no terminal: save the picture with --out, or ask for --show");
    }
    Optional<AtomicFile> file = out.map(path -> new AtomicFile(path, force, machine.disk()));
    if (file.isPresent()) {
      file.get().check();
    }
    LinkSpec spec = link.spec(machine);
    try (Desk desk = Desk.open(machine, common)) {
      Relationship relationship = desk.relationship(peer);
      Flying flying = new Flying(machine, common, interruption, voice, "image");
      Picture picture =
          flying.await(
              desk.client(
                      relationship, desk.links(spec, relationship, voice), retry.policy(), voice)
                  .imageOf(request, flying));
      List<String> lines = new ArrayList<>(shown ? show.paint(picture, machine) : List.of());
      if (common.json) {
        lines.forEach(machine.err()::println);
      }
      if (file.isPresent()) {
        file.get().write(picture.bytes(), picture.report().id().toString());
      }
      lines.add(summary(picture));
      voice.say(done(relationship, picture), lines);
    }
  }

  private ImageRequest request() {
    return new ImageRequest(
        prompt,
        negative,
        width,
        height,
        steps,
        seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
        style,
        screen.map(ScreenSize::parse),
        timeout.or(ImageRequest.DEFAULT_TIMEOUT));
  }

  private JsonObject done(Relationship relationship, Picture picture) {
    JsonObject result =
        new JsonObject()
            .put("content_type", picture.header().format().mediaType())
            .put("width", picture.header().width())
            .put("height", picture.header().height())
            .putIf("drawn_width", picture.report().said(Meta.DRAWN_WIDTH))
            .putIf("drawn_height", picture.report().said(Meta.DRAWN_HEIGHT))
            .putIf("seed", picture.report().said(Meta.SEED))
            .putIf("model", picture.report().response().text(Meta.MODEL))
            .putIf("file", out.map(path -> path.toAbsolutePath().toString()));
    return DoneEvent.of("image", relationship, picture.report(), result);
  }

  private String summary(Picture picture) {
    return String.format(
        Locale.ROOT,
        "%s%d x %d pixels, %d kB in %.1f s%s",
        out.map(path -> "Saved " + path + ": ").orElse(""),
        picture.header().width(),
        picture.header().height(),
        (picture.bytes().length + 999) / 1000,
        picture.report().totalMicros() / 1e6,
        picture.report().said(Meta.SEED).isPresent()
            ? ", seed " + picture.report().said(Meta.SEED).getAsLong()
            : "");
  }
}
