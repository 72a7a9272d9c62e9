package org.officeos.laptop.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.officeos.laptop.config.ConfigException.Reason;

/** One table of the file. Remembers which keys were asked for, so that all others are mistakes. */
final class TomlTable {

  private final ObjectNode node;
  private final String path;
  private final KeyLines lines;
  private final TreeSet<String> known = new TreeSet<>();

  TomlTable(ObjectNode node, String path, KeyLines lines) {
    this.node = node;
    this.path = path;
    this.lines = lines;
  }

  /** Whether the key is there at all. */
  boolean has(String key) {
    return find(key).isPresent();
  }

  Optional<String> text(String key, int max) throws ConfigException {
    Optional<JsonNode> value = find(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isTextual()) {
      throw wrongType(key, "a text in quotes", value.get());
    }
    String text = value.get().textValue();
    if (text.isEmpty() || text.length() > max || text.chars().anyMatch(Character::isISOControl)) {
      throw complain(Reason.OUT_OF_RANGE, key, "takes 1 to " + max + " printable characters");
    }
    return Optional.of(text);
  }

  /** One of a few words, in lower case. */
  <E extends Enum<E>> E word(String key, E otherwise, Class<E> words) throws ConfigException {
    Optional<String> text = text(key, 64);
    if (text.isEmpty()) {
      return otherwise;
    }
    return Words.parse(words, text.get())
        .orElseThrow(() -> complain(Reason.UNKNOWN_WORD, key, "takes one of " + Words.all(words)));
  }

  <E extends Enum<E>> Optional<List<E>> words(String key, Class<E> words) throws ConfigException {
    Optional<JsonNode> value = find(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isArray()) {
      throw wrongType(key, "a list of texts", value.get());
    }
    List<E> parsed = new ArrayList<>();
    for (JsonNode item : value.get()) {
      Optional<E> word = item.isTextual() ? Words.parse(words, item.textValue()) : Optional.empty();
      parsed.add(
          word.orElseThrow(
              () -> complain(Reason.UNKNOWN_WORD, key, "takes words among " + Words.all(words))));
    }
    return Optional.of(parsed);
  }

  long number(String key, long otherwise, long min, long max) throws ConfigException {
    Optional<JsonNode> value = find(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.get().isIntegralNumber()) {
      throw wrongType(key, "a whole number", value.get());
    }
    if (!value.get().canConvertToLong()
        || value.get().longValue() < min
        || value.get().longValue() > max) {
      throw complain(Reason.OUT_OF_RANGE, key, "takes a number from " + min + " to " + max);
    }
    return value.get().longValue();
  }

  boolean flag(String key, boolean otherwise) throws ConfigException {
    Optional<JsonNode> value = find(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.get().isBoolean()) {
      throw wrongType(key, "true or false", value.get());
    }
    return value.get().booleanValue();
  }

  /** The table of that name; an empty one where it is not there. */
  TomlTable table(String key) throws ConfigException {
    Optional<JsonNode> value = find(key);
    if (value.isPresent() && !value.get().isObject()) {
      throw wrongType(key, "a table, written [" + dotted(key) + "]", value.get());
    }
    ObjectNode inner =
        value.map(ObjectNode.class::cast).orElseGet(JsonNodeFactory.instance::objectNode);
    return new TomlTable(inner, dotted(key), lines);
  }

  /** Refuses every key that was not asked for. */
  void refuseOthers() throws ConfigException {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw complain(
            Reason.UNKNOWN_KEY,
            name,
            "is not a key of this configuration; mend or remove it. Keys here: "
                + String.join(", ", known));
      }
    }
  }

  /** As a path; {@code reason} where no file here can be called so. */
  Path path(String key, String text, Reason reason) throws ConfigException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw complain(reason, key, "has a character that no file name here can have");
    }
  }

  ConfigException complain(Reason reason, String key, String complaint) {
    String dotted = dotted(key);
    return new ConfigException(reason, dotted, lines.of(dotted), dotted + " " + complaint);
  }

  private ConfigException wrongType(String key, String wanted, JsonNode found) {
    String type = found.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    return complain(Reason.WRONG_TYPE, key, "takes " + wanted + ", not a value of type " + type);
  }

  private Optional<JsonNode> find(String key) {
    known.add(key);
    return Optional.ofNullable(node.get(key));
  }

  private String dotted(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
