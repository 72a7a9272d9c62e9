package org.officeos.handheld.client;

import static org.officeos.handheld.client.Outcome.FAULT;
import static org.officeos.handheld.client.Outcome.NOT_PAIRED;
import static org.officeos.handheld.client.Outcome.NO_CONNECTION;
import static org.officeos.handheld.client.Outcome.REFUSED;
import static org.officeos.handheld.client.Outcome.THIS_DEVICE;

/**
 * Why a request did not end well: the closed list, each with its cause and the next step as
 * sentences for people. {@link Reasons} maps the laptop's results, the session's ends and the
 * store's refusals onto it.
 */
public enum Reason {
  /** The laptop could not read the instruction. */
  INSTRUCTION_REJECTED(
      REFUSED,
      "The laptop could not read the instruction.",
      "Bring handheld and laptop to the same version."),
  /** The laptop does not serve this. */
  NOT_SERVED(
      REFUSED,
      "The laptop does not know this kind of request.",
      "Update the laptop's daemon, or ask for something else."),
  /** The relationship may not ask for this. */
  PERMISSION_DENIED(
      REFUSED,
      "The laptop does not permit this to this device.",
      "Permit it on the laptop: officeos-laptop permit."),
  /** Too many requests in a minute. */
  RATE_LIMITED(
      REFUSED,
      "This device has used up its requests for now.",
      "Wait a minute, or raise the limit on the laptop."),
  /** Too many requests at once. */
  TOO_MANY_AT_ONCE(
      REFUSED,
      "Too many requests are under way at once.",
      "Wait for one to end, or cancel one: officeos cancel."),
  /** No service stands behind this request. */
  NOT_CONFIGURED(
      REFUSED,
      "No service for this is configured on the laptop.",
      "Name one in the laptop's configuration, then start its daemon anew."),
  /** The service cannot be reached. */
  SERVICE_UNREACHABLE(
      REFUSED,
      "The laptop cannot reach the service.",
      "Start the service, or mend its address in the laptop's configuration."),
  /** The service did not answer in time. */
  SERVICE_TIMED_OUT(
      REFUSED,
      "The service did not answer the laptop in time.",
      "Try again, with less to do or with a longer --timeout."),
  /** The service answered with an error. */
  SERVICE_FAILED(
      REFUSED,
      "The service answered the laptop with an error.",
      "Look at the service's own log on the laptop."),
  /** The service asks to wait. */
  SERVICE_RATE_LIMITED(
      REFUSED, "The service asks the laptop to wait.", "Try again after the time it names."),
  /** The service's answer is not what it should be. */
  SERVICE_ANSWER_INVALID(
      REFUSED,
      "The service's answer is not what it claims to be; the laptop threw it away.",
      "Check that the laptop's configuration names the right kind of service."),
  /** The answer is larger than allowed. */
  ANSWER_TOO_LARGE(
      REFUSED,
      "The answer is larger than allowed.",
      "Ask for a smaller picture or a shorter text."),
  /** The laptop's picture is not one that this device can trust. */
  PICTURE_INVALID(
      REFUSED,
      "What the laptop sent is no whole PNG or JPEG picture; nothing was saved.",
      "Try again; if it stays so, update the laptop's daemon."),
  /** The picture has more pixels than this device will open. */
  PICTURE_TOO_LARGE(
      REFUSED,
      "The picture has more pixels than this device will open; nothing was saved.",
      "Ask for a smaller one with --width, --height or --screen."),
  /** The laptop is shutting down. */
  LAPTOP_SHUTTING_DOWN(
      REFUSED, "The laptop's daemon is shutting down.", "Start it again, then try again."),
  /** A fault of the laptop's daemon. */
  LAPTOP_FAULT(
      REFUSED, "The laptop's daemon met a fault of its own.", "Its log on the laptop has more."),

  /** No link could be made. */
  LINK_FAILED(
      NO_CONNECTION,
      "There is no link to the laptop.",
      "Check the link and that serve is running."),
  /** The link may not be used. */
  LINK_FORBIDDEN(
      NO_CONNECTION,
      "The link to the laptop may not be used.",
      "The message beside this one says what forbids it."),
  /** The laptop was not heard on the air. */
  LAPTOP_NOT_HEARD(
      NO_CONNECTION,
      "The laptop was not heard on the air.",
      "Bring the devices closer together, and see that officeos-laptop serve runs with a radio."),
  /** Several laptops could be the one to pair with. */
  SEVERAL_LAPTOPS(
      NO_CONNECTION,
      "Several laptops near could be the one to pair with.",
      "Name yours by its address: officeos pair --link wifi-direct --laptop ADDRESS."),
  /** No group came to stand. */
  NO_GROUP(
      NO_CONNECTION,
      "No Wi-Fi Direct group with the laptop came to stand.",
      "The message beside this one says why; where the laptop has forgotten this device, pair"
          + " again: officeos pair."),
  /** The connection was cut. */
  CONNECTION_CUT(
      NO_CONNECTION,
      "The connection was cut before the answer was whole.",
      "Bring the devices closer together and try again."),
  /** The laptop closed the session. */
  LAPTOP_CLOSED(
      NO_CONNECTION,
      "The laptop closed the session before the answer was whole.",
      "See that its daemon is still running, then try again."),
  /** The laptop did not answer in time. */
  NO_ANSWER(
      NO_CONNECTION,
      "The laptop did not answer in time.",
      "See that it is awake and its daemon running, then try again."),
  /** The laptop is busy with other connections. */
  LAPTOP_BUSY(
      NO_CONNECTION,
      "The laptop is taking too many connections at once.",
      "Try again in a moment."),
  /** The session's keys are used up. */
  KEYS_TOO_OLD(
      NO_CONNECTION, "The session's keys grew too old and were not replaced.", "Try again."),
  /** The other end speaks another version or suite. */
  INCOMPATIBLE(
      NO_CONNECTION,
      "The other end speaks another version of the protocol.",
      "Bring handheld and laptop to the same version."),
  /** The other end is no laptop. */
  NOT_A_LAPTOP(
      NO_CONNECTION,
      "The other end of the link is not a laptop's daemon.",
      "Check that --link names the laptop."),
  /** The other end broke the protocol. */
  PEER_MISBEHAVED(
      NO_CONNECTION,
      "The other end sent something that breaks the protocol; the connection was closed.",
      "Try again; if it stays so, somebody may be meddling with the link."),
  /** Too many requests in one session. */
  TOO_MANY_STREAMS(
      NO_CONNECTION,
      "The session carries as many requests as it can.",
      "Wait for one to end, then try again."),

  /** Cancelled, here or there. */
  CANCELLED(Outcome.CANCELLED, "The request was cancelled.", "Ask again whenever you like."),

  /** No relationship at all. */
  NEVER_PAIRED(NOT_PAIRED, "This device is not paired with a laptop.", "Pair them: officeos pair."),
  /** No relationship of that id. */
  NO_SUCH_RELATIONSHIP(
      NOT_PAIRED,
      "There is no relationship of that id, or several begin with it.",
      "See officeos relationships."),
  /** The relationship's time is over. */
  EXPIRED(NOT_PAIRED, "The relationship's time is over.", "Pair again: officeos pair."),
  /** The relationship was revoked. */
  REVOKED(NOT_PAIRED, "The relationship was revoked.", "Pair again: officeos pair."),
  /** The laptop revoked the relationship. */
  REVOKED_BY_LAPTOP(
      NOT_PAIRED,
      "The laptop has withdrawn its permission; the keys are erased here, too.",
      "If that was not meant, pair again: officeos-laptop pair there, officeos pair here."),
  /** The laptop does not know this device any more. */
  UNKNOWN_TO_LAPTOP(
      NOT_PAIRED,
      "The laptop does not know this device, or no longer does.",
      "Check that --link names the right laptop; then pair again: officeos pair."),
  /** The laptop's radio is not known. */
  LAPTOP_RADIO_UNKNOWN(
      NOT_PAIRED,
      "This relationship was not made over the air, so the laptop's radio is not known.",
      "Pair over it once: officeos pair --link wifi-direct."),
  /** The laptop's pairing window is not open. */
  PAIRING_NOT_OPEN(
      NOT_PAIRED,
      "Pairing is not open on the laptop.",
      "Open it there (officeos-laptop pair), then try again within two minutes."),
  /** The person here did not confirm. */
  NOT_CONFIRMED_HERE(
      NOT_PAIRED,
      "The code was not confirmed on this device; nothing was stored.",
      "If the codes differed, somebody may be listening in: move away and pair again."),
  /** The person at the laptop did not confirm. */
  NOT_CONFIRMED_THERE(
      NOT_PAIRED,
      "The code was not confirmed on the laptop; nothing was stored.",
      "Pair again and confirm on both screens if the codes are the same."),

  /** This device's clock ran backwards. */
  CLOCK_RAN_BACKWARDS(
      THIS_DEVICE,
      "This device's clock has run backwards by more than a day.",
      "Set the clock right, then try again."),
  /** The store cannot be used. */
  STORE(
      THIS_DEVICE,
      "The folder that keeps this device's relationships cannot be used.",
      "The message beside this one says where and what to do."),
  /** What was asked cannot be an instruction. */
  TOO_MUCH_ASKED(
      THIS_DEVICE,
      "The request is too long for one instruction of 4096 bytes.",
      "Shorten the prompt."),
  /** The file is there already. */
  FILE_EXISTS(
      THIS_DEVICE, "The file is there already.", "Name another, or overwrite it with --force."),
  /** The disk is full. */
  DISK_FULL(
      THIS_DEVICE,
      "The disk is full; no half file was left.",
      "Free some space, or name a file on another disk, then ask again."),
  /** The file cannot be written. */
  FILE(
      THIS_DEVICE,
      "The file cannot be written.",
      "Check that its folder is there and that you may write to it."),
  /** Another command keeps the radio. */
  RADIO_TAKEN(
      THIS_DEVICE,
      "Another officeos command keeps the radio.",
      "The message beside this one says which; end it, then try again."),
  /** The kernel could not be asked. */
  KERNEL(
      THIS_DEVICE,
      "The kernel could not be asked about this device's network.",
      "The message beside this one says why; run the command as root."),
  /** The packet filter's rules cannot be read from their file. */
  RULES(
      THIS_DEVICE,
      "The file of the packet filter's rules cannot be read.",
      "The message beside this one says why; name the file that was installed with this product."),
  /** A way out stands open. */
  AIR_GAP_OPEN(
      THIS_DEVICE,
      "A way out of the air gap stands open.",
      "The lines before this one say what and why; run it as root, then officeos audit."),
  /** Wi-Fi Direct cannot work here as it is. */
  WIFI_DIRECT_UNUSABLE(
      THIS_DEVICE,
      "Wi-Fi Direct cannot work on this device as it is.",
      "Do what the findings say, then look again: officeos p2p preflight."),
  /** This program's client was closed. */
  CLIENT_CLOSED(THIS_DEVICE, "This program is ending.", "Start it again."),

  /** A fault of this program. */
  INTERNAL(FAULT, "This program met a fault of its own.", "Please report it with what you did.");

  private final Outcome outcome;
  private final String cause;
  private final String nextStep;

  Reason(Outcome outcome, String cause, String nextStep) {
    this.outcome = outcome;
    this.cause = cause;
    this.nextStep = nextStep;
  }

  /** Who can act on it. */
  public Outcome outcome() {
    return outcome;
  }

  /** What happened, as one sentence. */
  public String cause() {
    return cause;
  }

  /** What to do about it, as one sentence. */
  public String nextStep() {
    return nextStep;
  }
}
