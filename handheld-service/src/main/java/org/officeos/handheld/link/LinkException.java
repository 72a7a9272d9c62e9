package org.officeos.handheld.link;

/** Why there is no link. The message names the cause and the next step. */
public final class LinkException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** Not of a form that names a link. */
    BAD_FORM(false),
    /** A host name; names would have to be looked up, and this device asks nobody. */
    NAME_NOT_ADDRESS(false),
    /** A loopback link to an address that is not 127.0.0.1 or ::1. */
    NOT_LOOPBACK(false),
    /** An address outside the private, unique-local and link-local ranges. */
    PUBLIC_ADDRESS(false),
    /** A link-local IPv6 address whose interface is not named, or is not there. */
    NO_SUCH_INTERFACE(false),
    /** This network namespace has a way to the whole internet: the air gap is open. */
    DEFAULT_ROUTE(true),
    /** The kernel's routes cannot be read, so that the air gap cannot be shown. */
    ROUTES_UNREADABLE(true),
    /** Nobody listens there. */
    REFUSED(true),
    /** No way leads there. */
    UNREACHABLE(true),
    /** No answer in time. */
    TIMED_OUT(true),
    /** The operating system refused for another reason. */
    IO(true),
    /** The laptop of this relationship was not paired with over the air. */
    NO_LAPTOP_KNOWN(true),
    /** More than one device near could be the laptop to pair with. */
    SEVERAL_LAPTOPS(true),
    /** The laptop was not heard. */
    LAPTOP_NOT_FOUND(true),
    /** The radio, its supplicant or the message bus cannot be used. */
    RADIO_UNUSABLE(true),
    /** Another command of this user keeps the radio for another laptop, or while pairing. */
    RADIO_TAKEN(true),
    /** The laptop was heard, but no group came to stand. */
    GROUP_FAILED(true),
    /** Packets to the laptop could leave by another way than the group. */
    OTHER_WAY(true),
    /** This process may not give the group's interface its address. */
    NOT_PERMITTED(true);

    private final boolean tried;

    Reason(boolean tried) {
      this.tried = tried;
    }

    /** Whether the link was well named and failed; false where the name itself is refused. */
    public boolean wasTried() {
      return tried;
    }
  }

  private final Reason reason;

  /** An exception that says why, and what to do. */
  public LinkException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The same, with the operating system's own word. */
  public LinkException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
