package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProgramsTest {

  @TempDir Path folder;

  @Test
  void findsAProgramThatReallyRunsAndItsCommandLine() throws Exception {
    Path program = folder.resolve("officeos-sleep");
    Files.copy(Path.of("/bin/sleep").toRealPath(), program);
    assumeTrue(program.toFile().setExecutable(true), "nothing can be started from here");
    Process process = new ProcessBuilder(program.toString(), "60").start();
    try {
      assumeTrue(!process.waitFor(50, TimeUnit.MILLISECONDS), "sleep does not run under this name");
      List<RunningPrograms.Program> found =
          new RunningPrograms(Path.of("/proc")).named(List.of("officeos-sleep"));
      assertEquals(
          List.of(
              new RunningPrograms.Program(
                  (int) process.pid(), "officeos-sleep", List.of(program.toString(), "60"))),
          found);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  @Test
  void aFolderThatIsNotThereHasNoPrograms() {
    assertEquals(List.of(), new RunningPrograms(folder.resolve("nothing")).named(List.of("sh")));
  }
}
