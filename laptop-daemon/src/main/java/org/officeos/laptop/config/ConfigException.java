package org.officeos.laptop.config;

/** Why the daemon's configuration is not taken. The message names the place and the next step. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** There is no file where one was named. */
    NOT_FOUND,
    /** The file cannot be read. */
    UNREADABLE,
    /** The file is larger than a configuration can be. */
    TOO_LARGE,
    /** The text is not TOML. */
    SYNTAX,
    /** A key that means nothing here; most often a slip of the pen. */
    UNKNOWN_KEY,
    /** A key that its table cannot do without. */
    MISSING_KEY,
    /** A value of another type than the key takes. */
    WRONG_TYPE,
    /** A number outside its bounds, or a text of impossible length. */
    OUT_OF_RANGE,
    /** A word that is not one of those the key takes. */
    UNKNOWN_WORD,
    /** Not an address with a port. */
    BAD_ADDRESS,
    /** An address that anybody could reach: a wildcard or a public one. */
    OPEN_TO_EVERYBODY,
    /** Not a service's http or https address. */
    BAD_URL,
    /** The key file is missing, empty, too long, or can be read by others. */
    BAD_KEY_FILE
  }

  private final Reason reason;
  private final String key;
  private final int line;

  /**
   * A reason with its place.
   *
   * @param key the dotted key, or empty where the whole file is meant
   * @param line counted from 1, or 0 where it is not known
   * @param complaint cause and next step
   */
  public ConfigException(Reason reason, String key, int line, String complaint) {
    super((line > 0 ? "line " + line + ": " : "") + complaint);
    this.reason = reason;
    this.key = key;
    this.line = line;
  }

  private ConfigException(ConfigException inner, String source) {
    super(source + ": " + inner.getMessage(), inner);
    this.reason = inner.reason;
    this.key = inner.key;
    this.line = inner.line;
  }

  /** The same, with the file's name ahead. */
  public ConfigException in(String source) {
    return new ConfigException(this, source);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The dotted key, or empty. */
  public String key() {
    return key;
  }

  /** The line, counted from 1, or 0. */
  public int line() {
    return line;
  }
}
