package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.UsbFunction;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.linux.lib.NetworkNamespace;

/** What the operating system loads, against what the audit judges. */
class ShippedListsTest {

  private static final Path UDEV = Path.of("..", "udev");
  private static final Path AIRGAP = Path.of("src/main/java/org/officeos/hal/airgap");

  @TempDir Path folder;

  private static Set<String> words(String source, String pattern) throws IOException {
    Set<String> words = new TreeSet<>();
    for (String each : Files.readString(AIRGAP.resolve(source)).split("\"", -1)) {
      if (each.matches(pattern)) {
        words.add(each);
      }
    }
    return words;
  }

  private static Set<String> kept(String word) throws IOException {
    Set<String> modules = new TreeSet<>();
    for (String line : Files.readAllLines(UDEV.resolve("modprobe.d/officeos.conf"))) {
      String[] words = line.split(" ", -1);
      if (words[0].equals(word)) {
        modules.add(words[1]);
      }
    }
    return modules;
  }

  @Test
  void everyModuleThatTheAuditNamesIsKeptFromLoading() throws Exception {
    Set<String> named = new TreeSet<>(Set.of("bnep", "netconsole"));
    named.addAll(words("HardwareChecks.java", "g_[a-z]+"));
    named.addAll(words("FilterChecks.java", "sctp|dccp.*|rds|tipc|l2tp.*"));
    named.addAll(words("UsbFunction.java", "[a-z0-9_]{4,}"));
    assertTrue(named.size() > 30, named.toString());
    Set<String> missing = new TreeSet<>(named);
    missing.removeAll(kept("blacklist"));
    assertEquals(Set.of(), missing);
    assertEquals(kept("blacklist"), kept("install"), "by name as well as for a device");
  }

  @Test
  void everyDriverThatTheAuditNamesIsInTheRules() throws Exception {
    String rules = Files.readString(UDEV.resolve("rules.d/72-officeos-airgap.rules"));
    for (String driver : words("UsbFunction.java", "[a-z0-9_]{4,}")) {
      assertTrue(Pattern.compile("[\"|]" + driver + "[\"|]").matcher(rules).find(), driver);
    }
  }

  /** The lines that put a USB device out, each as its alternatives that must and must not be. */
  private static List<List<Pattern>> usbRules() throws IOException {
    List<List<Pattern>> rules = new ArrayList<>();
    Pattern match = Pattern.compile("ENV\\{ID_USB_INTERFACES\\}([!=])=\"([^\"]*)\"");
    for (String line : Files.readAllLines(UDEV.resolve("rules.d/72-officeos-airgap.rules"))) {
      List<Pattern> both = new ArrayList<>(List.of(Pattern.compile(".*"), Pattern.compile("")));
      boolean any = false;
      for (var found = match.matcher(line); found.find(); any = true) {
        String regex = found.group(2).replace("?", ".").replace("*", ".*");
        both.set(found.group(1).equals("=") ? 0 : 1, Pattern.compile(regex));
      }
      if (any) {
        rules.add(both);
      }
    }
    return rules;
  }

  private static boolean putOut(List<List<Pattern>> rules, String interfaces) {
    return rules.stream()
        .anyMatch(
            each ->
                each.get(0).matcher(interfaces).matches()
                    && !each.get(1).matcher(interfaces).matches());
  }

  @Test
  void aUsbDeviceIsPutOutExactlyWhereTheAuditCallsAFunctionOfItANetworks() throws Exception {
    List<List<Pattern>> rules = usbRules();
    assertTrue(rules.size() >= 4);
    for (int code : List.of(0x00, 0x01, 0x02, 0x03, 0x07, 0x08, 0x0b, 0x0e, 0xe0, 0xef, 0xff)) {
      for (int subclass = 0; subclass < 256; subclass++) {
        for (int protocol : List.of(0, 1, 2, 3, 4, 9, 0x10, 0x11, 0x50, 0xff)) {
          boolean network = new UsbFunction("1-1:1.0", code, subclass, protocol, "").isNetwork();
          String own = String.format("%02x%02x%02x:", code, subclass, protocol);
          assertEquals(network, putOut(rules, ":" + own), own);
          assertEquals(network, putOut(rules, ":080650:" + own + "030101:"), own);
        }
      }
    }
    assertTrue(putOut(rules, ":020201:0a0000:020600:"), "a modem that has a network as well");
    assertTrue(!putOut(rules, ":020201:0a0000:"), "a plain serial line");
  }

  @Test
  void theSettingsAreWhatTheAuditExpectsOfInterfacesOldAndNew() throws Exception {
    Optional<NetworkNamespace> made = NetworkNamespace.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for a network namespace");
    try (NetworkNamespace inside = made.get()) {
      inside.run("ip", "link", "add", "old", "type", "veth", "peer", "name", "end");
      inside.run("ip", "link", "set", "old", "up");
      inside.run("sh", "-c", "echo 1 >/proc/sys/net/ipv4/conf/all/forwarding");
      Path file = folder.resolve("officeos.conf");
      try (Stream<String> lines = Files.lines(UDEV.resolve("sysctl.d/officeos.conf"))) {
        // The rest is the machine's, whatever the namespace.
        Files.write(file, lines.filter(each -> each.startsWith("-net.")).toList());
      }
      inside.run("sh", UDEV.resolve("libexec/settings").toString(), file.toString());
      inside.run("ip", "link", "add", "new", "type", "veth", "peer", "name", "tail");
      inside.run("ip", "link", "set", "new", "up");
      AirgapReader reader =
          new AirgapReader(Path.of("/"), true, Optional.of(new NativeLibC()), System::nanoTime);
      List<Finding> found =
          inside.call(() -> Policy.judge(reader.read(), AirgapSettings.USUAL).findings());
      Stream.of(LeakVector.FORWARDING, LeakVector.REDIRECTS, LeakVector.ARP, LeakVector.IPV6)
          .forEach(
              vector ->
                  assertTrue(
                      found.stream()
                          .filter(each -> each.vector() == vector)
                          .allMatch(each -> each.state() == Finding.State.PASS),
                      () -> vector + ": " + found));
    }
  }
}
