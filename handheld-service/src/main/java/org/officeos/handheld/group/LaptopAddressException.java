package org.officeos.handheld.group;

/** Why the laptop's address cannot be read or kept. The message names the file. */
public final class LaptopAddressException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** Others than its owner may read or write the file. */
    OPEN_TO_OTHERS("others may read or write it: chmod 600 it"),
    /** It is longer than any of ours. */
    TOO_LONG("it is longer than any that this program writes"),
    /** It is not one JSON object. */
    NOT_JSON("it is not one JSON object"),
    /** Its version is not known. */
    OTHER_VERSION("its version is not 1"),
    /** What it holds is no P2P Device Address. */
    NOT_AN_ADDRESS("it holds no P2P Device Address"),
    /** The disk refused. */
    IO("the disk refused");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  private final Reason reason;

  LaptopAddressException(Reason reason, String file) {
    super(reason + ": " + file + ": " + reason.words);
    this.reason = reason;
  }

  LaptopAddressException(Reason reason, String file, Throwable cause) {
    super(reason + ": " + file + ": " + reason.words + ", " + cause.getMessage(), cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
