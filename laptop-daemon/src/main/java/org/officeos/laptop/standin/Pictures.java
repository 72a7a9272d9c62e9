package org.officeos.laptop.standin;

import java.util.Base64;
import java.util.Optional;

/** Pictures as services send them: a PNG in base64, or what a fault puts in its place. */
final class Pictures {

  private static final String NOTE = "Drawn by the OfficeOS stand-in painter, not by a model.";

  private Pictures() {}

  static String base64(
      String prompt, long seed, int width, int height, double done, Optional<StandInFault> fault) {
    if (fault.isPresent() && fault.get().kind() == StandInFault.Kind.GARBAGE_BASE64) {
      return "%%% this is no base64 %%%";
    }
    boolean huge = fault.isPresent() && fault.get().kind() == StandInFault.Kind.HUGE_PNG;
    byte[] file =
        huge
            ? PngFiles.huge()
            : PngFiles.withNote(
                Painter.paint(prompt, seed, width, height, done), "parameters", NOTE);
    return Base64.getEncoder().encodeToString(file);
  }
}
