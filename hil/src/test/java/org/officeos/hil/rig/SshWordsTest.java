package org.officeos.hil.rig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.hil.rig.RigException.Reason;

/** What goes to ssh and what it says, without any ssh. */
class SshWordsTest {

  @ParameterizedTest
  @CsvSource({
    "root@handheld, root, handheld, 22",
    "anna@10.0.0.7:2222, anna, 10.0.0.7, 2222",
    "root@[fe80::1%wlan0]:22, root, fe80::1%wlan0, 22",
    "a.b@host-1.lan:65535, a.b, host-1.lan, 65535"
  })
  void aDeviceIsAUserAtAHostWithAPort(String text, String user, String host, int port) {
    assertEquals(new SshHost(user, host, port), SshHost.parse(text));
    assertEquals(SshHost.parse(text), SshHost.parse(SshHost.parse(text).toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        "@host",
        "root@",
        "root@-oProxyCommand=x",
        "root@host:0",
        "root@host:65536",
        "root@host:",
        "-l@host",
        "root@a b",
        "root@[::1",
        "root@host:22:22",
        "Root@host"
      })
  void whatIsNoDeviceIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> SshHost.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain",
        "it's",
        "''",
        "a b\tc\nd",
        "$(id) `id` ${HOME} $1",
        "\\ \" * ? [a] ~ ! #",
        "-rf",
        "ü ß 猫 🐈",
        ";&|<>"
      })
  void aShellReadsEachWordAsItWas(String word) throws Exception {
    String command = RemoteShell.command("printf %s/%s \"$#\" \"$2\"", List.of("x", word, ""));
    Process shell = new ProcessBuilder("sh", "-c", command).start();
    assertEquals("3/" + word, new String(shell.getInputStream().readAllBytes(), UTF_8));
  }

  @Test
  void aWordWithAZeroByteIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RemoteShell.quoted("a\0b"));
  }

  @Test
  void nothingIsAskedOfAPersonAndNothingComesFromElsewhere() {
    SshAccess access =
        new SshAccess(Path.of("/k/id"), Path.of("/k/known hosts"), Duration.ofSeconds(7));
    List<String> words = access.words(SshHost.parse("root@h:2222"));
    assertEquals(
        List.of("ssh", "-F", "none", "-T", "-a", "-x", "-l", "root", "-p", "2222", "-i", "/k/id"),
        words.subList(0, 12));
    assertEquals(List.of("--", "h"), words.subList(words.size() - 2, words.size()));
    assertTrue(
        words.containsAll(
            List.of(
                "BatchMode=yes",
                "StrictHostKeyChecking=yes",
                "UserKnownHostsFile=\"/k/known hosts\"",
                "ConnectTimeout=7")),
        words::toString);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SshAccess(Path.of("a"), Path.of("b"), Duration.ofMillis(500)));
  }

  private static Optional<Reason> complaint(int exit, String... err) {
    return SshComplaint.reason(new Finished("x", exit, List.of(), List.of(err)));
  }

  @Test
  void whatSshSaysIsAReason() {
    assertEquals(
        Optional.of(Reason.NOT_REACHABLE),
        complaint(255, "ssh: connect to host h port 22: Connection refused"));
    assertEquals(
        Optional.of(Reason.NOT_REACHABLE),
        complaint(255, "ssh: Could not resolve hostname h: Name or service not known"));
    assertEquals(
        Optional.of(Reason.NOT_REACHABLE),
        complaint(
            255,
            "kex_exchange_identification: Connection closed by remote host",
            "Connection closed by 127.0.0.1 port 22"));
    assertEquals(
        Optional.of(Reason.HOST_KEY_UNKNOWN),
        complaint(255, "No ED25519 host key is known for h.", "Host key verification failed."));
    assertEquals(
        Optional.of(Reason.HOST_KEY_CHANGED),
        complaint(
            255,
            "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @",
            "Host key verification failed."));
    assertEquals(
        Optional.of(Reason.KEY_REFUSED), complaint(255, "root@h: Permission denied (publickey)."));
    assertEquals(
        Optional.of(Reason.CONNECTION_LOST),
        complaint(255, "Connection to h closed by remote host."));
    assertEquals(
        Optional.of(Reason.CONNECTION_LOST), complaint(255, "Timeout, server h not responding."));
  }

  @Test
  void whatAProgramSaysIsNot() {
    assertEquals(Optional.empty(), complaint(1, "Host key verification failed."));
    assertEquals(Optional.empty(), complaint(255, "no cat today"));
    assertEquals(Optional.empty(), complaint(255));
  }

  @Test
  void theLinkIsNotTheWayOfTheRig() {
    SshLink radio = new SshLink("wifi-direct:wlan1");
    assertEquals("wifi-direct:wlan1", radio.option(47_100));
    assertEquals("127.0.0.1", radio.listenAddress());
    assertEquals("[radio]\ninterface = \"wlan0\"\n", radio.laptopSettings("wlan0"));
    SshLink wire = new SshLink("namespace:192.168.49.1");
    assertEquals("namespace:192.168.49.1:7", wire.option(7));
    assertEquals("192.168.49.1", wire.listenAddress());
    assertEquals("", wire.laptopSettings("wlan0"));
    assertThrows(IllegalArgumentException.class, () -> new SshLink("bluetooth"));
    assertThrows(IllegalArgumentException.class, () -> new SshLink("namespace:a; id"));
  }

  private static SshSettings read(Map<String, String> map) {
    return SshSettings.read(name -> map.get(name));
  }

  @Test
  void settingsAreReadByTheirNamesAndAMissingOneIsNamed() {
    Map<String, String> map =
        new HashMap<>(
            Map.of(
                "hil.ssh.laptop", "root@laptop",
                "hil.ssh.handheld", "ark@10.0.0.7,root@10.0.0.8:2222",
                "hil.ssh.identity", "/k/id",
                "hil.ssh.known-hosts", "/k/known",
                "hil.ssh.product", "/opt/officeos"));
    SshSettings settings = read(map);
    assertEquals(2, settings.handhelds().size());
    assertEquals(new SshLink("wifi-direct"), settings.link());
    assertEquals("wlan0", settings.radio());
    assertEquals(Duration.ofSeconds(10), settings.access().connectTimeout());
    for (String name : List.copyOf(map.keySet())) {
      String value = map.remove(name);
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(map));
      assertEquals(name + " is missing", e.getMessage());
      map.put(name, value);
    }
  }
}
