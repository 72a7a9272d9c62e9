package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Reading;
import org.officeos.hal.airgap.Reading.Why;
import org.officeos.hal.netlink.KernelRefusal;

/** Makes readings of what files and the kernel say, and of their refusals. */
final class PartReader {

  private static final int MAX = 4 << 20;
  private static final Pattern HARMFUL = Pattern.compile("[^ -~]");

  /** Something that reads files. */
  interface FromFiles<T> {

    T read() throws IOException;
  }

  /** Something that asks the kernel. */
  interface FromKernel<T> {

    T read() throws NetlinkException;
  }

  private PartReader() {}

  static <T> Reading<T> files(Part<T> part, Path source, FromFiles<T> from) {
    try {
      return part.read(from.read(), source.toString());
    } catch (AccessDeniedException e) {
      return part.unreadable(Why.DENIED, shown(e), source.toString());
    } catch (NoSuchFileException e) {
      return part.unreadable(Why.ABSENT, shown(e), source.toString());
    } catch (IOException e) {
      return part.unreadable(Why.FAILED, shown(e), source.toString());
    } catch (IllegalArgumentException e) {
      return part.unreadable(Why.MALFORMED, shown(e), source.toString());
    }
  }

  static <T> Reading<T> kernel(Part<T> part, String source, FromKernel<T> from) {
    try {
      return part.read(from.read(), source);
    } catch (NetlinkException e) {
      return part.unreadable(why(e), shown(e), source);
    }
  }

  private static Why why(NetlinkException e) {
    int errno = e.refusal().map(KernelRefusal::errno).orElse(0);
    return switch (e.reason()) {
      case FAMILY_ABSENT, NO_SOCKET -> Why.ABSENT;
      case MALFORMED -> Why.MALFORMED;
      case REFUSED ->
          errno == KernelRefusal.EPERM ? Why.DENIED : isMissing(errno) ? Why.ABSENT : Why.FAILED;
      default -> Why.FAILED;
    };
  }

  /** How kernels say that they have no such family or subsystem. */
  static boolean isMissing(int errno) {
    return errno == KernelRefusal.EINVAL
        || errno == KernelRefusal.EOPNOTSUPP
        || errno == KernelRefusal.ENOENT;
  }

  private static String shown(Exception e) {
    return harmless(String.valueOf(e.getMessage()));
  }

  /** Words of others, with a question mark for each character that could do something. */
  static String harmless(String words) {
    return HARMFUL.matcher(words).replaceAll("?");
  }

  /** A whole file; a longer one than fits is refused, since what is cut off would not be judged. */
  static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] all = in.readNBytes(MAX + 1);
      if (all.length > MAX) {
        throw new IOException(file + " has more than " + MAX + " bytes");
      }
      return new String(all, UTF_8);
    }
  }

  /** Its lines without spaces at their ends; none where there is no such file. */
  static List<String> lines(Path file) throws IOException {
    try {
      return text(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** What a folder holds, by name; nothing where there is no such folder. */
  static List<Path> entries(Path folder) throws IOException {
    return entries(folder, Integer.MAX_VALUE);
  }

  /** The same; a folder with more than that is refused, since the rest would not be judged. */
  static List<Path> entries(Path folder, int most) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path each : entries) {
        found.add(each);
        if (found.size() > most) {
          throw new IOException(folder + " has more than " + most + " entries");
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(null);
    return found;
  }

  /** What a link says; empty where it is none, or is gone. */
  static Optional<Path> target(Path link) throws IOException {
    try {
      return Files.isSymbolicLink(link)
          ? Optional.of(Files.readSymbolicLink(link))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Refuses a tree that is not there: an empty one would say that all is well. */
  static void require(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
  }
}
