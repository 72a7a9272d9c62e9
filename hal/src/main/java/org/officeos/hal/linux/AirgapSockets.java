package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.airgap.OpenSocket;
import org.officeos.hal.airgap.OpenSocket.Kind;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Snapshot;

/**
 * Sockets of this thread's namespace, from {@code /proc/net}: whole frames, raw packets, UDP that
 * is bound, TCP that listens. Source: proc(5), and the kernel's own printing of them.
 */
final class AirgapSockets {

  private static final String LISTENS = "0A";

  /** A socket whose owner is not known yet. */
  private record Found(OpenSocket socket, String inode) {}

  private final Path net;
  private final AirgapPrograms programs;

  AirgapSockets(Path proc, AirgapPrograms programs) {
    this.net = AirgapProc.net(proc);
    this.programs = programs;
  }

  Snapshot into(Snapshot before) {
    return before.with(Part.SOCKETS, PartReader.files(Part.SOCKETS, net, this::sockets));
  }

  private List<OpenSocket> sockets() throws IOException {
    PartReader.require(net);
    List<Found> found = new ArrayList<>(frames());
    for (String six : List.of("", "6")) {
      found.addAll(internet(Kind.RAW, "raw" + six));
      found.addAll(internet(Kind.PING, "icmp" + six));
      found.addAll(internet(Kind.UDP, "udp" + six));
      found.addAll(internet(Kind.TCP, "tcp" + six));
    }
    Set<String> inodes = new HashSet<>();
    found.forEach(each -> inodes.add(each.inode()));
    Map<String, String> owners = programs.owners(inodes);
    return found.stream()
        .map(
            each ->
                new OpenSocket(
                    each.socket().kind(),
                    each.socket().local(),
                    each.socket().number(),
                    each.socket().link(),
                    Optional.ofNullable(owners.get(each.inode()))))
        .toList();
  }

  private List<Found> frames() throws IOException {
    List<Found> found = new ArrayList<>();
    for (String[] words : rows("packet", 9)) {
      found.add(
          new Found(
              new OpenSocket(
                  Kind.PACKET,
                  "",
                  Integer.parseInt(words[3], 16),
                  Integer.parseInt(words[4]),
                  Optional.empty()),
              words[8]));
    }
    return found;
  }

  private List<Found> internet(Kind kind, String file) throws IOException {
    List<Found> found = new ArrayList<>();
    for (String[] words : rows(file, 10)) {
      String[] local = words[1].split(":", -1);
      if (local.length != 2) {
        throw new IllegalArgumentException("a line of " + file);
      }
      int number = Integer.parseInt(local[1], 16);
      boolean asked = kind == Kind.TCP ? words[3].equals(LISTENS) : number != 0;
      if (asked) {
        found.add(
            new Found(
                new OpenSocket(kind, ProcAddress.of(local[0]), number, 0, Optional.empty()),
                words[9]));
      }
    }
    return found;
  }

  /** The lines below the heading, in words; none where the kernel has no such protocol. */
  private List<String[]> rows(String file, int words) throws IOException {
    List<String[]> rows = new ArrayList<>();
    List<String> lines = PartReader.lines(net.resolve(file));
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] row = line.split("\\s+", -1);
      if (row.length < words) {
        throw new IllegalArgumentException("a line of " + file);
      }
      rows.add(row);
    }
    return rows;
  }
}
