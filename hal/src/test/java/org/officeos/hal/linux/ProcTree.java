package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a folder look like {@code /proc}. */
final class ProcTree {

  private final Path proc;
  private int next = 100;

  ProcTree(Path proc) throws IOException {
    this.proc = proc;
    namespace(Files.createDirectories(proc.resolve("self")), "net:[1]");
  }

  /** A program of this namespace. */
  void runs(String... commandLine) throws IOException {
    runsAs(String.valueOf(Path.of(commandLine[0]).getFileName()), commandLine);
  }

  /** A program of this namespace that goes by another name than its command line says. */
  void runsAs(String name, String... commandLine) throws IOException {
    runsIn("net:[1]", name, commandLine);
  }

  /** A program of another. */
  void runsElsewhere(String... commandLine) throws IOException {
    runsIn("net:[2]", String.valueOf(Path.of(commandLine[0]).getFileName()), commandLine);
  }

  private void runsIn(String namespace, String name, String... commandLine) throws IOException {
    Path process = Files.createDirectories(proc.resolve(Integer.toString(next++)));
    Files.writeString(process.resolve("comm"), name + "\n");
    Files.writeString(process.resolve("cmdline"), String.join("\0", commandLine) + "\0");
    namespace(process, namespace);
  }

  private static void namespace(Path process, String name) throws IOException {
    Files.createDirectories(process.resolve("ns"));
    Files.createSymbolicLink(process.resolve("ns/net"), Path.of(name));
  }
}
