package org.officeos.handheld.cli;

import java.util.List;
import java.util.Optional;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Picture;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.picture.PictureException;
import org.officeos.handheld.screen.Colours;
import org.officeos.handheld.screen.HalfBlocks;
import org.officeos.handheld.screen.ImageIoDecoder;
import org.officeos.handheld.screen.TerminalSize;
import picocli.CommandLine.Option;

/** Whether and how a picture is shown in the terminal. */
final class ShowOptions {

  /** Enough pixels on the shorter side for any terminal. */
  private static final int ENOUGH = 512;

  /** The wish. */
  enum Mode {
    AUTO,
    TRUECOLOUR,
    PALETTE,
    ASCII
  }

  @Option(
      names = "--show",
      paramLabel = "HOW",
      description =
          "Show the picture even where standard output is no terminal: auto, truecolour, palette"
              + " (256 colours) or ascii. Auto looks at COLORTERM, TERM and NO_COLOR. With --json it"
              + " goes to standard error.")
  Optional<Mode> mode = Optional.empty();

  @Option(names = "--no-show", description = "Do not show the picture in the terminal.")
  boolean never;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "0",
      description = "Characters in a line of the shown picture. Default: the terminal's width.")
  int columns;

  boolean wanted(Machine machine, boolean json) {
    if (never && mode.isPresent()) {
      throw new UsageException("--show and --no-show exclude each other");
    }
    if (columns < 0 || columns > 1000) {
      throw new UsageException("--columns is 1 to 1000");
    }
    return !never && (mode.isPresent() || (!json && machine.terminals().out()));
  }

  List<String> paint(Picture picture, Machine machine) throws OfficeException {
    TerminalSize size = machine.terminals().size();
    int width = columns > 0 ? columns : size.columns();
    int lines = Math.max(1, columns > 0 ? columns : size.lines() - 2);
    try {
      return HalfBlocks.paint(
          new ImageIoDecoder().decode(picture.bytes(), picture.header(), ENOUGH),
          colours(machine),
          width,
          lines);
    } catch (PictureException e) {
      throw OfficeException.of(Reason.PICTURE_INVALID, e.reason().name(), e);
    }
  }

  private Colours colours(Machine machine) {
    return switch (mode.orElse(Mode.AUTO)) {
      case AUTO -> Colours.of(machine.environment());
      case TRUECOLOUR -> Colours.TRUECOLOUR;
      case PALETTE -> Colours.PALETTE;
      case ASCII -> Colours.ASCII;
    };
  }
}
