package org.officeos.handheld.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.handheld.group.LaptopAddressException.Reason;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.testing.Peers;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.testing.SettableClock;

final class LaptopAddressesTest {

  private static final KnownLaptop ONE = laptop("02:00:00:00:00:01");
  private static final KnownLaptop TWO =
      laptop("02:00:00:00:00:02").on(Optional.of(new Frequency(5220)));

  @TempDir Path folder;
  private LaptopAddresses addresses;
  private final RelationshipId relationship = some();

  private static KnownLaptop laptop(String address) {
    return new KnownLaptop(MacAddress.parse(address));
  }

  private static RelationshipId some() {
    return Peers.laptop("x", SettableClock.NOON, Duration.ofDays(1)).id();
  }

  @BeforeEach
  void make() {
    addresses = new LaptopAddresses(folder.resolve("laptops"));
  }

  private Path file() {
    return folder.resolve("laptops").resolve(relationship + ".json");
  }

  private void put(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text, StandardCharsets.ISO_8859_1);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
  }

  private Reason refusal() {
    LaptopAddressException e =
        assertThrows(LaptopAddressException.class, () -> addresses.find(relationship));
    assertTrue(String.valueOf(e.getMessage()).contains(file().toString()), e.getMessage());
    return e.reason();
  }

  @Test
  void keepsTheLatestAndForgets() throws Exception {
    assertEquals(Optional.empty(), addresses.find(relationship));
    addresses.keep(relationship, ONE);
    addresses.keep(relationship, TWO);
    assertEquals(Optional.of(TWO), addresses.find(relationship));
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertEquals(List.of(file()), files.toList());
    }
    addresses.forget(relationship);
    addresses.forget(relationship);
    assertEquals(Optional.empty(), addresses.find(relationship));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "2",
        "5",
        "2413",
        "-2412",
        "4294969708",
        "99999999999999999",
        "\"2412\"",
        "[]"
      })
  void leavesOutAChannelThatIsNone(String channel) throws Exception {
    put("{\"version\":1,\"address\":\"02:00:00:00:00:01\",\"channel\":" + channel + "}");
    assertEquals(Optional.of(ONE), addresses.find(relationship));
  }

  @Test
  void tellsWhoseRelationshipsAreNotAmongThose() throws Exception {
    RelationshipId other = some();
    assertEquals(Map.of(), addresses.others(List.of()));
    addresses.keep(relationship, ONE);
    addresses.keep(other, TWO);
    assertEquals(Map.of(relationship, ONE), addresses.others(List.of(other)));
    assertEquals(Map.of(), addresses.others(List.of(other, relationship)));
    assertEquals(Optional.of(ONE), addresses.find(relationship));
  }

  @Test
  void forgetsOfOthersWhatTellsNothing() throws Exception {
    put("{\"version\":2}");
    Path stray = file().resolveSibling("stray.json");
    Files.writeString(stray, "{}");
    assertEquals(Map.of(), addresses.others(List.of()));
    assertEquals(List.of(false, false), List.of(Files.exists(file()), Files.exists(stray)));
  }

  @Test
  void refusesByNameWhatItDidNotWrite() throws Exception {
    Map<String, Reason> refused =
        Map.of(
            "",
            Reason.NOT_JSON,
            "[]",
            Reason.NOT_JSON,
            "\u00ff\u0000{",
            Reason.NOT_JSON,
            "{\"address\":\"02:00:00:00:00:01\"}",
            Reason.OTHER_VERSION,
            "{\"version\":\"1\",\"address\":\"02:00:00:00:00:01\"}",
            Reason.OTHER_VERSION,
            "{\"version\":1}",
            Reason.NOT_AN_ADDRESS,
            "{\"version\":1,\"address\":\"office\"}",
            Reason.NOT_AN_ADDRESS,
            "{\"version\":1,\"address\":\"00:00:00:00:00:00\"}",
            Reason.NOT_AN_ADDRESS,
            " ".repeat(PrivateFile.LONGEST + 1),
            Reason.TOO_LONG);
    for (Map.Entry<String, Reason> each : refused.entrySet()) {
      put(each.getKey());
      assertEquals(each.getValue(), refusal(), each.getKey());
    }
  }

  @Test
  void refusesAFileThatOthersMayWriteAndALink() throws Exception {
    addresses.keep(relationship, ONE);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(Reason.OPEN_TO_OTHERS, refusal());
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(file(), elsewhere);
    Files.createSymbolicLink(file(), elsewhere);
    assertTrue(List.of(Reason.OPEN_TO_OTHERS, Reason.IO).contains(refusal()));
  }

  @Test
  void saysSoWhenTheDiskRefuses() throws Exception {
    Files.writeString(folder.resolve("laptops"), "a file in the way");
    LaptopAddressException e =
        assertThrows(LaptopAddressException.class, () -> addresses.keep(relationship, ONE));
    assertEquals(Reason.IO, e.reason());
  }
}
