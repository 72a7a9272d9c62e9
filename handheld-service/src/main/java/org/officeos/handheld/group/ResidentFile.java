package org.officeos.handheld.group;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code $STATE/run/link.json}, where the resident leaves its {@link ResidentNote} and other
 * commands look for it. A note that cannot be read, or whose process has ended, is none.
 */
public final class ResidentFile {

  private final Path file;

  /** The file in the folder of running requests. */
  public ResidentFile(Path runFolder) {
    this.file = runFolder.resolve("link.json");
  }

  /** The living resident's note. */
  public Optional<ResidentNote> read() {
    try {
      if (!Files.isRegularFile(file) || PrivateFile.isOpenToOthers(file)) {
        return Optional.empty();
      }
      return ResidentNote.parse(PrivateFile.read(file)).filter(ResidentNote::isAlive);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Leaves this process's note in place of another. */
  public void write(ResidentNote note) throws IOException {
    PrivateFile.write(file, note.toJson() + "\n");
  }

  /** Takes it away. */
  public void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
