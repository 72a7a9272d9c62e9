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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.Passphrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link OwnGroup} in the state folder, in a file of mode 0600 that is replaced as a whole:
 * {@code ssid NAME} and {@code passphrase KEY}, a line each.
 */
final class OwnGroupFile {

  /** The file's name. */
  static final String NAME = "radio-group";

  private static final Logger LOG = LoggerFactory.getLogger(OwnGroupFile.class);
  private static final int MOST_BYTES = 256;
  private static final String SSID = "ssid ";
  private static final String PASSPHRASE = "passphrase ";

  private final Path file;

  OwnGroupFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** What is kept; empty where there is nothing, or nothing that can be read. */
  Optional<OwnGroup> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("too large");
      }
      List<String> lines = Files.readAllLines(file, UTF_8);
      if (lines.isEmpty() || !lines.get(0).startsWith(SSID)) {
        throw new IOException("no name in it");
      }
      Optional<Passphrase> key = Optional.empty();
      if (lines.size() > 1 && lines.get(1).startsWith(PASSPHRASE)) {
        key = Optional.of(Passphrase.of(lines.get(1).substring(PASSPHRASE.length())));
      }
      return Optional.of(new OwnGroup(lines.get(0).substring(SSID.length()), key));
    } catch (CharacterCodingException | P2pException e) {
      LOG.warn("{} is damaged; a new group is made, and handhelds pair again", file);
    } catch (IOException e) {
      LOG.warn("{} cannot be used: {}", file, e.getMessage());
    }
    return Optional.empty();
  }

  /** Replaces what is kept. A group that cannot be kept serves until the daemon ends. */
  void write(OwnGroup group) {
    if (group.ssid().chars().anyMatch(Character::isISOControl)) {
      LOG.warn("the group's name has characters that cannot be kept");
      return;
    }
    StringBuilder text = new StringBuilder(SSID).append(group.ssid()).append('\n');
    group
        .passphrase()
        .ifPresent(key -> text.append(PASSPHRASE).append(key.characters()).append('\n'));
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
}
