package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.officeos.hal.airgap.OtherNamespace;
import org.officeos.hal.airgap.OtherNamespace.Sight;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.RunningProgram;
import org.officeos.hal.airgap.Snapshot;

/**
 * Programs, whose sockets are whose, and the network namespaces that programs or files keep.
 * Looking at other users' programs takes root.
 */
final class AirgapPrograms {

  private static final Pattern PROCESS = Pattern.compile("[0-9]{1,9}");

  private final Path proc;
  private final Path run;

  AirgapPrograms(Path proc, Path run) {
    this.proc = proc;
    this.run = run;
  }

  Snapshot into(Snapshot before) {
    return before
        .with(Part.PROGRAMS, PartReader.files(Part.PROGRAMS, proc, this::programs))
        .with(Part.NAMESPACES, PartReader.files(Part.NAMESPACES, proc, this::namespaces));
  }

  /** All of them; where the first process is hidden, so may be others. */
  private List<RunningProgram> programs() throws IOException {
    if (!Files.exists(proc.resolve("1/comm"))) {
      throw new AccessDeniedException(proc.resolve("1/comm").toString());
    }
    List<RunningProgram> all = new ArrayList<>();
    for (Path each : processes()) {
      Optional<String> name = name(each);
      if (name.isPresent()) {
        all.add(new RunningProgram(Integer.parseInt(PartReader.name(each)), name.get()));
      }
    }
    return List.copyOf(all);
  }

  private List<Path> processes() throws IOException {
    return PartReader.entries(proc).stream()
        .filter(each -> PROCESS.matcher(PartReader.name(each)).matches())
        .toList();
  }

  /** Its name, in harmless characters; empty where it has ended. */
  private static Optional<String> name(Path process) throws IOException {
    try {
      return Optional.of(PartReader.harmless(PartReader.text(process.resolve("comm")).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException endedMeanwhile) {
      return Optional.empty();
    }
  }

  /**
   * The programs that have these sockets, by the sockets' numbers.
   *
   * @throws AccessDeniedException where a socket is nobody's that may be looked at, and somebody
   *     may not
   */
  Map<String, String> owners(Set<String> inodes) throws IOException {
    Map<String, String> owners = new HashMap<>();
    boolean denied = false;
    for (Path each : inodes.isEmpty() ? List.<Path>of() : processes()) {
      denied |= !owned(each, inodes, owners);
    }
    if (denied && !owners.keySet().containsAll(inodes)) {
      throw new AccessDeniedException(proc.resolve("PID/fd").toString());
    }
    return owners;
  }

  /** Puts down a program's sockets; false where it may not be looked at. */
  private static boolean owned(Path process, Set<String> inodes, Map<String, String> owners) {
    try {
      for (Path descriptor : PartReader.entries(process.resolve("fd"))) {
        String target = PartReader.target(descriptor).map(Path::toString).orElse("");
        if (target.startsWith("socket:[")) {
          String inode = target.substring("socket:[".length(), target.length() - 1);
          if (inodes.contains(inode)) {
            owners.put(inode, name(process).orElse("?"));
          }
        }
      }
      return true;
    } catch (AccessDeniedException e) {
      return false;
    } catch (IOException endedMeanwhile) {
      return true;
    }
  }

  private List<OtherNamespace> namespaces() throws IOException {
    Path net = AirgapProc.self(proc).resolve("ns/net");
    String ours =
        PartReader.target(net)
            .map(Path::toString)
            .orElseThrow(() -> new NoSuchFileException(net.toString()));
    Set<String> seen = new HashSet<>(Set.of(ours));
    Map<String, OtherNamespace> all = new LinkedHashMap<>();
    int hidden = 0;
    for (Path each : processes()) {
      try {
        Optional<String> theirs = namespace(each);
        if (theirs.isPresent() && seen.add(theirs.get())) {
          String name = name(each).orElse("?") + ", process " + PartReader.name(each);
          all.put(theirs.get(), new OtherNamespace(name, devices(each), Sight.SEEN));
        }
      } catch (AccessDeniedException e) {
        hidden++;
      }
    }
    if (hidden > 0) {
      all.put("", new OtherNamespace(hidden + " programs", List.of(), Sight.HIDDEN));
    }
    for (Path kept : PartReader.entries(run.resolve("netns"))) {
      String inode = "net:[" + Files.getAttribute(kept, "unix:ino") + "]";
      if (seen.add(inode)) {
        all.put(inode, new OtherNamespace(kept.toString(), List.of(), Sight.NOBODY_INSIDE));
      }
    }
    return List.copyOf(all.values());
  }

  private static Optional<String> namespace(Path process) throws IOException {
    try {
      return PartReader.target(process.resolve("ns/net")).map(Path::toString);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException endedMeanwhile) {
      return Optional.empty();
    }
  }

  private static List<String> devices(Path process) throws IOException {
    return PartReader.lines(process.resolve("net/dev")).stream()
        .filter(line -> line.indexOf('|') < 0 && line.indexOf(':') > 0)
        .map(line -> line.substring(0, line.indexOf(':')))
        .filter(name -> !name.equals("lo"))
        .map(PartReader::harmless)
        .toList();
  }
}
