package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.officeos.hal.linux.lib.NetworkNamespace;

/**
 * Two network namespaces joined by a veth pair, whose near end is named like a group's interface.
 * Neighbours are written down by hand, so that nothing but what a test sends is on the wire; the
 * witness is the far interface's own count of what came in.
 */
final class TwoMachines implements AutoCloseable {

  static final String GROUP = "p2p-wlan0-0";
  static final String LAPTOP = "192.168.49.1";
  static final String LAPTOP_SIX = "fd49::1";
  private static final int WAIT_MILLIS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  final NetworkNamespace near;
  final NetworkNamespace far;

  private TwoMachines(NetworkNamespace near, NetworkNamespace far) {
    this.near = near;
    this.far = far;
  }

  /** Empty where this process may not make namespaces, or there is no {@code nft}. */
  static Optional<TwoMachines> make() throws Exception {
    if (!Files.isExecutable(Path.of("/usr/sbin/nft"))) {
      return Optional.empty();
    }
    Optional<NetworkNamespace> near = NetworkNamespace.make();
    if (near.isEmpty()) {
      return Optional.empty();
    }
    TwoMachines two = new TwoMachines(near.get(), NetworkNamespace.make().orElseThrow());
    two.join();
    return Optional.of(two);
  }

  /** Again, where the pair was taken away. */
  void join() throws Exception {
    String farTask =
        far.call(() -> "/proc/" + Files.readSymbolicLink(Path.of("/proc/thread-self")));
    run(near, "ip link set lo up");
    run(far, "ip link set lo up");
    run(near, "ip link add " + GROUP + " address 02:00:00:00:00:02 type veth peer name air");
    run(near, "ip link set air netns " + farTask + "/ns/net");
    run(far, "ip link set air address 02:00:00:00:00:01");
    for (NetworkNamespace each : new NetworkNamespace[] {near, far}) {
      quiet(each);
    }
    run(near, "ip addr add 192.168.49.128/24 dev " + GROUP);
    run(near, "ip addr add fd49::80/64 dev " + GROUP + " nodad");
    run(far, "ip addr add 192.168.49.1/24 dev air");
    run(far, "ip addr add 192.168.49.77/24 dev air");
    run(far, "ip addr add fd49::1/64 dev air nodad");
    run(near, "ip link set " + GROUP + " up");
    run(far, "ip link set air up");
    awaitUp(near, GROUP);
    awaitUp(far, "air");
    run(near, "ip route add 224.0.0.0/4 dev " + GROUP);
    run(near, "ip neigh replace 192.168.49.1 lladdr 02:00:00:00:00:01 dev " + GROUP);
    run(near, "ip neigh replace 192.168.49.77 lladdr 02:00:00:00:00:01 dev " + GROUP);
    run(near, "ip neigh replace fd49::1 lladdr 02:00:00:00:00:01 dev " + GROUP);
    run(far, "ip neigh replace 192.168.49.128 lladdr 02:00:00:00:00:02 dev air");
    run(far, "ip neigh replace fd49::80 lladdr 02:00:00:00:00:02 dev air");
  }

  /** The kernel lets a new interface carry traffic some time after it was switched on. */
  static void awaitUp(NetworkNamespace where, String device) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!run(where, "ip -o link show " + device).contains(" state UP ")) {
      if (System.nanoTime() - end > 0) {
        throw new IOException(device + " does not come up");
      }
      Thread.sleep(5);
    }
  }

  /** No address of its own making, no solicitation. */
  private static void quiet(NetworkNamespace where) throws Exception {
    where.call(
        () -> {
          for (String device : new String[] {"all", "default", GROUP, "air"}) {
            Path six = Path.of("/proc/sys/net/ipv6/conf", device);
            if (Files.exists(six)) {
              Files.writeString(six.resolve("addr_gen_mode"), "1");
              Files.writeString(six.resolve("router_solicitations"), "0");
              Files.writeString(six.resolve("disable_ipv6"), "0");
            }
          }
          return where;
        });
  }

  static String run(NetworkNamespace where, String command) throws Exception {
    return where.run(command.split(" "));
  }

  /** Rules of a file of this repository. */
  void loadFile(String file) throws Exception {
    near.run("nft", "-f", Path.of("..", "udev", "nftables", file).toString());
  }

  void load(NetworkNamespace where, String rules) throws Exception {
    where.call(
        () -> {
          new NftProgram().load(rules);
          return rules;
        });
  }

  int index() throws Exception {
    String shown = run(near, "ip -o link show " + GROUP);
    return Integer.parseInt(shown.substring(0, shown.indexOf(':')));
  }

  /** Frames that ever came to the far end. */
  long witnessed() throws Exception {
    return witnessed(far, "air");
  }

  static long witnessed(NetworkNamespace where, String device) throws Exception {
    return where.call(
        () ->
            Files.readAllLines(Path.of("/proc/thread-self/net/dev")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(device + ":"))
                .map(line -> line.substring(device.length() + 1).strip().split(" +", -1)[1])
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow());
  }

  static ServerSocket listening(NetworkNamespace where, String address, int port) throws Exception {
    return where.call(() -> new ServerSocket(port, 64, InetAddress.getByName(address)));
  }

  /** Whether a connection came to stand at once; to show that none does. */
  static boolean connects(NetworkNamespace from, String to, int port) throws Exception {
    return connects(from, to, port, WAIT_MILLIS);
  }

  /** Whether one came to stand at all, however busy the machine is. */
  static boolean reaches(NetworkNamespace from, String to, int port) throws Exception {
    return connects(from, to, port, (int) PATIENCE.toMillis());
  }

  private static boolean connects(NetworkNamespace from, String to, int port, int millis)
      throws Exception {
    return from.call(
        () -> {
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(to), port), millis);
            return true;
          } catch (IOException e) {
            return false;
          }
        });
  }

  void tcp(String to, int port) throws Exception {
    connects(near, to, port);
  }

  void udp(String to, int port) throws Exception {
    near.call(
        () -> {
          try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            byte[] words = "anyone?".getBytes(US_ASCII);
            socket.send(new DatagramPacket(words, words.length, InetAddress.getByName(to), port));
          } catch (IOException e) {
            return false;
          }
          return true;
        });
  }

  /** As root, the JDK sends an echo request. */
  void ping(String to) throws Exception {
    near.call(
        () -> {
          try {
            return InetAddress.getByName(to).isReachable(WAIT_MILLIS);
          } catch (IOException e) {
            return false;
          }
        });
  }

  /** A frame of that type, handed over as one of {@code called}. */
  void frame(int type, int called) throws Exception {
    try (PacketSender sender = new PacketSender(near, index())) {
      sender.send(type, called);
    }
  }

  @Override
  public void close() {
    near.close();
    far.close();
  }
}
