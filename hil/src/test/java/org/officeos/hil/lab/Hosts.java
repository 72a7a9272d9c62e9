package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two fresh hosts in the guest around each test: a network namespace each, with a simulated radio,
 * a D-Bus daemon and a wpa_supplicant. The logs of both and the captured air go to a folder for
 * each test below the scenario's.
 */
final class Hosts implements BeforeEachCallback, AfterEachCallback {

  static final String HANDHELD = "handheld";
  static final String LAPTOP = "laptop";

  /** A host that only some scenarios have. */
  static final String THIRD = "third";

  /** A host with an access point that lets everybody in. */
  static final String NETWORK = "network";

  private static final String SCRIPT = "/lab/guest/hosts";
  private static final Path REASON = Path.of("/run/lab/reason");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final boolean typed;
  private final List<String> further;
  private Path logs = Path.of(".");
  private Timeline timeline = Timeline.none();

  /** The two, and further ones of these names. */
  Hosts(String... further) {
    this(false, further);
  }

  private Hosts(boolean typed, String... further) {
    this.typed = typed;
    this.further = List.of(further);
  }

  /** The same, whose supplicants have a control socket for wpa_cli. */
  static Hosts typed(String... further) {
    return new Hosts(true, further);
  }

  /** Whether the lab's radios have a P2P-device. */
  static boolean haveP2pDevice() {
    return "p2p-device".equals(System.getenv("LAB_KIND"));
  }

  /** The address of that host's bus, as D-Bus writes addresses. */
  static String bus(String host) {
    return "unix:path=/run/lab/" + host + "/bus";
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    String name = test.getRequiredTestMethod().getName();
    logs = Path.of(System.getenv("LAB_LOGS"), name);
    Files.createDirectories(logs);
    timeline = Timeline.in(logs);
    timeline.write("lab", "phase", "the hosts come up");
    up(typed ? List.of("--typed") : List.of());
    timeline.write("lab", "phase", name);
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    test.getExecutionException()
        .ifPresent(
            thrown ->
                timeline.write("lab", "event", "FAILED: " + LabResult.oneLine(thrown.toString())));
    timeline.write("lab", "phase", "the hosts go down");
    script("down");
    timeline.write("lab", "event", "done");
    timeline.close();
  }

  /** What is written down for the page of the run. */
  Timeline timeline() {
    return timeline;
  }

  /** Where this test's logs will be. */
  Path logs() {
    return logs;
  }

  /**
   * Takes the station interface down; {@link #assertStationStayedDown} tells whether it stayed so.
   */
  void quietStation(String host) throws IOException {
    script("quiet", host);
  }

  /** By the kernel's own word, written down since {@link #quietStation}. */
  void assertStationStayedDown(String host) throws IOException {
    script("witness", host);
  }

  /** Ends that host's {@code bus} or {@code supplicant} the hard way. */
  void kill(String what, String host) throws IOException {
    script("kill", what, host);
  }

  /** Starts that host's {@code bus} or {@code supplicant} again, and waits until it answers. */
  void start(String what, String host) throws IOException {
    script("start", what, host);
  }

  /** Takes that host's radio out of it, as when a driver is unloaded. */
  void takeRadio(String host) throws IOException {
    script("away", host);
  }

  /** Puts it in again. */
  void returnRadio(String host) throws IOException {
    script("back", host);
  }

  /** Switches that host's radio off by software, or on again. */
  void block(String host, boolean off) throws IOException {
    script(off ? "blocked" : "unblocked", host);
  }

  /** That host hears nobody and nobody hears it any more; neither is told. */
  void moveOutOfRange(String host) throws IOException {
    script("out-of-range", host);
  }

  /** Ends that. */
  void moveIntoRange(String host) throws IOException {
    script("in-range", host);
  }

  /**
   * Starts an ssh server on that host, at the far end of a wire of its own.
   *
   * @param key the public key that is let in
   * @return the line for a file of known hosts, which begins with the server's address
   */
  String startSsh(String host, Path key) throws IOException {
    script("ssh", host, key.toString());
    return Files.readString(Path.of("/run/lab", host, "known"), UTF_8);
  }

  /**
   * New hosts in place of those that are up, whose buses are under the policies that are shipped.
   */
  void anewWithClosedBuses() throws IOException {
    script("down");
    up(List.of("--closed"));
  }

  private void up(List<String> options) throws IOException {
    List<String> words = new ArrayList<>(List.of("up"));
    words.addAll(options);
    further.forEach(host -> words.addAll(List.of("--and", host)));
    script(words.toArray(new String[0]));
  }

  /** Loads the shipped packet filter on that host and starts the shipped guard, until it acts. */
  void lock(String host) throws IOException {
    script("lock", host);
  }

  /** Both hosts, and all else, sleep for five seconds; returns once they are awake. */
  void sleep() throws IOException {
    script("asleep");
  }

  /** Runs a program outside of the hosts, to its end, whatever that is. */
  Said attempt(String... command) throws IOException {
    return run(List.of(command));
  }

  /** Every interface of both hosts with its kind, its addresses and routes, sorted. */
  List<String> interfaces() throws IOException {
    List<String> all = new ArrayList<>();
    for (String host : List.of(HANDHELD, LAPTOP)) {
      Said said = run(List.of(SCRIPT, "interfaces", host));
      said.out().lines().forEach(line -> all.add(host + ": " + line));
    }
    return all.stream().sorted().toList();
  }

  /** Runs a program on that host to its end, which must be a good one; returns what it said. */
  String on(String host, String... command) throws IOException {
    Said said = ask(host, command);
    if (said.exit() != 0) {
      fail(
          host
              + "$ "
              + String.join(" ", command)
              + " ended with "
              + said.exit()
              + ": "
              + said.out());
    }
    return said.out();
  }

  /** Runs a program on that host to its end, whatever that is. */
  Said ask(String host, String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", host));
    words.addAll(List.of(command));
    return run(words);
  }

  /** Runs a program outside of the hosts, to its end, which must be a good one. */
  void here(String... command) throws IOException {
    Said said = run(List.of(command));
    if (said.exit() != 0) {
      fail(String.join(" ", command) + " ended with " + said.exit() + ": " + said.out());
    }
  }

  private void script(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(SCRIPT));
    words.addAll(List.of(arguments));
    Files.deleteIfExists(REASON);
    Said said = run(words);
    Files.writeString(
        logs.resolve("hosts.log"),
        "$ hosts " + String.join(" ", arguments) + "\n" + said.out(),
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (said.exit() != 0) {
      String reason = Files.exists(REASON) ? Files.readString(REASON, UTF_8).strip() : said.out();
      Files.deleteIfExists(REASON);
      fail(reason);
    }
  }

  private Said run(List<String> words) throws IOException {
    Path out = Files.createTempFile("said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("LAB_LOGS", logs.toString());
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return fail(String.join(" ", words) + " did not end within " + PATIENCE.toSeconds() + " s");
      }
      return new Said(process.exitValue(), Files.readString(out, UTF_8));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return fail("interrupted while waiting for " + String.join(" ", words), e);
    } finally {
      Files.deleteIfExists(out);
    }
  }

  /**
   * What a program left.
   *
   * @param exit its exit code
   * @param out all that it wrote
   */
  record Said(int exit, String out) {}
}
