package org.officeos.handheld.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.handheld.flight.FlightInfo.Phase;

@SuppressWarnings("try") // the sockets only stand
class FlightsTest {

  private static final String ONE = "00000000000000aa";
  private static final String TWO = "00000000000000bb";

  @TempDir Path folder;
  private final AtomicInteger cancels = new AtomicInteger();

  private static FlightInfo info(String id, long age) {
    return new FlightInfo(id, "image", Phase.WORKING, 420, age, 77);
  }

  private FlightSocket open(String id, long age) throws FlightException {
    return FlightSocket.open(
        folder.resolve("run"), id, () -> info(id, age), cancels::incrementAndGet);
  }

  private Flights flights() {
    return new Flights(folder.resolve("run"));
  }

  @Test
  void listsNothingWhereNothingEverRan() throws FlightException {
    assertEquals(List.of(), flights().list());
    assertEquals(List.of(), flights().cancel(""));
  }

  @Test
  void listsTheOldestFirstAndForgetsWhatEnded() throws FlightException {
    try (FlightSocket young = open(ONE, 5)) {
      try (FlightSocket old = open(TWO, 50)) {
        assertEquals(List.of(info(TWO, 50), info(ONE, 5)), flights().list());
      }
    }
    assertEquals(List.of(), flights().list());
    assertFalse(Files.exists(folder.resolve("run").resolve(ONE + ".sock")));
  }

  @Test
  void cancelsOnlyWhatIsMeant() throws FlightException {
    try (FlightSocket one = open(ONE, 1);
        FlightSocket two = open(TWO, 1)) {
      assertEquals(List.of(info(TWO, 1)), flights().cancel(TWO.substring(0, 15)));
      assertEquals(1, cancels.get());
      assertEquals(2, flights().cancel("").size());
      assertEquals(3, cancels.get());
    }
  }

  @Test
  void isOpenToThisUserOnly() throws Exception {
    try (FlightSocket socket = open(ONE, 1)) {
      assertEquals(FlightSocket.FOLDER, Files.getPosixFilePermissions(folder.resolve("run")));
      assertEquals(
          FlightSocket.SOCKET,
          Files.getPosixFilePermissions(folder.resolve("run").resolve(ONE + ".sock")));
    }
  }

  @Test
  void removesASocketThatAKilledProcessLeft() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    Path left = run.resolve(ONE + ".sock");
    ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    killed.bind(UnixDomainSocketAddress.of(left));
    killed.close();
    assertTrue(Files.exists(left));
    assertEquals(List.of(), flights().list());
    assertFalse(Files.exists(left));
  }

  @Test
  void passesOverSocketsThatSayNothingOrNonsense() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        FlightSocket sound = open(ONE, 1)) {
      mute.bind(UnixDomainSocketAddress.of(run.resolve(TWO + ".sock")));
      assertEquals(List.of(info(ONE, 1)), flights().list());
      assertTrue(Files.exists(run.resolve(TWO + ".sock")), "it is alive, only mute");
    }
    for (String nonsense : List.of("", "{}", "[]", "{\"id\":\"../../etc\"}", "\u001b[2J")) {
      assertEquals(Optional.empty(), FlightInfo.parse(nonsense));
    }
    String sane = info(ONE, 3).toJson().toString();
    assertEquals(Optional.of(info(ONE, 3)), FlightInfo.parse(sane));
    assertEquals(Optional.empty(), FlightInfo.parse(sane.replace("420", "1001")));
    assertEquals(Optional.empty(), FlightInfo.parse(sane.replace("working", "dancing")));
    assertEquals(Optional.empty(), FlightInfo.parse(sane.replace("image", "\\u001b[1m")));
  }

  @Test
  void servesTheNextCallerAfterOneThatSaidNonsense() throws Exception {
    try (FlightSocket socket = open(ONE, 1)) {
      for (byte[] said : new byte[][] {{}, {'x'}, {0}}) {
        try (SocketChannel caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
          caller.connect(UnixDomainSocketAddress.of(folder.resolve("run").resolve(ONE + ".sock")));
          caller.write(ByteBuffer.wrap(said));
        }
      }
      assertEquals(List.of(info(ONE, 1)), flights().list());
      assertEquals(0, cancels.get());
    }
  }

  @Test
  void saysSoWhereThePathIsTooLongForASocket() {
    Path deep = folder.resolve("d".repeat(120));
    FlightException e =
        assertThrows(
            FlightException.class,
            () -> FlightSocket.open(deep, ONE, () -> info(ONE, 1), cancels::incrementAndGet));
    assertEquals(FlightException.Reason.PATH_TOO_LONG, e.reason());
  }
}
