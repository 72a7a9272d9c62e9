package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The programs that run in this network namespace, from {@code /proc}. Those of another namespace
 * cannot reach our radios and are left out; where the namespace may not be looked at, which takes
 * root for other users' programs, the program is taken for one of ours.
 */
final class RunningPrograms {

  private static final int MAX_COMMAND_LINE = 16_384;

  /**
   * A program that runs.
   *
   * @param pid its process number
   * @param name as the kernel calls it, at most 15 characters
   * @param arguments its command line, the command itself first; empty for the kernel's own
   */
  record Program(int pid, String name, List<String> arguments) {}

  private final Path proc;

  RunningPrograms(Path proc) {
    this.proc = proc;
  }

  /** Those of these names, by process number. */
  List<Program> named(List<String> names) {
    Optional<Path> ours = namespace(proc.resolve("self"));
    List<Program> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path each : entries) {
        read(each, names, ours).ifPresent(found::add);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return found.stream().sorted((a, b) -> Integer.compare(a.pid(), b.pid())).toList();
  }

  private static Optional<Program> read(Path process, List<String> names, Optional<Path> ours) {
    String pid = String.valueOf(process.getFileName());
    Optional<String> name = text(process.resolve("comm")).map(String::strip);
    if (!pid.matches("[0-9]{1,9}") || name.filter(names::contains).isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> theirs = namespace(process);
    if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
      return Optional.empty();
    }
    String line = text(process.resolve("cmdline")).orElse("");
    List<String> arguments = line.isEmpty() ? List.of() : List.of(withoutEnd(line).split("\0", -1));
    return Optional.of(new Program(Integer.parseInt(pid), name.get(), arguments));
  }

  private static String withoutEnd(String line) {
    return line.endsWith("\0") ? line.substring(0, line.length() - 1) : line;
  }

  private static Optional<Path> namespace(Path process) {
    try {
      return Optional.of(Files.readSymbolicLink(process.resolve("ns/net")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(MAX_COMMAND_LINE), UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
