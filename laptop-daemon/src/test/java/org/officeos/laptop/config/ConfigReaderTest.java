package org.officeos.laptop.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.laptop.config.ConfigException.Reason;
import org.officeos.laptop.config.LimitsConfig.Rate;
import org.officeos.laptop.config.ServiceConfig.Kind;
import org.officeos.laptop.config.ServiceConfig.Source;
import org.officeos.session.bytecode.Opcode;

class ConfigReaderTest {

  private final ConfigReader reader = new ConfigReader(Map.of("HOME", "/home/ada"));

  @TempDir Path folder;

  @Test
  void holdsTheseDefaultsAndNoOthers() throws Exception {
    LaptopConfig config = reader.defaults();
    assertEquals("OfficeOS laptop", config.name());
    assertEquals("127.0.0.1:47100", config.listen().toString());
    assertEquals(Path.of("/home/ada/.local/state/officeos-laptop"), config.stateDir());
    assertEquals(Duration.ofDays(30), config.pairingLifetime());
    assertEquals(
        new ServiceConfig(
            Source.STAND_IN,
            Optional.empty(),
            Kind.WEBUI,
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(300),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60)),
        config.image());
    assertEquals(
        new ServiceConfig(
            Source.STAND_IN,
            Optional.empty(),
            Kind.OPENAI,
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(120),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60)),
        config.text());
    assertEquals(
        Map.of(
            Opcode.ECHO,
            new Rate(1_000_000, 256),
            Opcode.COMPLETE,
            new Rate(30, 4),
            Opcode.CHAT,
            new Rate(30, 4),
            Opcode.GENERATE_IMAGE,
            new Rate(12, 2),
            Opcode.STATUS,
            new Rate(120, 4)),
        config.limits().perOpcode());
    assertEquals(1024 * 1024, config.limits().imageMaxPixels());
    assertEquals(50, config.limits().imageMaxSteps());
    assertEquals(2048, config.limits().textMaxTokens());
    assertEquals(EnumSet.allOf(Opcode.class), config.defaultGrants());
    assertEquals(false, config.auditKeepContent());
    assertEquals(Optional.empty(), config.radio());
    assertEquals(LaptopConfig.LogLevel.INFO, config.logLevel());
  }

  @Test
  void pointsAtARealServiceWithOneLine() throws Exception {
    LaptopConfig config = reader.parse("image.url = \"http://127.0.0.1:7860\"");
    assertEquals(Source.REAL, config.image().source());
    assertEquals(Optional.of(URI.create("http://127.0.0.1:7860")), config.image().url());
    assertEquals(Source.STAND_IN, config.text().source());
  }

  @Test
  void takesTheExampleThatIsShipped() throws Exception {
    Path example =
        Path.of(System.getProperty("user.dir")).resolve("../config/officeos-laptop.toml");
    LaptopConfig config = reader.read(example);
    assertEquals(reader.defaults(), config, "the example states the defaults");
  }

  @Test
  void letsOneOpcodeDifferFromTheGeneralLimit() throws Exception {
    LimitsConfig limits =
        reader
            .parse(
                """
                [limits]
                requests_per_minute = 20
                concurrent = 3
                [limits.generate_image]
                requests_per_minute = 2
                [limits.echo]
                concurrent = 9
                """)
            .limits();
    assertEquals(new Rate(20, 3), limits.of(Opcode.CHAT));
    assertEquals(new Rate(2, 3), limits.of(Opcode.GENERATE_IMAGE));
    assertEquals(new Rate(1_000_000, 9), limits.of(Opcode.ECHO));
  }

  @Test
  void namesAnUnknownKeyAndItsLine() {
    ConfigException fault =
        refused("name = \"x\"\n\n[image]\nurl = \"stand-in\"\ncolour = \"blue\"\n");
    assertEquals(Reason.UNKNOWN_KEY, fault.reason());
    assertEquals("image.colour", fault.key());
    assertEquals(5, fault.line());
    assertEquals(
        "line 5: image.colour is not a key of this configuration; mend or remove it. Keys here:"
            + " api_key_file, connect_timeout_seconds, idle_timeout_seconds, kind, model,"
            + " timeout_seconds, url",
        fault.getMessage());
  }

  @Test
  void namesAnUnknownTable() {
    ConfigException fault = refused("[colours]\nred = 1\n");
    assertEquals(Reason.UNKNOWN_KEY, fault.reason());
    assertEquals("colours", fault.key());
    assertEquals(1, fault.line());
  }

  @Test
  void namesTheLineThatIsNotToml() {
    ConfigException fault = refused("name = \"x\"\nlisten = \n");
    assertEquals(Reason.SYNTAX, fault.reason());
    assertEquals(2, fault.line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listen = \"0.0.0.0:47100\"|OPEN_TO_EVERYBODY",
        "listen = \"[::]:47100\"|OPEN_TO_EVERYBODY",
        "listen = \"93.184.216.34:47100\"|OPEN_TO_EVERYBODY",
        "listen = \"100.64.0.1:47100\"|OPEN_TO_EVERYBODY",
        "listen = \"172.32.0.1:47100\"|OPEN_TO_EVERYBODY",
        "listen = \"[2001:db8::1]:47100\"|OPEN_TO_EVERYBODY",
        "listen = \"laptop.local:47100\"|BAD_ADDRESS",
        "listen = \"127.0.0.1\"|BAD_ADDRESS",
        "listen = \"127.0.0.1:70000\"|BAD_ADDRESS",
        "listen = \"127.0.0.999:1\"|BAD_ADDRESS",
        "listen = \"127.1:1\"|BAD_ADDRESS",
        "listen = 47100|WRONG_TYPE",
        "name = \"\"|OUT_OF_RANGE",
        "name = \"a\\u0007b\"|OUT_OF_RANGE",
        "state_dir = \"var/x\"|BAD_ADDRESS",
        "state_dir = \"/var/\\udddd\"|BAD_ADDRESS",
        "image.url = \"ftp://127.0.0.1\"|BAD_URL",
        "image.url = \"http://user:pw@127.0.0.1\"|BAD_URL",
        "image.url = \"http://127.0.0.1/?q=1\"|BAD_URL",
        "image.url = \"http://\"|BAD_URL",
        "image.url = \"standin\"|BAD_URL",
        "image.kind = \"comfy\"|UNKNOWN_WORD",
        "text.kind = \"webui\"|UNKNOWN_WORD",
        "text.api_key_file = \"key\"|BAD_KEY_FILE",
        "text.api_key_file = \"/k\\udddd\"|BAD_KEY_FILE",
        "text.timeout_seconds = 0|OUT_OF_RANGE",
        "text.timeout_seconds = 1.5|WRONG_TYPE",
        "limits.requests_per_minute = 0|OUT_OF_RANGE",
        "limits.chat.concurrent = 10001|OUT_OF_RANGE",
        "limits.chat.concurent = 1|UNKNOWN_KEY",
        "limits.paint.concurrent = 1|UNKNOWN_KEY",
        "limits = 3|WRONG_TYPE",
        "grants.default = [\"everything\"]|UNKNOWN_WORD",
        "grants.default = \"chat\"|WRONG_TYPE",
        "grants.default = [1]|UNKNOWN_WORD",
        "pairing.lifetime_days = 366|OUT_OF_RANGE",
        "audit.keep_content = \"yes\"|WRONG_TYPE",
        "log.level = \"loud\"|UNKNOWN_WORD"
      })
  void refusesWithANamedReason(String line, Reason reason) {
    ConfigException fault = refused("# comment\n" + line + "\n");
    assertEquals(reason, fault.reason());
    assertEquals(2, fault.line(), String.valueOf(fault.getMessage()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:0",
        "127.9.9.9:1",
        "10.0.0.1:47100",
        "172.16.0.1:47100",
        "172.31.255.255:47100",
        "192.168.49.1:47100",
        "169.254.1.1:47100",
        "[::1]:47100",
        "[fd00::1]:47100",
        "[fe80::1]:47100"
      })
  void listensOnLoopbackPrivateAndLinkLocalAddresses(String address) throws Exception {
    LaptopConfig config = reader.parse("listen = \"" + address + "\"");
    assertTrue(config.listen().toString().endsWith(address.substring(address.lastIndexOf(':'))));
  }

  @Test
  void takesLocalhostAsAnAddressWithoutLookingItUp() throws Exception {
    assertEquals("127.0.0.1:5", reader.parse("listen = \"localhost:5\"").listen().toString());
  }

  @Test
  void putsTheStateWhereTheFileOrXdgSays() throws Exception {
    assertEquals(
        Path.of("/home/ada/state/x"), reader.parse("state_dir = \"~/state/x\"").stateDir());
    assertEquals(Path.of("/var/x"), reader.parse("state_dir = \"/var/y/../x\"").stateDir());
    ConfigReader xdg = new ConfigReader(Map.of("HOME", "/h", "XDG_STATE_HOME", "/s"));
    assertEquals(Path.of("/s/officeos-laptop"), xdg.defaults().stateDir());
  }

  @Test
  void namesTheFileInEveryComplaint() throws Exception {
    Path file = folder.resolve("laptop.toml");
    Files.writeString(file, "nme = \"x\"\n");
    ConfigException unknown = assertThrows(ConfigException.class, () -> reader.read(file));
    assertTrue(String.valueOf(unknown.getMessage()).startsWith(file + ": line 1: nme is not"));
    assertEquals(
        Reason.NOT_FOUND,
        assertThrows(ConfigException.class, () -> reader.read(folder.resolve("none"))).reason());
    Files.write(file, new byte[] {'a', (byte) 0xff});
    assertEquals(
        Reason.SYNTAX, assertThrows(ConfigException.class, () -> reader.read(file)).reason());
    Files.write(file, new byte[(int) ConfigReader.MAX_BYTES + 1]);
    assertEquals(
        Reason.TOO_LARGE, assertThrows(ConfigException.class, () -> reader.read(file)).reason());
    assertEquals(
        Reason.UNREADABLE, assertThrows(ConfigException.class, () -> reader.read(folder)).reason());
  }

  @Test
  void readsAKeyThatOnlyItsOwnerCanRead() throws Exception {
    Path key = folder.resolve("key");
    Files.writeString(key, "  sk-123\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertEquals(
        "sk-123",
        new String(KeyFile.read(key, "text.api_key_file").copyOut(), StandardCharsets.US_ASCII));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    ConfigException open = assertThrows(ConfigException.class, () -> KeyFile.read(key, "k"));
    assertEquals(Reason.BAD_KEY_FILE, open.reason());
    assertTrue(String.valueOf(open.getMessage()).contains("chmod 600"));
  }

  @Test
  void refusesAKeyFileThatIsNoKey() throws Exception {
    for (String content : List.of("", " \n", "a\nb", "x".repeat(5000))) {
      Path key = folder.resolve("key");
      Files.writeString(key, content);
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      ConfigException fault = assertThrows(ConfigException.class, () -> KeyFile.read(key, "k"));
      assertEquals(Reason.BAD_KEY_FILE, fault.reason());
    }
    assertThrows(ConfigException.class, () -> KeyFile.read(folder.resolve("none"), "k"));
  }

  private ConfigException refused(String text) {
    return assertThrows(ConfigException.class, () -> reader.parse(text));
  }
}
