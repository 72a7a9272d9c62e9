package org.officeos.laptop.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.officeos.laptop.config.ConfigException.Reason;
import org.officeos.session.crypto.SecretBytes;

/** Reads a service's key from a file that only its owner can read. */
public final class KeyFile {

  private static final int MAX_BYTES = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private KeyFile() {}

  /** The key without the blanks and line ends around it. */
  public static SecretBytes read(Path file, String key) throws ConfigException {
    byte[] raw = new byte[0];
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw bad(key, file + " can be read by others; run: chmod 600 " + file);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw bad(key, file + " is no key: more than " + MAX_BYTES + " bytes");
      }
      raw = Files.readAllBytes(file);
      int start = 0;
      int end = raw.length;
      while (end > start && raw[end - 1] <= ' ' && raw[end - 1] >= 0) {
        end--;
      }
      while (start < end && raw[start] <= ' ' && raw[start] >= 0) {
        start++;
      }
      if (start == end) {
        throw bad(key, file + " is empty; write the service's key into it");
      }
      requireText(raw, start, end, key, file);
      return SecretBytes.takeAndWipe(Arrays.copyOfRange(raw, start, end));
    } catch (IOException e) {
      throw bad(key, file + " cannot be read: " + e.getClass().getSimpleName());
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }

  private static void requireText(byte[] raw, int start, int end, String key, Path file)
      throws ConfigException {
    for (int i = start; i < end; i++) {
      if (raw[i] < ' ' || raw[i] == 0x7f) {
        throw bad(key, file + " holds a byte that no " + StandardCharsets.US_ASCII + " key has");
      }
    }
  }

  private static ConfigException bad(String key, String complaint) {
    return new ConfigException(Reason.BAD_KEY_FILE, key, 0, key + ": " + complaint);
  }
}
