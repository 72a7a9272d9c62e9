package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.guard.GuardAction;
import org.officeos.hal.guard.testing.FakeGuardKernel;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.linux.NetlinkException;

@Timeout(60)
class GuardCommandTest {

  @TempDir Path folder;

  private TestMachine machine(FakeGuardKernel kernel) {
    TestMachine machine = new TestMachine(folder);
    machine.guards = filter -> kernel;
    return machine;
  }

  private static FakeGuardKernel withAnInterfaceThatIsUp(String name) {
    FakeGuardKernel kernel = new FakeGuardKernel();
    kernel.up(kernel.make(name, "veth"));
    return kernel;
  }

  @Test
  void onceShutsWhatStandsOpenAndEnds() {
    FakeGuardKernel kernel = withAnInterfaceThatIsUp("eth0");
    TestMachine machine = machine(kernel);
    assertEquals(0, machine.runBare("guard", "--once"), machine.err());
    List<String> lines = machine.out().lines().toList();
    assertTrue(
        lines.get(0).matches("SHUT    AGL-IFC-01  eth0: up; kind veth: switched off, [0-9.]+ ms"),
        machine.out());
    assertEquals("Nothing stands open.", lines.get(1));
    assertTrue(kernel.isClosed());
  }

  @Test
  void eachRecordIsAnObjectOfItsOwn() {
    TestMachine machine = machine(withAnInterfaceThatIsUp("eth0"));
    assertEquals(0, machine.runBare("guard", "--once", "--json"));
    JsonValue.Obj shut = machine.events().get(0);
    assertEquals("shut", shut.text("event").orElseThrow());
    assertEquals("AGL-IFC-01", shut.text("id").orElseThrow());
    assertEquals("eth0", shut.text("subject").orElseThrow());
    assertEquals("switched off", shut.text("how").orElseThrow());
    assertTrue(shut.number("took_us").orElseThrow() >= 0);
    assertTrue(shut.text("seen").orElseThrow().compareTo(shut.text("shut").orElseThrow()) <= 0);
    assertEquals("done", machine.lastEvent().text("event").orElseThrow());
    assertEquals(0, machine.lastEvent().number("open").orElseThrow());
  }

  @Test
  void aDryRunSaysWhatStandsOpenAndEndsWith5() {
    TestMachine machine = machine(withAnInterfaceThatIsUp("eth0"));
    assertEquals(5, machine.runBare("guard", "--once", "--dry-run"));
    assertEquals("OPEN    AGL-IFC-01  eth0: up; kind veth: only looked at\n", machine.out());
    assertTrue(
        machine.err().startsWith("officeos: A way out of the air gap stands open.\n  1 thing.\n"),
        machine.err());
    assertEquals(0, machine(new FakeGuardKernel()).runBare("guard", "--once", "--dry-run"));
  }

  @Test
  void rulesThatAreGoneAreLoadedFromTheFileThatIsNamed() throws Exception {
    FakeGuardKernel kernel = new FakeGuardKernel();
    kernel.rules().flush();
    Path rules = Files.writeString(folder.resolve("rules.nft"), "table inet officeos_airgap {}\n");
    TestMachine machine = machine(kernel);
    assertEquals(
        0, machine.runBare("guard", "--once", "--filter", rules.toString()), machine.err());
    assertTrue(
        machine
            .out()
            .startsWith("SHUT    AGL-FLT-01  output of IPv4: no chain drops: rules loaded, "),
        machine.out());
    assertEquals(
        List.of(new GuardAction.LoadFilter("table inet officeos_airgap {}\n")), kernel.acts());
  }

  @Test
  void withoutAFileOfRulesTheFilterIsLeftAlone() {
    FakeGuardKernel kernel = new FakeGuardKernel();
    kernel.rules().flush();
    assertEquals(0, machine(kernel).runBare("guard", "--once"));
    assertEquals(List.of(), kernel.acts());
  }

  @Test
  void rulesThatCannotBeReadAreSaidBeforeAnythingIsDone() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.nft"), "");
    Path large = Files.write(folder.resolve("large.nft"), new byte[40_000]);
    Path odd = Files.writeString(folder.resolve("odd.nft"), "table inet caf\u00e9 {}");
    for (Path each : List.of(folder.resolve("none.nft"), folder, empty, large, odd)) {
      FakeGuardKernel kernel = withAnInterfaceThatIsUp("eth0");
      TestMachine machine = machine(kernel);
      assertEquals(5, machine.runBare("guard", "--json", "--filter", each.toString()));
      assertEquals("RULES", machine.lastEvent().text("reason").orElseThrow());
      assertEquals(List.of(), kernel.acts());
    }
  }

  @Test
  void hostileNamesAreHarmlessInBothLanguages() {
    assertEquals(0, machine(withAnInterfaceThatIsUp("\033[2J\"")).runBare("guard", "--once"));
    TestMachine plain = machine(withAnInterfaceThatIsUp("\033[2J"));
    assertEquals(0, plain.runBare("guard", "--once"));
    assertTrue(plain.out().contains("␛[2J"), plain.out());
    TestMachine json = machine(withAnInterfaceThatIsUp("\033\"\n"));
    assertEquals(0, json.runBare("guard", "--once", "--json"));
    assertEquals("\033\"\n", json.events().get(0).text("subject").orElseThrow());
  }

  @Test
  void aKernelThatCannotBeAskedHasAName() {
    TestMachine machine = new TestMachine(folder);
    machine.guards =
        filter -> {
          throw new NetlinkException(NetlinkException.Reason.NO_SOCKET, "netlink protocol 0");
        };
    assertEquals(5, machine.runBare("guard", "--json"));
    assertEquals("KERNEL", machine.lastEvent().text("reason").orElseThrow());
    assertEquals("NO_SOCKET: netlink protocol 0", machine.lastEvent().text("detail").orElseThrow());
  }

  @Test
  void itGoesOnUntilItIsToldToEnd() throws Exception {
    TestMachine machine = machine(withAnInterfaceThatIsUp("eth0"));
    CompletableFuture<Integer> running =
        CompletableFuture.supplyAsync(() -> machine.runBare("guard", "--json"));
    while (machine.out().isEmpty()) {
      Thread.sleep(5);
    }
    assertTrue(machine.interruption.cancelAll());
    assertEquals(0, running.get(20, TimeUnit.SECONDS));
  }
}
