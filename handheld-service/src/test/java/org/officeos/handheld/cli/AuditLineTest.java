package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.Severity;
import org.officeos.hal.report.AuditFormat;
import picocli.CommandLine;

/** What the audit reads of its command line by itself is what all others are read by. */
class AuditLineTest {

  private static final List<List<String>> WELL_FORMED =
      List.of(
          List.of("audit"),
          List.of("audit", "--all"),
          List.of("audit", "--format", "text"),
          List.of("audit", "--format", "JSON", "--fail-on", "High"),
          List.of("audit", "--format=junit", "--all", "--fail-on=critical"),
          List.of("audit", "--fail-on", "medium", "--format", "Sarif"),
          List.of("audit", "--fail-on", "low"),
          List.of("audit", "--waivers", "a b", "--root", "image"),
          List.of("audit", "--waivers=/a=b", "--root=/"),
          List.of("audit", "--only", "AGL-SVC-07"),
          List.of("audit", "--only", "agl-svc-01", "--only=x", "--only", "x"),
          List.of("audit", "--only", "guard", "--explain", "audit"),
          List.of("audit", "--only", "a,b", "--waivers", "\"quoted\"", "--root", "${HOME}"),
          List.of("audit", "--explain=\u00e9", "--all"),
          List.of("audit", "--explain", "AGL-FLT-01"));

  private static final List<List<String>> MALFORMED =
      List.of(
          List.of("audit", "--format", "pdf"),
          List.of("audit", "--format", ""),
          List.of("audit", "--format="),
          List.of("audit", "--format"),
          List.of("audit", "--format", "text", "--format", "text"),
          List.of("audit", "--fail-on", "much"),
          List.of("audit", "--fail-on"),
          List.of("audit", "--all", "--all"),
          List.of("audit", "--all=perhaps"),
          List.of("audit", "--waivers"),
          List.of("audit", "--waivers", "--all"),
          List.of("audit", "--waivers", "a\0b"),
          List.of("audit", "--root", "a", "--root=b"),
          List.of("audit", "--only"),
          List.of("audit", "--only", "--only", "x"),
          List.of("audit", "--only", "x", "y"),
          List.of("audit", "--explain", "--nothing", "--nothing"),
          List.of("audit", "--al"),
          List.of("audit", "--nothing"),
          List.of("audit", "-a"),
          List.of("audit", "x"),
          List.of("audit", ""));

  /** Lines that mean something and that are left alone nevertheless. */
  private static final List<List<String>> LEFT =
      List.of(
          List.of("audit", "--help"),
          List.of("audit", "-h", "--all"),
          List.of("audit", "--all=true"),
          List.of("audit", "--all=false"),
          List.of("audit", "--root="),
          List.of("audit", "--root", ""),
          List.of("audit", "--only=-x"),
          List.of("audit", "--waivers", "@file"),
          List.of("audit", "--"));

  private static final List<List<String>> OF_OTHERS =
      List.of(
          List.of(),
          List.of("guard"),
          List.of("--all", "audit"),
          List.of("@file"),
          List.of("Audit"),
          List.of("status", "audit"));

  /** Read well, and refused afterwards. */
  private static final List<List<String>> REFUSED =
      List.of(
          List.of("audit", "--explain", "AGL-XXX-01"),
          List.of("audit", "--root", "/nowhere"),
          List.of("audit", "--root", "/", "--only", "AGL-LAP-01"),
          List.of("audit", "--waivers", "/nowhere"));

  @TempDir Path folder;

  private Optional<AuditCommand> read(List<String> words) {
    return AuditLine.read(new TestMachine(folder).machine(), words);
  }

  private static CommandLine framework(TestMachine machine) {
    return OfficeCommand.commandLine(machine.machine(), machine.interruption);
  }

  private AuditCommand byTheFramework(List<String> words) {
    CommandLine.ParseResult read =
        framework(new TestMachine(folder)).parseArgs(words.toArray(String[]::new));
    return (AuditCommand) read.subcommand().commandSpec().userObject();
  }

  private static List<Object> shown(AuditCommand command) {
    return List.of(
        command.format,
        command.all,
        command.failOn,
        command.waivers,
        command.root,
        command.only,
        command.explain,
        command.help);
  }

  private static String shown(List<String> words) {
    return String.join(" ", words);
  }

  @Test
  void eachOptionSaysWhatItSays() {
    assertEquals(
        List.of(
            AuditFormat.TEXT,
            false,
            Severity.LOW,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false),
        shown(read(List.of("audit")).orElseThrow()));
    List<String> all =
        List.of(
            "audit",
            "--format",
            "json",
            "--all",
            "--fail-on=high",
            "--waivers",
            "w",
            "--root=r",
            "--only",
            "a",
            "--only=b",
            "--explain",
            "c");
    assertEquals(
        List.of(
            AuditFormat.JSON,
            true,
            Severity.HIGH,
            Optional.of(Path.of("w")),
            Optional.of(Path.of("r")),
            List.of("a", "b"),
            Optional.of("c"),
            false),
        shown(read(all).orElseThrow()));
  }

  @Test
  void aWellFormedLineMeansTheSame() {
    for (List<String> line : WELL_FORMED) {
      assertEquals(shown(byTheFramework(line)), shown(read(line).orElseThrow()), shown(line));
    }
  }

  @Test
  void whatElseThereIsIsReadByTheFramework() {
    for (List<List<String>> lines : List.of(MALFORMED, LEFT, OF_OTHERS)) {
      for (List<String> line : lines) {
        assertTrue(read(line).isEmpty(), shown(line));
      }
    }
  }

  @Test
  void theFrameworkRefusesWhatIsMalformed() {
    for (List<String> line : MALFORMED) {
      TestMachine machine = new TestMachine(folder);
      assertEquals(64, machine.runBare(line.toArray(String[]::new)), shown(line));
      assertTrue(machine.err().endsWith("  See officeos audit --help.\n"), machine.err());
      assertEquals("", machine.out());
    }
  }

  @Test
  void aRefusalHasTheSameWordsEitherWay() {
    for (List<String> line : REFUSED) {
      String[] words = line.toArray(String[]::new);
      assertTrue(read(line).isPresent(), shown(line));
      TestMachine framed = new TestMachine(folder);
      assertEquals(64, framework(framed).execute(words), shown(line));
      TestMachine bare = new TestMachine(folder);
      assertEquals(64, bare.runBare(words), shown(line));
      assertEquals(framed.err(), bare.err());
      assertEquals(2, bare.err().lines().count(), bare.err());
      assertEquals("", bare.out() + framed.out());
    }
  }

  @Test
  void anAnswerIsTheSameEitherWay() {
    String[] words = {"audit", "--explain=agl-flt-01"};
    TestMachine framed = new TestMachine(folder);
    assertEquals(0, framework(framed).execute(words));
    TestMachine bare = new TestMachine(folder);
    assertEquals(0, bare.runBare(words));
    assertEquals(framed.out(), bare.out());
    assertTrue(bare.out().startsWith("AGL-FLT-01  "), bare.out());
  }
}
