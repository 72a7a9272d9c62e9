package org.officeos.handheld.group;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.MacAddress;

/**
 * Laptops whose groups the supplicant is to forget, one small file for each reason: {@code
 * $STATE/forget/NAME}, mode 0600, {@code {"version":1,"address":"…","kept":["DIRECT-…"]}}. A reason
 * is written down before what it follows from, and taken away when the supplicant has forgotten:
 * what is killed in between is done by the next one. What is damaged says nothing, and is taken
 * away.
 */
public final class ForgetList {

  /** The reason that stands while a pairing over the air is under way. */
  public static final String PAIRING = "pairing";

  private static final long VERSION = 1;
  private static final int MOST = 64;
  private static final int MOST_KEPT = 16;
  private static final int LONGEST_SSID = 64;

  private final Path folder;

  /**
   * A laptop whose groups are to be forgotten.
   *
   * @param reason the file's name: a relationship's id, or {@link #PAIRING}
   * @param laptop its P2P Device Address
   * @param kept names of its groups that are not to be forgotten
   */
  public record Entry(String reason, MacAddress laptop, List<String> kept) {
    /** Copies. */
    public Entry {
      kept = List.copyOf(kept.subList(0, Math.min(kept.size(), MOST_KEPT)));
    }
  }

  /** The list in {@code folder}. */
  public ForgetList(Path folder) {
    this.folder = folder;
  }

  /** What is to be done; nothing where nothing can be read. */
  public List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9a-z]*")) {
      for (Path each : files) {
        Optional<Entry> entry = read(each);
        if (entry.isEmpty()) {
          Files.deleteIfExists(each);
        } else if (entries.size() < MOST) {
          entries.add(entry.get());
        }
      }
    } catch (IOException nothingToForget) {
      return entries;
    }
    return entries;
  }

  private static Optional<Entry> read(Path file) throws IOException {
    try {
      String text = PrivateFile.read(file);
      if (text.length() > PrivateFile.LONGEST
          || !(JsonReader.read(text.strip()) instanceof JsonValue.Obj object)
          || !object.number("version").equals(OptionalLong.of(VERSION))) {
        return Optional.empty();
      }
      List<String> kept = new ArrayList<>();
      if (object.get("kept").orElse(null) instanceof JsonValue.Arr names) {
        for (JsonValue name : names.items()) {
          if (name instanceof JsonValue.Text ssid && ssid.value().length() <= LONGEST_SSID) {
            kept.add(ssid.value());
          }
        }
      }
      MacAddress laptop = MacAddress.parse(object.text("address").orElse(""));
      return Optional.of(new Entry(String.valueOf(file.getFileName()), laptop, kept));
    } catch (JsonException | IllegalArgumentException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Writes a reason down, in place of an older one of that name. */
  public void add(Entry entry) throws IOException {
    JsonObject object =
        new JsonObject()
            .put("version", VERSION)
            .put("address", entry.laptop().toString())
            .put("kept", new JsonValue.Arr(names(entry.kept())));
    PrivateFile.write(folder.resolve(entry.reason()), object + "\n");
  }

  private static List<JsonValue> names(List<String> kept) {
    List<JsonValue> names = new ArrayList<>();
    kept.forEach(each -> names.add(new JsonValue.Text(each)));
    return names;
  }

  /** It was done, or need not be done any more. */
  public void remove(String reason) throws IOException {
    Files.deleteIfExists(folder.resolve(reason));
  }
}
