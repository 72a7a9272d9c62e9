package org.officeos.handheld.client;

import org.officeos.handheld.link.LinkException;

/** The link's refusals on this module's one list. */
public final class LinkReasons {

  private LinkReasons() {}

  /** The refusal with its own words as the detail. */
  public static OfficeException of(LinkException e) {
    return OfficeException.of(of(e.reason()), String.valueOf(e.getMessage()), e);
  }

  static Reason of(LinkException.Reason reason) {
    return switch (reason) {
      case REFUSED, UNREACHABLE, TIMED_OUT, IO -> Reason.LINK_FAILED;
      case BAD_FORM,
          NAME_NOT_ADDRESS,
          NOT_LOOPBACK,
          PUBLIC_ADDRESS,
          NO_SUCH_INTERFACE,
          DEFAULT_ROUTE,
          ROUTES_UNREADABLE,
          OTHER_WAY ->
          Reason.LINK_FORBIDDEN;
      case NO_LAPTOP_KNOWN -> Reason.LAPTOP_RADIO_UNKNOWN;
      case SEVERAL_LAPTOPS -> Reason.SEVERAL_LAPTOPS;
      case LAPTOP_NOT_FOUND -> Reason.LAPTOP_NOT_HEARD;
      case GROUP_FAILED -> Reason.NO_GROUP;
      case RADIO_UNUSABLE, NOT_PERMITTED -> Reason.WIFI_DIRECT_UNUSABLE;
      case RADIO_TAKEN -> Reason.RADIO_TAKEN;
    };
  }
}
