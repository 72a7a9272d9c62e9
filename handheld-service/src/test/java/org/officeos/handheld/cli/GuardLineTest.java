package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the guard reads of its command line by itself is what all others are read by. */
class GuardLineTest {

  @TempDir Path folder;

  private Optional<GuardCommand> read(String... words) {
    TestMachine machine = new TestMachine(folder);
    return GuardLine.read(machine.machine(), machine.interruption, List.of(words));
  }

  private GuardCommand byTheFramework(String... words) {
    TestMachine machine = new TestMachine(folder);
    CommandLine line = OfficeCommand.commandLine(machine.machine(), machine.interruption);
    CommandLine.ParseResult read = line.parseArgs(words);
    return (GuardCommand) read.subcommand().commandSpec().userObject();
  }

  private static String shown(GuardCommand command) {
    return String.join(
        " ",
        String.valueOf(command.common.json),
        String.valueOf(command.once),
        String.valueOf(command.dry),
        String.valueOf(command.filter),
        String.valueOf(command.common.state),
        String.valueOf(command.common.help));
  }

  @Test
  void aUnitsWordsMeanTheSame() {
    List<String[]> lines =
        List.of(
            new String[] {"guard"},
            new String[] {"guard", "--json", "--filter", "/usr/share/officeos/x.nft"},
            new String[] {"guard", "--once"},
            new String[] {"guard", "--filter", "/a b", "--once", "--dry-run", "--json"},
            new String[] {"guard", "--filter", "/--once", "--dry-run"},
            new String[] {"guard", "--filter=/a", "--json"},
            new String[] {"guard", "--filter", "rules"});
    for (String[] line : lines) {
      assertEquals(
          shown(byTheFramework(line)), shown(read(line).orElseThrow()), String.join(" ", line));
    }
  }

  @Test
  void whatElseThereIsIsReadByTheFramework() {
    List<String[]> lines =
        List.of(
            new String[] {},
            new String[] {"audit"},
            new String[] {"--json", "guard"},
            new String[] {"guard", "--help"},
            new String[] {"guard", "-h"},
            new String[] {"guard", "--once", "--once"},
            new String[] {"guard", "--json=false"},
            new String[] {"guard", "--filter"},
            new String[] {"guard", "--filter", ""},
            new String[] {"guard", "--filter", "@rules"},
            new String[] {"guard", "--filter", "/a", "--filter", "/a"},
            new String[] {"guard", "--filter", "--once"},
            new String[] {"guard", "--filter", "/a\0b"},
            new String[] {"guard", "--state", "/s"},
            new String[] {"guard", "@file"},
            new String[] {"guard", ""});
    for (String[] line : lines) {
      assertTrue(read(line).isEmpty(), String.join(" ", line));
    }
  }

  @Test
  void readEitherWayItRuns() {
    TestMachine machine = new TestMachine(folder);
    assertEquals(0, machine.runBare("guard", "--once", "--json"));
    assertEquals(List.of("done"), machine.eventNames());
    TestMachine other = new TestMachine(folder);
    assertEquals(0, other.runBare("guard", "--once", "--json", "--state", "/nowhere"));
    assertEquals(other.out(), machine.out());
    assertEquals(5, machine.runBare("guard", "--once", "--filter", folder + "/none"));
    assertFalse(machine.err().isEmpty());
  }
}
