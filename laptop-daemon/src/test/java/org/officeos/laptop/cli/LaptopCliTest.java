package org.officeos.laptop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.laptop.audit.AuditOutcome;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditSubject;
import org.officeos.laptop.audit.AuditTimes;
import org.officeos.laptop.config.ConfigReader;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.daemon.LaptopDaemon;
import org.officeos.laptop.daemon.StateFolder;
import org.officeos.laptop.store.SqliteStore;
import org.officeos.laptop.testing.Asks;
import org.officeos.laptop.testing.Devices;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.FileRelationshipStore;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;

class LaptopCliTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  private CliRig cli;

  @BeforeEach
  void sitDown() {
    cli = new CliRig(home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "pair",
        "devices",
        "permit",
        "revoke",
        "audit",
        "status",
        "check-config"
      })
  void helpsAsWritten(String command) throws Exception {
    int status = command.isEmpty() ? cli.run("--help") : cli.run(command, "--help");
    assertEquals(0, status);
    String name = (command.isEmpty() ? "officeos-laptop" : command) + ".txt";
    Path golden = Path.of("src/test/resources/org/officeos/laptop/cli/help").resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, cli.out());
    }
    assertEquals(Files.readString(golden, StandardCharsets.UTF_8), cli.out());
  }

  @Test
  void endsWithSixtyFourForArgumentsThatMeanNothing() {
    assertEquals(64, cli.run());
    assertEquals("officeos-laptop: name a command\nsee: officeos-laptop --help\n", cli.err());
    assertEquals(64, cli.run("devices", "--loud"));
    assertTrue(cli.err().contains("see: officeos-laptop devices --help"), cli.err());
    assertEquals(64, cli.run("permit", "1a2b3c4d"));
    assertEquals(64, cli.run("permit", "1a2b3c4d", "fly"));
    assertTrue(cli.err().contains("fly is no instruction; there are echo, complete"), cli.err());
    assertEquals(64, cli.run("audit", "-n", "-1"));
    assertEquals(64, cli.run("pair", "--lifetime-days", "soon"));
  }

  @Test
  void endsWithSeventyEightForAConfigurationThatIsNotTaken() throws Exception {
    cli.config("name = \"x\"\nlisten = \"0.0.0.0:47100\"\n");
    for (String command : List.of("serve", "devices", "status", "check-config", "pair")) {
      assertEquals(78, cli.run(command), command);
      assertTrue(cli.err().contains("line 2: listen is a wildcard"), cli.err());
    }
    assertEquals(78, cli.run("devices", "--config", home.resolve("none").toString()));
    assertEquals(78, cli.run("check-config", "--json"));
    JsonNode error = JSON.readTree(cli.out());
    assertEquals("OPEN_TO_EVERYBODY", error.path("reason").asText());
  }

  @Test
  void endsWithTwoWhereNoDaemonAnswers() throws Exception {
    assertEquals(2, cli.run("status"));
    assertTrue(cli.err().contains("start it: officeos-laptop serve"), cli.err());
    assertEquals(2, cli.run("pair", "--json"));
    assertEquals("UNREACHABLE", JSON.readTree(cli.out()).path("reason").asText());
  }

  @Test
  void readsAConfigurationAndSaysWhatHolds() throws Exception {
    assertEquals(0, cli.run("check-config"));
    assertEquals(
        """
        file        none; built-in defaults
        name        OfficeOS laptop
        listens on  127.0.0.1:47100
        radio       none
        state       %s
        images      stand-in
        texts       stand-in
        """
            .formatted(cli.state()),
        cli.out());
    cli.config("image.url = \"http://127.0.0.1:7860\"\ntext.url = \"none\"\n");
    assertEquals(0, cli.run("check-config", "--json"));
    JsonNode facts = JSON.readTree(cli.out());
    assertEquals("webui at http://127.0.0.1:7860", facts.path("image").asText());
    assertEquals("none", facts.path("text").asText());
    cli.config("[radio]\ninterface = \"wlan0\"\nfrequency = 2437\n");
    assertEquals(0, cli.run("check-config"));
    assertTrue(cli.out().contains("wlan0 as \"OfficeOS laptop\", 2437 MHz first"), cli.out());
    cli.config("[radio]\nname = \"x\"\n");
    assertEquals(78, cli.run("check-config"));
    assertTrue(cli.err().contains("radio.interface has to name the radio"), cli.err());
    cli.config("text.api_key_file = \"/nonexistent/key\"");
    assertEquals(78, cli.run("check-config"));
    assertTrue(cli.err().contains("text.api_key_file"), cli.err());
  }

  @Test
  void saysHowToPairWhereNothingIsPaired() {
    assertEquals(0, cli.run("devices"));
    assertEquals("no device is paired; run: officeos-laptop pair\n", cli.out());
  }

  @Test
  void listsPermitsAndRevokesWithoutADaemon() throws Exception {
    Relationship device = paired("echo");
    String id = device.id().shortName();
    assertEquals(0, cli.run("devices"));
    List<String> lines = cli.out().lines().toList();
    assertEquals(
        "ID        NAME            PAIRED            EXPIRES (UTC)     SESSIONS  LAST SEEN  TODAY"
            + "  MAY",
        lines.get(0));
    assertEquals(
        id
            + "  Ada's handheld  2026-11-22 12:00  2026-12-22 12:00  0         never      0/0    echo",
        lines.get(1));
    assertEquals(0, cli.run("permit", id, "chat", "generate-image"));
    assertEquals(
        id + " \"Ada's handheld\" may now ask for: chat, echo, generate_image\n", cli.out());
    assertEquals(0, cli.run("permit", "--deny", id, "echo"));
    assertEquals(id + " \"Ada's handheld\" may now ask for: chat, generate_image\n", cli.out());
    assertEquals(1, cli.typing("n\n", "revoke", id));
    assertTrue(cli.err().contains("nothing was revoked"), cli.err());
    assertEquals(1, cli.run("revoke", id), "silence is no");
    assertEquals(0, cli.typing("y\n", "revoke", id));
    assertEquals(
        "revoked " + id + " \"Ada's handheld\"; to use it again: officeos-laptop pair\n",
        cli.out());
    assertEquals(1, cli.run("revoke", "--yes", id));
    assertTrue(cli.err().contains("no paired device's id starts with"), cli.err());
  }

  @Test
  void warnsBeforeARelationshipEnds() throws Exception {
    String id = paired("echo").id().shortName();
    cli.clock.advance(Duration.ofDays(22));
    cli.run("devices");
    assertEquals("", cli.err());
    cli.clock.advance(Duration.ofDays(1));
    cli.run("devices");
    assertTrue(cli.err().startsWith("warning: " + id + " ends within 7 days;"), cli.err());
    cli.clock.advance(Duration.ofDays(4));
    cli.run("devices");
    assertTrue(cli.err().contains("ends within 3 days"), cli.err());
    cli.clock.advance(Duration.ofDays(2));
    cli.run("devices");
    assertTrue(cli.err().contains("ends within 1 day;"), cli.err());
  }

  @Test
  void showsAndVerifiesTheTrail() throws Exception {
    assertEquals(1, cli.run("audit"));
    assertTrue(cli.err().contains("NOT_FOUND"), cli.err());
    Relationship device = paired("chat");
    AuditSubject subject = new AuditSubject(device.id(), Opcode.CHAT, 3);
    try (SqliteStore store = SqliteStore.open(cli.state(), cli.clock)) {
      long began =
          store.began(subject, AuditProof.of(Devices.received(device, 3, Asks.chat()), true));
      store.ended(
          began, subject, new AuditOutcome(ResultCode.OK, 12, new AuditTimes(1, 2, 3, 4, 10)));
    }
    assertEquals(0, cli.run("audit", "-n", "1"));
    assertEquals(
        "2 2026-11-22T12:00:00Z ended device="
            + device.id().shortName()
            + " opcode=chat message=3 began=1 result=ok out_bytes=12 upstream_us=3 total_us=10\n",
        cli.out());
    assertEquals(0, cli.run("audit", "--json", "-n", "0"));
    List<String> lines = cli.out().lines().toList();
    assertEquals(2, lines.size());
    assertEquals(128, JSON.readTree(lines.get(0)).path("signature").asText().length());
    assertEquals(0, cli.run("audit", "--verify"), cli.out() + cli.err());
    assertEquals(
        """
        2 entries, 1 signatures verified, 0 without their instruction, 0 unfinished
        the trail is whole
        """,
        cli.out());
  }

  @Test
  void shortensNothingAndShowsNoControlCharactersOfADevicesName() {
    assertEquals("a?b?[31mc", Plain.harmless("a\u0007b\u001b[31mc"));
    assertEquals("?evil", Plain.harmless("\u202eevil"));
    assertEquals("Ada 😀 é", Plain.harmless("Ada 😀 é"));
  }

  @Test
  void showsDigitsThatCanBeReadFromAfar() {
    List<String> rows = BigDigits.of("482913").lines().toList();
    assertEquals(5, rows.size());
    assertEquals("    █ █  ███  ███      ███   █   ███", rows.get(0));
    Set<String> shapes = new java.util.HashSet<>();
    for (int digit = 0; digit < 10; digit++) {
      shapes.add(BigDigits.of("" + digit));
    }
    assertEquals(10, shapes.size());
  }

  @Test
  void asksARunningDaemon() throws Exception {
    String text = "listen = \"127.0.0.1:0\"\nimage.url = \"none\"\ntext.url = \"none\"\n";
    cli.config(text);
    LaptopConfig config = new ConfigReader(java.util.Map.of("HOME", home.toString())).parse(text);
    try (LaptopDaemon daemon = LaptopDaemon.start(config)) {
      assertEquals(0, cli.run("status", "--json"));
      JsonNode status = JSON.readTree(cli.out());
      assertEquals(daemon.listen(), status.path("listen").asText());
      assertEquals("none", status.path("image").asText());
      assertEquals("off", status.path("radio").path("state").asText());
      assertEquals(0, cli.run("status"));
      assertTrue(cli.out().contains("radio           none configured"), cli.out());
      assertEquals(0, cli.run("devices", "--json"));
      assertEquals("{\"event\":\"devices\",\"devices\":[]}\n", cli.out());
      assertEquals(1, cli.run("revoke", "--yes", "1a2b3c4d"));
      assertTrue(cli.err().contains("no paired device's id starts with 1a2b3c4d"), cli.err());
      assertEquals(1, cli.run("serve"));
      assertTrue(cli.err().contains("a daemon with process id"), cli.err());
    }
  }

  private Relationship paired(String... grants) throws Exception {
    Relationship device = Devices.device(grants);
    StateFolder.prepare(cli.state());
    try (RelationshipStore store =
        FileRelationshipStore.open(
            cli.state().resolve(StateFolder.RELATIONSHIPS), cli.clock, new SecureRandom())) {
      store.add(device);
    }
    return device;
  }
}
