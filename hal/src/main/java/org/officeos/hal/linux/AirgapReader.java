package org.officeos.hal.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Reading.Why;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;

/**
 * Reads what the air gap's policy judges, from the kernel and from files. It changes nothing, asks
 * no program, and never fails: what cannot be read is unreadable by name. Reading everything takes
 * root. The network is that of the calling thread's namespace. Each call opens what it needs and
 * closes it.
 */
public final class AirgapReader {

  /** Parts that files of an operating system tell; all others take a running kernel. */
  private static final List<Part<?>> OF_IMAGES =
      List.of(
          Part.UNITS,
          Part.STORED,
          Part.NAMES,
          Part.PROXIES,
          Part.LOCKDOWN,
          Part.SETTINGS,
          Part.POWERS);

  private final Path root;
  private final boolean running;
  private final LongSupplier nanos;
  private final Optional<LibC> libc;

  AirgapReader(Path root, boolean running, Optional<LibC> libc, LongSupplier nanos) {
    this.root = root;
    this.running = running;
    this.libc = libc;
    this.nanos = nanos;
  }

  /** One that reads the machine it runs on. */
  public static AirgapReader ofThisMachine() {
    return new AirgapReader(Path.of("/"), true, library(), System::nanoTime);
  }

  /**
   * One that reads the files of an operating system's image. Parts that take a running kernel are
   * unreadable there, {@code NOT_RUNNING}.
   *
   * @param root the folder that holds the image's {@code etc}
   */
  public static AirgapReader ofImage(Path root) {
    return new AirgapReader(root, false, library(), System::nanoTime);
  }

  private static Optional<LibC> library() {
    try {
      return Optional.of(new NativeLibC());
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  /** Reads everything now, one part after the other. */
  public Snapshot read() {
    Snapshot files = new AirgapFiles(root).into(Snapshot.EMPTY);
    files = new LockdownReader(root, running).into(files);
    files = new PowersReader(root, libc).into(new ProgramSettings(root).into(files));
    if (!running) {
      for (Part<?> part : Part.ALL) {
        files = OF_IMAGES.contains(part) ? files : without(files, part, Why.NOT_RUNNING, "");
      }
      return files;
    }
    Path proc = root.resolve("proc");
    Path sys = root.resolve("sys");
    AirgapPrograms programs = new AirgapPrograms(proc, root.resolve("run"));
    Snapshot rest = new AirgapProc(proc).into(new AirgapSysfs(sys).into(files));
    rest = new AirgapSockets(proc, programs).into(programs.into(rest));
    return libc.isPresent() ? new AirgapNetlink(libc.get(), nanos, sys).into(rest) : deaf(rest);
  }

  private static Snapshot deaf(Snapshot snapshot) {
    Snapshot deaf = snapshot;
    for (Part<?> part :
        List.of(
            Part.LINKS,
            Part.RADIOS,
            Part.WIRELESS,
            Part.WAKING,
            Part.ADDRESSES,
            Part.ROUTES,
            Part.RULES,
            Part.QDISCS,
            Part.CHAINS,
            Part.FILTER)) {
      deaf = without(deaf, part, Why.FAILED, "JNA cannot load the C library");
    }
    return deaf;
  }

  private static <T> Snapshot without(Snapshot from, Part<T> part, Why why, String detail) {
    return from.with(part, part.unreadable(why, detail, part.toString()));
  }
}
