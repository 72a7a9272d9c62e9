package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a session carries over a group that stands, beside what iperf3 and ping say of it. */
final class LinkRounds {

  /** As the laptop's daemon is started, without the memory that no model of language needs here. */
  static final List<String> LAPTOP_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx128m", "-Xshare:auto", "-XX:-UsePerfData");

  /** As the handheld's command is started. */
  static final List<String> HANDHELD_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-Xmx128m",
          "-Xshare:auto",
          "-XX:-UsePerfData");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int WARM = 40;
  private static final int TRIPS = 20;
  private static final int GAP_MILLIS = 100;
  private static final int SECONDS = 5;
  private static final Pattern REPLY = Pattern.compile(" time=(\\S+) ms");

  private final Hosts hosts;
  private final String owner;
  private final ObjectMapper json = new ObjectMapper();

  LinkRounds(Hosts hosts, String owner) {
    this.hosts = hosts;
    this.owner = owner;
  }

  /** A small instruction and its answer, beside ping, with the same pause before each. */
  void trips(FarEnd here, int rounds, Figures figures) throws IOException {
    here.ask(PATIENCE, "trips", String.valueOf(WARM), "10");
    here.ask(PATIENCE, "crypto", String.valueOf(WARM));
    List<Double> ping = new ArrayList<>();
    List<Double> trip = new ArrayList<>();
    List<Double> crypto = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ping.addAll(pings());
      trip.addAll(here.ask(PATIENCE, "trips", String.valueOf(TRIPS), String.valueOf(GAP_MILLIS)));
      crypto.addAll(here.ask(PATIENCE, "crypto", String.valueOf(TRIPS)));
    }
    double added = Figures.median(trip) - Figures.median(ping);
    figures.fact("ping: " + Figures.spread(ping, "ms"));
    figures.fact("instruction and answer: " + Figures.spread(trip, "ms"));
    figures.fact("its bare cryptography: " + Figures.spread(crypto, "ms"));
    figures.known("p2p-instruction-added-ms", added);
    figures.known("p2p-instruction-crypto-ms", Figures.median(crypto));
    figures.known("p2p-instruction-rest-ms", added - Figures.median(crypto));
  }

  private List<Double> pings() throws IOException {
    String count = String.valueOf(TRIPS);
    String out = hosts.on(Hosts.HANDHELD, "ping", "-c", count, "-i", "0.1", "-W", "5", owner);
    List<Double> millis = new ArrayList<>();
    Matcher reply = REPLY.matcher(out);
    while (reply.find()) {
      millis.add(Double.valueOf(reply.group(1)));
    }
    return millis;
  }

  /** Large answers one after the other, beside iperf3, both from the laptop to the handheld. */
  void streams(FarEnd here, int rounds, Figures figures) throws IOException {
    Process server =
        new ProcessBuilder("ip", "netns", "exec", Hosts.LAPTOP, "iperf3", "-s", "-B", owner)
            .redirectErrorStream(true)
            .redirectOutput(hosts.logs().resolve("iperf3.log").toFile())
            .start();
    try {
      here.ask(PATIENCE, "stream", String.valueOf(3 * SECONDS));
      iperf3();
      List<Double> ours = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      List<Double> shares = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        bare.add(iperf3());
        ours.addAll(here.ask(PATIENCE, "stream", String.valueOf(SECONDS)));
        shares.add(ours.get(round) / bare.get(round));
        LabRunner.tell(
            "iperf3 "
                + Figures.number(bare.get(round))
                + ", ours "
                + Figures.number(ours.get(round))
                + " Mbit/s");
      }
      figures.fact("iperf3: " + Figures.spread(bare, "Mbit/s"));
      figures.fact("secure stream: " + Figures.spread(ours, "Mbit/s"));
      figures.atLeast("p2p-stream-vs-iperf3", Figures.median(shares), 0.85);
    } finally {
      server.destroy();
    }
  }

  /** Megabits a second, its first second left out. */
  private double iperf3() throws IOException {
    String seconds = String.valueOf(SECONDS);
    Hosts.Said said =
        hosts.ask(Hosts.HANDHELD, "iperf3", "-c", owner, "-R", "-O", "1", "-t", seconds, "--json");
    JsonNode received = json.readTree(said.out()).path("end").path("sum_received");
    double bits = received.path("bits_per_second").asDouble(0);
    return said.exit() == 0 && bits > 0 ? bits / 1e6 : fail("iperf3: " + said.out());
  }
}
