package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The real file system, but for one step that goes wrong, or everything from that step on. */
final class FaultyFileOps implements FileOps {

  /** What happens at the chosen step. */
  enum Fault {
    /** It fails and does nothing; later steps work. */
    REFUSED,
    /** It is done, and fails all the same; later steps work. */
    DONE_BUT_FAILED,
    /** It and every later step fail and do nothing: the process is as good as dead. */
    DEAD_FROM_HERE,
    /** A write of half the bytes, then dead. */
    HALF_DONE_THEN_DEAD,
    /** Only steps that need room fail, from here on: the disk is full. */
    FULL_FROM_HERE
  }

  private final RealFileOps real = new RealFileOps();
  private final Fault fault;
  private final int at;
  private final List<String> steps = new ArrayList<>();
  private boolean armed;

  FaultyFileOps(Fault fault, int at) {
    this.fault = fault;
    this.at = at;
  }

  /** From now on steps are counted. */
  void arm() {
    armed = true;
    steps.clear();
  }

  /** Whether the chosen step was reached. */
  boolean struck() {
    return steps.size() >= at;
  }

  /** Works again as it should. */
  void mend() {
    armed = false;
  }

  /** What was done since {@link #arm()}, for messages. */
  List<String> steps() {
    return steps;
  }

  @FunctionalInterface
  private interface Step<T> {
    T run() throws IOException;
  }

  private <T> T step(String name, boolean needsRoom, Step<T> step) throws IOException {
    if (!armed) {
      return step.run();
    }
    steps.add(name);
    int now = steps.size();
    boolean strikes =
        switch (fault) {
          case REFUSED, DONE_BUT_FAILED -> now == at;
          case DEAD_FROM_HERE, HALF_DONE_THEN_DEAD -> now >= at;
          case FULL_FROM_HERE -> needsRoom && now >= at;
        };
    if (!strikes) {
      return step.run();
    }
    if (fault == Fault.DONE_BUT_FAILED) {
      step.run();
    }
    throw new IOException(
        fault == Fault.FULL_FROM_HERE
            ? name + ": No space left on device"
            : name + ": Input/output error");
  }

  @Override
  public int ownUid() throws IOException {
    return real.ownUid();
  }

  @Override
  public Optional<FileStamp> stat(Path path) throws IOException {
    return real.stat(path);
  }

  @Override
  public Optional<FileStamp> statFolder(Path folder) throws IOException {
    return real.statFolder(folder);
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    return step("list", false, () -> real.list(folder));
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    step(
        "makeFolder",
        true,
        () -> {
          real.makeFolder(folder);
          return folder;
        });
  }

  @Override
  public void touch(Path file) throws IOException {
    step(
        "touch",
        true,
        () -> {
          real.touch(file);
          return file;
        });
  }

  @Override
  public byte[] read(Path file, int max) throws IOException {
    return step("read", false, () -> real.read(file, max));
  }

  @Override
  public void writeNew(Path file, byte[] content) throws IOException {
    if (armed && fault == Fault.HALF_DONE_THEN_DEAD && steps.size() + 1 == at) {
      real.writeNew(file, Arrays.copyOf(content, content.length / 2));
    }
    step(
        "writeNew",
        true,
        () -> {
          real.writeNew(file, content);
          return file;
        });
  }

  @Override
  public void setModified(Path file, FileTime time) throws IOException {
    step(
        "setModified",
        false,
        () -> {
          real.setModified(file, time);
          return file;
        });
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step(
        "rename",
        false,
        () -> {
          real.rename(from, to);
          return to;
        });
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    step(
        "syncFolder",
        false,
        () -> {
          real.syncFolder(folder);
          return folder;
        });
  }

  @Override
  public Doomed hold(Path file) throws IOException {
    Doomed doomed = step("hold", false, () -> real.hold(file));
    return new Doomed() {
      @Override
      public void wipe() throws IOException {
        step(
            "wipe",
            false,
            () -> {
              doomed.wipe();
              return file;
            });
      }

      @Override
      public void close() {
        doomed.close();
      }
    };
  }

  @Override
  public void delete(Path file) throws IOException {
    step(
        "delete",
        false,
        () -> {
          real.delete(file);
          return file;
        });
  }
}
