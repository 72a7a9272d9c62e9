package org.officeos.hil.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;

/**
 * The third process of the demonstration: the laptop daemon's built-in stand-in services, here on
 * their own as a real image service would be, with a witness before the one that draws. Ends with
 * its standard input.
 */
public final class Services {

  private Services() {}

  /** Serves until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    try (PrintStream out =
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        StandInServices services = StandInServices.start(StandInSettings.standard())) {
      String image = Witness.before(services.imageUrl(), out).toString();
      out.printf(
          Locale.ROOT,
          "{\"event\":\"ready\",\"image\":\"%s\",\"text\":\"%s\"}%n",
          image,
          services.textUrl());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }
}
