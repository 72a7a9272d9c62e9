package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.officeos.hil.rig.Device;
import org.officeos.hil.rig.RigException;
import org.officeos.hil.rig.Running;

/**
 * A network that the laptop is in by a person's own choice: an access point on the third host, and
 * the laptop's station in it, both typed with wpa_cli past the product. A ping goes over it all the
 * time.
 */
final class AccessPoint {

  private static final String SSID = "\"office net\"";
  private static final String PASSPHRASE = "\"a network of their own\"";
  private static final String POINT = "10.11.0.1";
  private static final String STATION = "10.11.0.2";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path LAPTOPS_LOG = Path.of("/run/lab/laptop/supplicant.log");

  private final Hosts hosts;
  private final int megahertz;
  private final Running ping;

  private AccessPoint(Hosts hosts, int megahertz, Running ping) {
    this.hosts = hosts;
    this.megahertz = megahertz;
    this.ping = ping;
  }

  /** Brings both up on that channel, and waits until packets go over it. */
  static AccessPoint joined(Hosts hosts, int megahertz, Device laptop)
      throws IOException, RigException {
    network(hosts, Hosts.THIRD, "mode", "2", "frequency", String.valueOf(megahertz));
    hosts.on(Hosts.THIRD, "ip", "address", "add", POINT + "/24", "dev", "wlan0");
    awaitState(hosts, Hosts.THIRD);
    network(hosts, Hosts.LAPTOP, "scan_freq", String.valueOf(megahertz));
    hosts.on(Hosts.LAPTOP, "ip", "address", "add", STATION + "/24", "dev", "wlan0");
    awaitState(hosts, Hosts.LAPTOP);
    Running ping = laptop.startProgram(List.of("ping", "-i", "1", POINT));
    ping.awaitOut(line -> line.contains("bytes from"), PATIENCE);
    AccessPoint point = new AccessPoint(hosts, megahertz, ping);
    point.assertUp();
    return point;
  }

  private static void network(Hosts hosts, String host, String... settings) throws IOException {
    assertEquals("0", typed(hosts, host, "add_network"));
    set(hosts, host, "ssid", SSID);
    set(hosts, host, "key_mgmt", "WPA-PSK");
    set(hosts, host, "proto", "RSN");
    set(hosts, host, "pairwise", "CCMP");
    set(hosts, host, "psk", PASSPHRASE);
    for (int i = 0; i < settings.length; i += 2) {
      set(hosts, host, settings[i], settings[i + 1]);
    }
    assertEquals("OK", typed(hosts, host, "enable_network", "0"));
  }

  private static void set(Hosts hosts, String host, String name, String value) throws IOException {
    assertEquals("OK", typed(hosts, host, "set_network", "0", name, value), name);
  }

  private static String typed(Hosts hosts, String host, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("wpa_cli", "-p", "/run/lab/" + host + "/control", "-i", "wlan0"));
    command.addAll(List.of(words));
    return hosts.on(host, command.toArray(new String[0])).strip();
  }

  private static void awaitState(Hosts hosts, String host) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String status = "";
    while (System.nanoTime() < end) {
      status = typed(hosts, host, "status");
      if (status.contains("wpa_state=COMPLETED")) {
        return;
      }
    }
    fail(host + " is not in the network within " + PATIENCE + ": " + status);
  }

  /** By the kernel: the laptop is in it, on that channel; and by packets, now. */
  void assertUp() throws IOException, RigException {
    String link = hosts.on(Hosts.LAPTOP, "iw", "dev", "wlan0", "link");
    assertTrue(link.contains("Connected to"), link);
    assertTrue(link.contains("freq: " + megahertz), link);
    hosts.on(Hosts.LAPTOP, "ping", "-c", "3", "-i", "0.2", "-W", "5", POINT);
    assertTrue(ping.isAlive(), ping::describeSoFar);
  }

  /**
   * By the supplicant's log the laptop joined once and was never out of it; by the pings that went
   * all the time no more than a few were lost.
   *
   * @return how many were answered, and of how many
   */
  String assertNeverLeft() throws IOException, RigException {
    assertUp();
    String log = Files.readString(LAPTOPS_LOG, UTF_8);
    assertEquals(1, count(log, "wlan0: CTRL-EVENT-CONNECTED"), "joined");
    assertEquals(0, count(log, "wlan0: CTRL-EVENT-DISCONNECTED"), "left");
    List<String> answers =
        ping.outSoFar().stream().filter(line -> line.contains("bytes from")).toList();
    String last = answers.get(answers.size() - 1).replaceAll(".*seq=(\\d+).*", "$1");
    int sent = Integer.parseInt(last) + 1;
    assertTrue(answers.size() >= sent - sent / 20 - 3, answers.size() + " of " + sent);
    return answers.size() + " of " + sent;
  }

  private static long count(String log, String words) {
    return log.lines().filter(line -> line.contains(words)).count();
  }
}
