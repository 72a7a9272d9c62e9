package org.officeos.laptop.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.officeos.laptop.config.ConfigException.Reason;
import org.officeos.laptop.config.LimitsConfig.Rate;
import org.officeos.laptop.config.ServiceConfig.Kind;
import org.officeos.session.bytecode.Opcode;

/** Reads the TOML file strictly: every key is known, every value in its bounds. */
public final class ConfigReader {

  /** Largest file, in bytes. */
  public static final long MAX_BYTES = 256L * 1024;

  private static final TomlMapper TOML = new TomlMapper();

  private final Map<String, String> environment;

  /**
   * A reader for one user.
   *
   * @param environment of the process; HOME, XDG_STATE_HOME and HOSTNAME give defaults
   */
  public ConfigReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Reads a file. */
  public LaptopConfig read(Path file) throws ConfigException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ConfigException(
            Reason.TOO_LARGE, "", 0, "more than " + MAX_BYTES + " bytes; is this the right file?");
      }
      return parse(Files.readString(file));
    } catch (ConfigException e) {
      throw e.in(file.toString());
    } catch (NoSuchFileException e) {
      throw new ConfigException(
          Reason.NOT_FOUND, "", 0, "there is no file " + file + "; make it or name another");
    } catch (CharacterCodingException e) {
      throw new ConfigException(Reason.SYNTAX, "", 0, "not UTF-8; save it as UTF-8")
          .in(file.toString());
    } catch (IOException e) {
      throw new ConfigException(
          Reason.UNREADABLE, "", 0, file + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** What holds without a file. */
  public LaptopConfig defaults() throws ConfigException {
    return parse("");
  }

  /** Reads a text. */
  public LaptopConfig parse(String text) throws ConfigException {
    TomlTable root = new TomlTable(tree(text), "", new KeyLines(text));
    TomlTable pairing = root.table("pairing");
    TomlTable grants = root.table("grants");
    TomlTable audit = root.table("audit");
    TomlTable log = root.table("log");
    String name = root.text("name", 64).orElse("OfficeOS laptop");
    Optional<RadioConfig> radio =
        root.has("radio")
            ? Optional.of(RadioConfig.read(root.table("radio"), name))
            : Optional.empty();
    LaptopConfig config =
        new LaptopConfig(
            name,
            listen(root),
            radio,
            stateDir(root),
            Duration.ofDays(pairing.number("lifetime_days", 30, 1, 365)),
            Services.read(root.table("image"), Kind.WEBUI, 300),
            Services.read(root.table("text"), Kind.OPENAI, 120),
            limits(root.table("limits")),
            Collections.unmodifiableSortedSet(
                new TreeSet<>(
                    grants.words("default", Opcode.class).orElse(List.of(Opcode.values())))),
            audit.flag("keep_content", false),
            log.word("level", LaptopConfig.LogLevel.INFO, LaptopConfig.LogLevel.class));
    for (TomlTable table : List.of(pairing, grants, audit, log, root)) {
      table.refuseOthers();
    }
    return config;
  }

  private static ObjectNode tree(String text) throws ConfigException {
    try {
      JsonNode tree = TOML.readTree(text);
      return tree instanceof ObjectNode object ? object : TOML.createObjectNode();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ConfigException(
          Reason.SYNTAX, "", Math.max(line, 0), "not TOML: " + e.getOriginalMessage());
    }
  }

  private static ListenAddress listen(TomlTable root) throws ConfigException {
    String text = root.text("listen", 64).orElse("127.0.0.1:47100");
    ListenAddress address =
        ListenAddress.parse(text)
            .orElseThrow(
                () ->
                    root.complain(
                        Reason.BAD_ADDRESS,
                        "listen",
                        "takes an address and a port, such as \"127.0.0.1:47100\" or"
                            + " \"[fd00::1]:47100\"; names are not looked up"));
    return switch (address.reach()) {
      case LOOPBACK, PRIVATE -> address;
      case WILDCARD ->
          throw root.complain(
              Reason.OPEN_TO_EVERYBODY,
              "listen",
              "is a wildcard, so that every network this laptop joins could connect; name the"
                  + " one address that handhelds use");
      case PUBLIC ->
          throw root.complain(
              Reason.OPEN_TO_EVERYBODY,
              "listen",
              "is a public address; use loopback, a private or a link-local one");
    };
  }

  private Path stateDir(TomlTable root) throws ConfigException {
    Optional<String> text = root.text("state_dir", 512);
    String home = environment.getOrDefault("HOME", "/");
    if (text.isPresent()) {
      String path = text.get();
      Path dir =
          root.path(
              "state_dir",
              path.startsWith("~/") ? home + path.substring(1) : path,
              Reason.BAD_ADDRESS);
      if (!dir.isAbsolute()) {
        throw root.complain(
            Reason.BAD_ADDRESS, "state_dir", "takes an absolute path or one that starts with ~/");
      }
      return dir.normalize();
    }
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base = state.startsWith("/") ? Path.of(state) : Path.of(home, ".local", "state");
    return base.resolve("officeos-laptop");
  }

  private static LimitsConfig limits(TomlTable table) throws ConfigException {
    long perMinute = table.number("requests_per_minute", 0, 1, 1_000_000);
    long concurrent = table.number("concurrent", 0, 1, 10_000);
    Map<Opcode, Rate> rates = new EnumMap<>(Opcode.class);
    for (Opcode opcode : Opcode.values()) {
      Rate usual = DefaultRates.of(opcode);
      TomlTable own = table.table(Words.of(opcode));
      boolean general = opcode != Opcode.ECHO;
      long rpm = general && perMinute > 0 ? perMinute : usual.requestsPerMinute();
      long atOnce = general && concurrent > 0 ? concurrent : usual.concurrent();
      rates.put(
          opcode,
          new Rate(
              (int) own.number("requests_per_minute", rpm, 1, 1_000_000),
              (int) own.number("concurrent", atOnce, 1, 10_000)));
      own.refuseOthers();
    }
    LimitsConfig limits =
        new LimitsConfig(
            rates,
            table.number("image_max_pixels", 1024L * 1024, 4096, 2048L * 2048),
            (int) table.number("image_max_steps", 50, 1, 150),
            (int) table.number("text_max_tokens", 2048, 1, 8192));
    table.refuseOthers();
    return limits;
  }
}
