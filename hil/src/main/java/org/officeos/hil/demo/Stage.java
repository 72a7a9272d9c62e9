package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.officeos.hil.drive.Asked;
import org.officeos.hil.drive.HandheldDriver;
import org.officeos.hil.drive.LaptopDriver;
import org.officeos.hil.rig.LocalRig;
import org.officeos.hil.rig.LoopbackRig;
import org.officeos.hil.rig.NamespaceRig;
import org.officeos.hil.rig.RadioRig;
import org.officeos.hil.rig.RigException;

/** The processes of the demonstration and their folder. Closing ends and removes all of it. */
final class Stage implements AutoCloseable {

  private final DemoOptions options;
  private final Path folder;
  private final LocalRig rig;
  private final Asked services;
  private final LaptopDriver laptop;

  private Stage(
      DemoOptions options, Path folder, LocalRig rig, Asked services, LaptopDriver laptop) {
    this.options = options;
    this.folder = folder;
    this.rig = rig;
    this.services = services;
    this.laptop = laptop;
  }

  static Stage set(DemoOptions options) throws RigException, IOException {
    Path folder = Files.createTempDirectory("officeos-demo-");
    try {
      return on(rigOf(options, folder), options, folder);
    } catch (RigException e) {
      remove(folder);
      throw e;
    }
  }

  private static LocalRig rigOf(DemoOptions options, Path folder) throws RigException {
    return switch (options.way()) {
      case LOOPBACK -> new LoopbackRig(options.product(), folder);
      case NAMESPACES -> NamespaceRig.create(options.product(), folder);
      case RADIO -> new RadioRig(options.product(), folder);
    };
  }

  private static Stage on(LocalRig rig, DemoOptions options, Path folder) throws RigException {
    try {
      Asked services = new Asked(rig.laptop().startProgram(servicesCommand()));
      JsonNode ready = services.await("ready");
      String config =
          String.format(
              Locale.ROOT,
              "name = \"Demo laptop\"%n[image]%nkind = \"webui\"%nurl = \"%s\"%n[text]%nurl ="
                  + " \"%s\"%n",
              ready.path("image").asText(),
              ready.path("text").asText());
      return new Stage(options, folder, rig, services, new LaptopDriver(rig, config));
    } catch (RigException e) {
      rig.close();
      throw e;
    }
  }

  private static List<String> servicesCommand() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        Services.class.getName());
  }

  LocalRig rig() {
    return rig;
  }

  /** What the witness before the image service tells. */
  Asked services() {
    return services;
  }

  LaptopDriver laptop() {
    return laptop;
  }

  HandheldDriver handheld() {
    return new HandheldDriver(rig.handheld("handheld"), laptop.link());
  }

  Path folder() {
    return folder;
  }

  /** Ends every process; removes their files unless they were asked for. */
  @Override
  public synchronized void close() {
    rig.close();
    if (!options.keep()) {
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      System.getLogger("demo").log(System.Logger.Level.WARNING, "left behind: " + folder, e);
    }
  }
}
