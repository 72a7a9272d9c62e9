package org.officeos.laptop.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 300 MB of pixels are refused by a process that has 12 MB in all. */
final class HugePictureTest {

  @Test
  void isRefusedInASmallHeap(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("huge.png"), PngFiles.huge());
    String classes = place(PngFiles.class) + File.pathSeparator + place(SmallHeapMain.class);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx12m",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                SmallHeapMain.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(
        SmallHeapMain.TOO_MANY_PIXELS,
        process.exitValue(),
        Files.readString(folder.resolve("said")));
  }

  private static String place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
