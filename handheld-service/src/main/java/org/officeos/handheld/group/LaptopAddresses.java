package org.officeos.handheld.group;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.officeos.hal.json.JsonException;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonReader;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.handheld.group.LaptopAddressException.Reason;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.session.relationship.RelationshipId;

/**
 * The P2P Device Address of each laptop that was paired with over the air and the channel on which
 * its group was last, one small file for each relationship: {@code $STATE/laptops/ID.json}, mode
 * 0600, {@code {"version":1,"address":"…","channel":2412}}, the channel in MHz and only where it is
 * known. Not a secret, but a way to follow a person about.
 */
public final class LaptopAddresses {

  private static final long VERSION = 1;

  private final Path folder;

  /** Those that lie in {@code folder}. */
  public LaptopAddresses(Path folder) {
    this.folder = folder;
  }

  /**
   * The laptop of this relationship, without a channel where none of ours stands there; empty where
   * the two were not paired over the air.
   */
  public Optional<KnownLaptop> find(RelationshipId relationship) throws LaptopAddressException {
    Path file = file(relationship);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      if (PrivateFile.isOpenToOthers(file)) {
        throw new LaptopAddressException(Reason.OPEN_TO_OTHERS, file.toString());
      }
      return Optional.of(parse(file, PrivateFile.read(file)));
    } catch (NoSuchFileException forgottenMeanwhile) {
      return Optional.empty();
    } catch (IOException e) {
      throw new LaptopAddressException(Reason.IO, file.toString(), e);
    }
  }

  /** Keeps the laptop's address and channel, in place of others. */
  public void keep(RelationshipId relationship, KnownLaptop laptop) throws LaptopAddressException {
    Path file = file(relationship);
    JsonObject object =
        new JsonObject().put("version", VERSION).put("address", laptop.address().toString());
    laptop.channel().ifPresent(channel -> object.put("channel", channel.megahertz()));
    try {
      PrivateFile.write(file, object + "\n");
    } catch (IOException e) {
      throw new LaptopAddressException(Reason.IO, file.toString(), e);
    }
  }

  /** Forgets it; nothing to forget is no error. */
  public void forget(RelationshipId relationship) throws LaptopAddressException {
    Path file = file(relationship);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LaptopAddressException(Reason.IO, file.toString(), e);
    }
  }

  /**
   * The laptops of all others, as they are told in their files; one whose file tells nothing is
   * left out, and forgotten.
   */
  public Map<RelationshipId, KnownLaptop> others(Collection<RelationshipId> relationships)
      throws LaptopAddressException {
    Map<RelationshipId, KnownLaptop> found = new LinkedHashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path each : files) {
        Optional<RelationshipId> id = id(each);
        if (id.isEmpty() || !relationships.contains(id.get())) {
          Optional<KnownLaptop> laptop = id.flatMap(this::readable);
          if (laptop.isEmpty()) {
            Files.deleteIfExists(each);
          } else {
            found.put(id.get(), laptop.get());
          }
        }
      }
    } catch (NoSuchFileException nobody) {
      return found;
    } catch (IOException e) {
      throw new LaptopAddressException(Reason.IO, folder.toString(), e);
    }
    return found;
  }

  private Optional<KnownLaptop> readable(RelationshipId relationship) {
    try {
      return find(relationship);
    } catch (LaptopAddressException tellsNothing) {
      return Optional.empty();
    }
  }

  private static Optional<RelationshipId> id(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return Optional.of(
          RelationshipId.fromHex(name.substring(0, name.length() - ".json".length())));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private Path file(RelationshipId relationship) {
    return folder.resolve(relationship + ".json");
  }

  private static KnownLaptop parse(Path file, String text) throws LaptopAddressException {
    if (text.length() > PrivateFile.LONGEST) {
      throw new LaptopAddressException(Reason.TOO_LONG, file.toString());
    }
    try {
      if (!(JsonReader.read(text.strip()) instanceof JsonValue.Obj object)) {
        throw new LaptopAddressException(Reason.NOT_JSON, file.toString());
      }
      if (!object.number("version").equals(OptionalLong.of(VERSION))) {
        throw new LaptopAddressException(Reason.OTHER_VERSION, file.toString());
      }
      MacAddress address = MacAddress.parse(object.text("address").orElse(""));
      if (address.equals(MacAddress.ZERO)) {
        throw new LaptopAddressException(Reason.NOT_AN_ADDRESS, file.toString());
      }
      return new KnownLaptop(address, channel(object));
    } catch (JsonException e) {
      throw new LaptopAddressException(Reason.NOT_JSON, file.toString(), e);
    } catch (IllegalArgumentException e) {
      throw new LaptopAddressException(Reason.NOT_AN_ADDRESS, file.toString(), e);
    }
  }

  /** A hint only: what is no channel is left out, and the way back takes longer. */
  private static Optional<Frequency> channel(JsonValue.Obj object) {
    try {
      int megahertz = Math.toIntExact(object.number("channel").orElse(0));
      return Optional.of(new Frequency(megahertz)).filter(Frequency::isChannel);
    } catch (ArithmeticException | IllegalArgumentException noChannel) {
      return Optional.empty();
    }
  }
}
