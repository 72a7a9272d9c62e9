package org.officeos.hil.lab;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.officeos.laptop.standin.StandInLog;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;

/**
 * The stand-in services with a painter that takes its time, as a process of its own. Says where
 * they are, and each time that a drawing was stopped.
 */
public final class SlowPictures {

  private static final Duration TOKEN = Duration.ofMillis(40);
  private static final Duration STEP = Duration.ofSeconds(2);
  private static final String DRAW = "/sdapi/v1/txt2img";

  private SlowPictures() {}

  /** Serves until it is killed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (PrintStream out =
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        StandInServices services = StandInServices.start(new StandInSettings(0, 0, STEP, TOKEN))) {
      out.printf(
          Locale.ROOT,
          "{\"event\":\"ready\",\"image\":\"%s\",\"text\":\"%s\"}%n",
          services.imageUrl(),
          services.textUrl());
      long stopped = 0;
      while (true) {
        if (services
            .log()
            .await(DRAW, StandInLog.End.INTERRUPTED, stopped + 1, Duration.ofHours(1))) {
          stopped++;
          out.println("{\"event\":\"interrupted\"}");
        }
      }
    }
  }
}
