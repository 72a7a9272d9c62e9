package org.officeos.laptop.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.airgap.DaemonFacts;
import org.officeos.laptop.config.ConfigException;
import org.officeos.laptop.config.ConfigReader;
import org.officeos.laptop.config.LaptopConfig;

class DaemonFilesTest {

  @TempDir Path home;

  private LaptopConfig config(String text) throws ConfigException {
    return new ConfigReader(Map.of("HOME", home.toString()))
        .parse("state_dir = \"" + home.resolve("state") + "\"\n" + text);
  }

  private List<String> targets(String url) throws ConfigException {
    LaptopConfig config = config("[text]\nurl = \"" + url + "\"\n");
    return DaemonFiles.facts(config, Optional.empty()).targets().stream()
        .map(
            each ->
                each.key()
                    + " "
                    + each.address().map(it -> it.address()).orElse(each.host())
                    + " "
                    + each.port())
        .toList();
  }

  private List<String> files(String text, Optional<Path> file) throws ConfigException {
    return DaemonFiles.facts(config(text), file).files().stream()
        .map(each -> each.what() + " " + each.is() + " " + Integer.toOctalString(each.mode()))
        .toList();
  }

  private Path make(String name, String mode) throws IOException {
    Path path = home.resolve("state").resolve(name);
    Files.deleteIfExists(path);
    Files.createFile(path);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  @Test
  void servicesAreToldByAddressWithoutAskingForNames() throws Exception {
    assertEquals(List.of(), targets("stand-in"));
    assertEquals(List.of("text.url 169.254.169.254 80"), targets("http://169.254.169.254/v1"));
    assertEquals(List.of("text.url 127.0.0.1 443"), targets("https://LocalHost"));
    assertEquals(List.of("text.url fe80::1 8000"), targets("http://[fe80::1%25eth0]:8000"));
    assertEquals(
        List.of("text.url 169.254.169.254 80"), targets("http://[::ffff:169.254.169.254]"));
    assertEquals(
        List.of("text.url metadata.google.internal 80"),
        targets("http://Metadata.Google.Internal."));
    assertEquals(
        List.of("text.url no.such.name.invalid 80"), targets("http://no.such.name.invalid"));
  }

  @Test
  void aFolderThatIsNotThereIsNotSeen() throws Exception {
    assertEquals(List.of("state folder NOT_SEEN 0"), files("", Optional.empty()));
  }

  @Test
  void filesAreToldAsTheyAreKept() throws Exception {
    Path state = Files.createDirectory(home.resolve("state"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx--x---"));
    assertEquals(
        List.of("state folder THERE 710", "control socket NOT_YET 0", "audit trail NOT_YET 0"),
        files("", Optional.empty()));
    make("daemon.lock", "rw-------");
    assertEquals("audit trail MISSING 0", files("", Optional.empty()).get(2));
    make("laptop.db", "r--------");
    make("control.sock", "rw-rw-rw-");
    Path key = make("key", "rw-r--r--");
    Path file = make("laptop.toml", "rw-rw-r--");
    assertEquals(
        List.of(
            "state folder THERE 710",
            "control socket THERE 666",
            "audit trail NOT_WRITTEN 400",
            "configuration THERE 664",
            "key file THERE 644",
            "key file MISSING 0"),
        files(
            "[image]\napi_key_file = \"" + key + "\"\n[text]\napi_key_file = \"/none/key\"\n",
            Optional.of(file)));
    make("laptop.db", "rw-------");
    assertEquals("audit trail THERE 600", files("", Optional.empty()).get(2));
  }

  @Test
  void aFenceThatIsSwitchedOffIsTold() throws Exception {
    DaemonFacts without = DaemonFiles.facts(config("listen = \"127.0.0.1:4\"\n"), Optional.empty());
    assertEquals(true, without.fenced());
    assertEquals(4, without.port());
    String radio = "[radio]\ninterface = \"wlan0\"\nfence = ";
    assertEquals(true, DaemonFiles.facts(config(radio + "true\n"), Optional.empty()).fenced());
    assertEquals(false, DaemonFiles.facts(config(radio + "false\n"), Optional.empty()).fenced());
  }
}
