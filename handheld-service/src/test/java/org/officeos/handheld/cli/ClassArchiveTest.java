package org.officeos.handheld.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/officeos} with and without what {@code bin/class-archive} makes, out of jars. */
class ClassArchiveTest {

  private static final List<String> EXPLAIN = List.of("audit", "--explain", "AGL-FLT-01");
  private static final List<String> LOOK = List.of("guard", "--json", "--once", "--dry-run");
  private static final List<String> ALL = List.of("audit", "--all");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir static Path product;
  private static Path archive;
  private static Path sum;
  private static byte[] good;
  private static String goodSum;
  private static Ended without;
  private static Ended lookWithout;

  /** How a program ended. */
  private record Ended(int status, String out, String err) {}

  @BeforeAll
  static void aProductOfJarsAndItsArchive() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    Path lib = product.resolve("handheld-service/target/lib");
    Files.createDirectories(lib);
    Files.createDirectory(product.resolve("bin"));
    for (String each : List.of("officeos", "java-runtime", "class-archive")) {
      Files.copy(Path.of("../bin", each), product.resolve("bin").resolve(each));
      assertTrue(product.resolve("bin").resolve(each).toFile().setExecutable(true));
    }
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      put(Path.of(entry), lib);
    }
    archive = product.resolve("officeos.jsa");
    sum = product.resolve("officeos.jsa.sum");
    without = officeos(JAVA, "", EXPLAIN);
    lookWithout = officeos(JAVA, "", LOOK);
    Ended made = run(Map.of("OFFICEOS_JAVA", JAVA.toString()), List.of("bin/class-archive"));
    assertEquals(new Ended(0, "", ""), made);
    good = Files.readAllBytes(archive);
    goodSum = Files.readString(sum);
  }

  /** A room's classes become its jar; a library's jar stays as it is. */
  private static void put(Path entry, Path lib) throws IOException {
    if (Files.isDirectory(entry) && entry.endsWith("target/classes")) {
      String room = String.valueOf(entry.getName(entry.getNameCount() - 3));
      boolean own = room.equals("handheld-service");
      Path jar = own ? lib.resolveSibling(room + "-1-SNAPSHOT.jar") : lib.resolve(room + "-1.jar");
      ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
      int status =
          tool.run(
              System.out,
              System.err,
              "-c",
              "-0",
              "-f",
              jar.toString(),
              "-C",
              entry.toString(),
              ".");
      assertEquals(0, status);
    } else if (Files.isRegularFile(entry) && !entry.toString().endsWith("-tests.jar")) {
      Files.copy(entry, lib.resolve(entry.getFileName()));
    }
  }

  private static Ended run(Map<String, String> environment, List<String> words) throws Exception {
    List<String> command = new ArrayList<>(words);
    command.set(0, product.resolve(words.get(0)).toString());
    Path out = product.resolve("out");
    Path err = product.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(100, TimeUnit.SECONDS));
    return new Ended(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private static Ended officeos(Path java, String flags, List<String> words) throws Exception {
    List<String> command = new ArrayList<>(List.of("bin/officeos"));
    command.addAll(words);
    return run(Map.of("OFFICEOS_JAVA", java.toString(), "OFFICEOS_JAVA_FLAGS", flags), command);
  }

  private static int fits() throws Exception {
    return run(Map.of("OFFICEOS_JAVA", JAVA.toString()), List.of("bin/class-archive", "--fits"))
        .status();
  }

  @BeforeEach
  void theGoodOne() throws Exception {
    Files.write(archive, good);
    Files.writeString(sum, goodSum);
  }

  private static void assertAllTheSame(String what) throws Exception {
    assertEquals(without, officeos(JAVA, "", EXPLAIN), what);
  }

  @Test
  void aStartTakesItsClassesFromTheArchiveAndSaysTheSame() throws Exception {
    assertEquals(0, without.status());
    assertEquals("", without.err());
    assertAllTheSame("good");
    assertEquals(0, fits());
    Path loads = product.resolve("loads");
    Ended look = officeos(JAVA, "-Xlog:class+load:file=" + loads, LOOK);
    assertEquals(lookWithout.status(), look.status());
    assertEquals("", look.err());
    List<String> guard =
        Files.readAllLines(loads).stream()
            .filter(each -> each.contains(" org.officeos.hal.guard.Guard "))
            .toList();
    assertEquals(1, guard.size());
    assertTrue(guard.get(0).endsWith("shared objects file"), guard.get(0));
  }

  @Test
  void guardAndAuditStartWithoutTheFrameworkForCommandLines() throws Exception {
    Path loads = product.resolve("loads");
    for (List<String> words : List.of(LOOK, ALL, EXPLAIN)) {
      for (String share : List.of("", " -Xshare:off")) {
        officeos(JAVA, "-Xlog:class+load:file=" + loads + share, words);
        String loaded = Files.readString(loads);
        assertTrue(loaded.contains(" org.officeos.handheld.cli.OfficeCommand "), words + share);
        assertFalse(loaded.contains(" picocli."), words + share);
      }
    }
  }

  @Test
  void anAuditTakesItsOwnClassesFromTheArchive() throws Exception {
    Path loads = product.resolve("loads");
    Ended look = officeos(JAVA, "-Xlog:class+load:file=" + loads, ALL);
    assertEquals("", look.err());
    List<String> own =
        Files.readAllLines(loads).stream()
            .filter(each -> each.contains(" org.officeos.") && !each.contains("Proxy"))
            .toList();
    List<String> elsewhere =
        own.stream().filter(each -> !each.endsWith("shared objects file")).toList();
    assertTrue(own.stream().anyMatch(each -> each.contains(".AuditLine$$Lambda")), () -> "" + own);
    assertTrue(elsewhere.stream().noneMatch(each -> each.contains(".AuditLine")), () -> "" + own);
    // What is found on a machine that others use may change between the two looks.
    assertTrue(elsewhere.size() * 20 < own.size(), () -> "" + elsewhere);
  }

  @Test
  void theFrameworkIsThereForWhatIsLeftToIt() throws Exception {
    Ended help = officeos(JAVA, "", List.of("audit", "--help"));
    assertEquals(0, help.status());
    assertTrue(help.out().startsWith("Usage: officeos audit "), help.out());
    Ended mistake = officeos(JAVA, "", List.of("audit", "--nothing"));
    assertEquals(64, mistake.status());
    assertTrue(mistake.err().endsWith("  See officeos audit --help.\n"), mistake.err());
  }

  @Test
  void oneThatIsCutOffIsNotUsed() throws Exception {
    for (int left : List.of(0, 5000, good.length - 1)) {
      Files.write(archive, Arrays.copyOf(good, left));
      assertAllTheSame(left + " bytes left");
    }
    assertEquals(1, fits());
  }

  @Test
  void oneWithOtherBytesInItIsNotUsed() throws Exception {
    Random random = new Random(8);
    for (int at : List.of(24, 5000, good.length / 2, good.length - 5000)) {
      byte[] bent = good.clone();
      byte[] noise = new byte[Math.min(4096, good.length - at)];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, bent, at, noise.length);
      Files.write(archive, bent);
      assertAllTheSame("other bytes at " + at);
    }
    assertEquals(1, fits());
  }

  @Test
  void oneWithoutItsSumIsNotUsed() throws Exception {
    for (String each : List.of("", "x\n", "1 x\n", "$(exit 1) $(exit 1)\n")) {
      Files.writeString(sum, each);
      assertAllTheSame(each);
    }
    Files.delete(sum);
    assertAllTheSame("none");
    assertEquals(1, fits());
  }

  @Test
  void oneOfOtherJarsIsNotUsed() throws Exception {
    Path jar;
    try (Stream<Path> all = Files.list(product.resolve("handheld-service/target/lib"))) {
      jar =
          all.filter(each -> each.getFileName().toString().startsWith("hal-"))
              .findFirst()
              .orElseThrow();
    }
    FileTime then = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(then.toMillis() + 60_000));
    try {
      assertAllTheSame("another jar");
      assertEquals(1, fits());
    } finally {
      Files.setLastModifiedTime(jar, then);
    }
  }

  @Test
  void oneOfAnotherJavaIsNotUsed() throws Exception {
    Optional<Path> other = Optional.empty();
    if (Files.isDirectory(Path.of("/usr/lib/jvm"))) {
      try (Stream<Path> all = Files.list(Path.of("/usr/lib/jvm"))) {
        String own = Files.readString(Path.of(System.getProperty("java.home"), "release"));
        List<Path> homes =
            all.filter(each -> Files.isRegularFile(each.resolve("release"))).toList();
        for (Path each : homes) {
          if (!Files.readString(each.resolve("release")).equals(own)) {
            other = Optional.of(each.resolve("bin/java"));
          }
        }
      }
    }
    assumeTrue(other.isPresent(), "needs another Java");
    assertEquals(without, officeos(other.get(), "", EXPLAIN));
  }

  @Test
  void aJavaThatMakesNoneLeavesNoneBehind() throws Exception {
    Path home = product.resolve("java");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java = home.resolve("bin/java");
    Files.writeString(
        java, "#!/bin/sh\ncase $* in *-Xshare:dump*) exit 1 ;; esac\nexec " + JAVA + " \"$@\"\n");
    assertTrue(java.toFile().setExecutable(true));
    Ended made = run(Map.of("OFFICEOS_JAVA", java.toString()), List.of("bin/class-archive"));
    assertEquals(new Ended(1, "", ""), made);
    assertFalse(Files.exists(archive) || Files.exists(sum));
    assertFalse(Files.exists(product.resolve("officeos.jsa.new")));
    assertAllTheSame("none");
  }
}
