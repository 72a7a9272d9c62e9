package org.officeos.hil.demo;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/** The main job from end to end. Started by {@code ./demo}. */
public final class Demo {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoOptions options;
  private final PrintStream out;
  private final Narrator narrator;
  private final ObjectNode report = JSON.createObjectNode();

  private Demo(DemoOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.narrator = new Narrator(out, options.live());
  }

  /** Plays it; the process's exit code is 0 where everything came, else 1. */
  public static void main(String[] words) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(new Demo(DemoOptions.parse(words), out).run());
  }

  private int run() {
    Path logs = options.logs();
    String cause;
    try (Stage stage = Stage.set(options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "end of the demonstration"));
      try {
        play(stage);
        return 0;
      } catch (RigException | DemoException | IOException | AssertionError e) {
        cause = String.valueOf(e.getMessage());
        stage.rig().writeLogs(logs);
      } finally {
        if (options.keep()) {
          out.println("   kept: " + stage.folder());
        }
      }
    } catch (RigException | IOException e) {
      cause = String.valueOf(e.getMessage());
    }
    out.println();
    out.println("the demonstration failed: " + cause);
    out.println("what every process said: " + logs);
    return 1;
  }

  private void play(Stage stage) throws RigException, DemoException, IOException {
    Files.createDirectories(options.out());
    report.put("began", Instant.now().toString()).put("link", stage.rig().describe());
    report
        .put("stand_in", true)
        .put(
            "stand_in_note",
            "The image and text services are the built-in stand-ins: no model is behind them.");
    Asked daemon = stage.laptop().serve();
    narrator.heading("Three processes on this machine; the link is " + stage.rig().describe());
    narrator.say("services: the built-in STAND-INS for an image and a text service; no model");
    narrator.say(
        "laptop:   officeos-laptop serve      (process "
            + daemon.running().pid()
            + ", port "
            + stage.laptop().port()
            + ")");
    narrator.say("handheld: officeos …                (a process for each command; links no HTTP)");
    PairingAct.play(stage, narrator, report);
    if (options.way() == DemoOptions.Way.RADIO) {
      ReturnAct.play(stage, narrator, report);
    }
    new ImageAct(stage, narrator, options).play(report);
    new ChatAct(stage, narrator).play(options, report);
    closing(stage);
  }

  private void closing(Stage stage) throws RigException, DemoException, IOException {
    Said verified = DemoException.unlessDone(stage.laptop().ask("audit", "--verify"));
    report.set("audit", verified.last("verified").orElseThrow());
    report.set("steps", narrator.steps());
    report.putObject("versions").put("java", System.getProperty("java.version"));
    report.put("took_ms", narrator.millis());
    Path file = options.out().resolve("demo.json");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    Files.writeString(file, JSON.writer(printer).writeValueAsString(report) + "\n");
    narrator.heading("Left in " + options.out());
    narrator.say("image.png, answer.txt, demo.json; the laptop's audit trail is whole");
  }
}
