package org.officeos.laptop.radio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.Passphrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link KeptGroups} in the state folder, in a file of mode 0600 that is replaced as a whole:
 * {@code ssid NAME} and {@code passphrase KEY} of our group, and {@code forget NAME} for each that
 * the supplicant is to forget, a line each.
 */
final class OwnGroupFile {

  /** The file's name. */
  static final String NAME = "radio-group";

  private static final Logger LOG = LoggerFactory.getLogger(OwnGroupFile.class);
  private static final int MOST_BYTES = 1024;
  private static final String SSID = "ssid ";
  private static final String PASSPHRASE = "passphrase ";
  private static final String FORGET = "forget ";

  private final Path file;

  OwnGroupFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** What is kept; nothing where there is nothing, or nothing that can be read. */
  KeptGroups read() {
    if (!Files.exists(file)) {
      return KeptGroups.NONE;
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("too large");
      }
      return parse(Files.readAllLines(file, UTF_8));
    } catch (CharacterCodingException | P2pException e) {
      LOG.warn("{} is damaged; a new group is made, and handhelds pair again", file);
    } catch (IOException e) {
      LOG.warn("{} cannot be used: {}", file, e.getMessage());
    }
    return KeptGroups.NONE;
  }

  private static KeptGroups parse(List<String> lines) throws IOException, P2pException {
    Optional<String> ssid = Optional.empty();
    Optional<Passphrase> key = Optional.empty();
    List<String> spent = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(SSID) && ssid.isEmpty()) {
        ssid = Optional.of(line.substring(SSID.length()));
      } else if (line.startsWith(PASSPHRASE) && ssid.isPresent() && key.isEmpty()) {
        key = Optional.of(Passphrase.of(line.substring(PASSPHRASE.length())));
      } else if (line.startsWith(FORGET)) {
        spent.add(line.substring(FORGET.length()));
      } else {
        throw new IOException("no name in it");
      }
    }
    Optional<Passphrase> itsKey = key;
    return new KeptGroups(ssid.map(name -> new OwnGroup(name, itsKey)), spent);
  }

  /** Replaces what is kept. What cannot be kept holds until the daemon ends. */
  void write(KeptGroups kept) {
    StringBuilder text = new StringBuilder();
    kept.own().ifPresent(group -> add(group, text));
    kept.spent().stream()
        .filter(OwnGroupFile::fits)
        .forEach(ssid -> text.append(FORGET).append(ssid).append('\n'));
    Path fresh = file.resolveSibling(NAME + ".new");
    try {
      Files.deleteIfExists(fresh);
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        ByteBuffer bytes = UTF_8.encode(text.toString());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} cannot be written: {}", file, e.getClass().getSimpleName());
    }
  }

  private static void add(OwnGroup group, StringBuilder text) {
    if (!fits(group.ssid())) {
      LOG.warn("the group's name has characters that cannot be kept");
      return;
    }
    text.append(SSID).append(group.ssid()).append('\n');
    group
        .passphrase()
        .ifPresent(key -> text.append(PASSPHRASE).append(key.characters()).append('\n'));
  }

  private static boolean fits(String ssid) {
    return ssid.chars().noneMatch(Character::isISOControl);
  }
}
